import { useStore } from "@xyflow/react";
import type { FormLayout } from "../../../domain/index.js";

/** Shadows at the edges of the view under which the form goes on. */
export function EdgeFades({ form }: { form: FormLayout }) {
  const sides = useStore(({ transform: [x, y, zoom], width, height }) =>
    [
      x < -2 && "left",
      x + form.width * zoom > width + 2 && "right",
      y + form.height * zoom > height + 2 && "bottom",
    ]
      .filter(Boolean)
      .join(" "),
  );
  if (sides === "") return null;
  return sides
    .split(" ")
    .map((side) => <div key={side} className="edge-fade" data-side={side} aria-hidden="true" />);
}

import { useReactFlow, useStore } from "@xyflow/react";
import { useMemo, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FormLayout } from "../../../domain/index.js";
import { arrowStroke, symbolStroke } from "./overview-path.js";
import { viewportAt, type ViewSize } from "./viewport-of.js";

/** px of the window. */
const mapWidth = 150;
const tallest = 230;

/**
 * The form in small, its view framed. A long form runs through the map as it runs through the view,
 * so that its symbols can still be told apart.
 */
export function FormMap({ form, size }: { form: FormLayout; size: ViewSize }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const { paths, joints, symbols } = form;
  const arrows = useMemo(() => arrowStroke(paths, joints), [paths, joints]);
  const outlines = useMemo(() => symbolStroke(symbols), [symbols]);
  const scale = Math.min(mapWidth / form.width, 0.2);
  const height = Math.min(form.height * scale, tallest);
  const view = { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom };
  const whole = height / scale;
  const travel = Math.max(1, form.height - view.height);
  const passed = Math.min(1, Math.max(0, view.y / travel));
  const top = (form.height - whole) * passed;
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = {
      x: (event.clientX - box.left) / scale,
      // On a long form the map's height stands for the whole of it.
      y:
        whole < form.height
          ? ((event.clientY - box.top) / height) * form.height
          : (event.clientY - box.top) / scale,
    };
    void flow.setViewport(viewportAt(form, at, zoom, size));
  };
  return (
    <svg
      className="form-map"
      width={form.width * scale}
      height={height}
      viewBox={`0 ${top} ${form.width} ${whole}`}
      role="img"
      aria-label={t("pointer.map")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <path className="map-lines" d={arrows} />
      <path className="map-symbols" d={outlines} />
      <rect className="map-view" {...view} />
    </svg>
  );
}

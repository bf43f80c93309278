import { memo, useMemo } from "react";
import type { FormLayout } from "../../../domain/index.js";
import { arrowStroke, lineStroke, symbolStroke } from "./overview-path.js";

/** The form from afar: three strokes in place of thousands of elements. */
export const FormOverview = memo(function FormOverview(props: {
  form: FormLayout;
  selected: ReadonlySet<string> | null;
}) {
  const { form, selected } = props;
  const { paths, joints, symbols } = form;
  const lines = useMemo(() => lineStroke(form), [form]);
  const arrows = useMemo(() => arrowStroke(paths, joints), [paths, joints]);
  const outlines = useMemo(() => symbolStroke(symbols), [symbols]);
  return (
    <svg className="form-overview" width={form.width} height={form.height} aria-hidden="true">
      {selected !== null &&
        form.rows
          .filter(({ node }) => selected.has(node))
          .map(({ node, y, height }) => (
            <rect
              key={node}
              className="overview-selected"
              y={y}
              width={form.width}
              height={height}
            />
          ))}
      <path className="overview-lines" d={lines} />
      <path className="overview-arrows" d={arrows} />
      <path className="overview-symbols" d={outlines} />
    </svg>
  );
});

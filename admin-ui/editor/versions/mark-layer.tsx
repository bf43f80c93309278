import { useStore } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import type { FormLayout, FormPath } from "../../../domain/index.js";
import { useForm } from "../canvas/form-context.js";
import { cellName, type ChangeMark, type FormMarks } from "./change-marks.js";
import { MarkSign, signPath } from "./mark-sign.js";
import "./mark-layer.css";

/** px of the form: half of a sign. */
const half = 10;

interface LayerProps {
  readonly marks: FormMarks;
  /** The step or lane that is looked at. */
  readonly picked: string | null;
  readonly onPick: (of: "STEP" | "LANE", key: string) => void;
}

/** What changed, laid over the form: rows, cells, lanes and arrows, each with its sign. */
export function MarkLayer(props: LayerProps) {
  const form = useForm();
  return (
    <>
      <div className="mark-layer" style={{ width: form.width, height: form.height }}>
        <LaneBands {...props} form={form} />
        <RowBands {...props} form={form} />
        <ArrowMarks marks={props.marks} form={form} />
        <RowBadges {...props} form={form} />
      </div>
      <LaneBadges {...props} form={form} />
    </>
  );
}

type PartProps = LayerProps & { readonly form: FormLayout };

/** What is drawn where an element has more than one mark: that it came or went says most. */
const strongest = (marks: readonly ChangeMark[]): ChangeMark =>
  (["removed", "added", "changed", "moved"] as const).find((mark) => marks.includes(mark))!;

function RowBands({ form, marks, picked }: PartProps) {
  return form.rows.map(({ node, y, height }) => {
    const of = marks.rows.get(node);
    if (of === undefined) return null;
    const cells = marks.cells.get(node);
    return (
      <div key={node}>
        {form.columns.map((column, index) =>
          cells?.has(cellName(column)) === true ? (
            <div
              key={index}
              className="cell-mark"
              data-mark="changed"
              style={{ left: column.x, width: column.width, top: y, height }}
            />
          ) : null,
        )}
        <div
          className="row-mark"
          data-mark={strongest(of)}
          data-picked={picked === node || undefined}
          data-testid={`mark-${node}`}
          style={{ left: 0, width: form.width, top: y, height }}
        />
      </div>
    );
  });
}

function RowBadges({ form, marks, onPick }: PartProps) {
  const { t } = useTranslation();
  return form.rows.map(({ node, number, y, height }) => {
    const of = marks.rows.get(node);
    if (of === undefined) return null;
    const top = y + height / 2 - half * of.length;
    const said = of.map((mark) => t(`compare.mark.${mark}`)).join(", ");
    return (
      <button
        key={node}
        type="button"
        className="mark-badges"
        style={{ left: -half, top }}
        aria-label={t("compare.rowBadge", { number: number ?? "–", what: said })}
        onClick={() => onPick("STEP", node)}
      >
        {of.map((mark) => (
          <MarkSign key={mark} mark={mark} />
        ))}
      </button>
    );
  });
}

function LaneBands({ form, marks, picked }: PartProps) {
  return form.columns.map(({ lane, x, width }) => {
    const of = lane === null ? undefined : marks.lanes.get(lane);
    if (lane === null || of === undefined) return null;
    return (
      <div
        key={lane}
        className="lane-mark"
        data-mark={strongest(of)}
        data-picked={picked === lane || undefined}
        style={{
          left: x,
          width,
          top: form.header.height,
          height: form.height - form.header.height,
        }}
      />
    );
  });
}

/** On the headings, which stay at the upper edge of the view. */
function LaneBadges({ form, marks, onPick }: PartProps) {
  const { t } = useTranslation();
  const shift = useStore(({ transform: [, y, zoom] }) => Math.max(0, -y / zoom));
  return (
    <div className="lane-badges" style={{ top: shift, left: 0 }}>
      {form.columns.map(({ lane, title, x, width }) => {
        const of = lane === null ? undefined : marks.lanes.get(lane);
        if (lane === null || of === undefined) return null;
        const said = of.map((mark) => t(`compare.mark.${mark}`)).join(", ");
        return (
          <button
            key={lane}
            type="button"
            className="mark-badges lane-badge"
            style={{ left: x + width / 2 - half * of.length, top: form.header.groupHeight - half }}
            aria-label={t("compare.laneBadge", { name: title, what: said })}
            onClick={() => onPick("LANE", lane)}
          >
            {of.map((mark) => (
              <MarkSign key={mark} mark={mark} />
            ))}
          </button>
        );
      })}
    </div>
  );
}

function ArrowMarks({ form, marks }: Pick<PartProps, "form" | "marks">) {
  return (
    <svg width={form.width} height={form.height} aria-hidden="true">
      {form.paths.map((path) => {
        const mark = marks.arrows.get(path.edge);
        return mark === undefined ? null : <ArrowMark key={path.edge} path={path} mark={mark} />;
      })}
    </svg>
  );
}

function ArrowMark({ path, mark }: { path: FormPath; mark: ChangeMark }) {
  const line = path.points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const middle = middleOfLongest(path);
  return (
    <g data-mark={mark} data-testid={`arrow-mark-${path.edge}`}>
      {mark === "removed" && <path className="arrow-halo" d={line} />}
      <path className="arrow-mark" data-mark={mark} d={line} />
      <g className="arrow-sign" transform={`translate(${middle.x} ${middle.y}) scale(0.75)`}>
        <circle r={half} />
        <path d={signPath(mark)} transform="translate(-8 -8)" />
      </g>
    </g>
  );
}

/** Where a sign is least in the way: half along the longest straight piece. */
function middleOfLongest({ points }: FormPath): { readonly x: number; readonly y: number } {
  let best = { length: -1, x: 0, y: 0 };
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (from === undefined) continue;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    if (length > best.length) best = { length, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  return best;
}

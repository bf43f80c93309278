import { useMemo } from "react";
import type { FormSymbol } from "../../../domain/index.js";
import { useForm } from "../canvas/form-context.js";
import { useVisibleBand } from "../canvas/use-visible-band.js";
import { takesArrow } from "../changes/connect-steps.js";
import { useDraft } from "../editor-context.js";
import { usePointer } from "./pointer-state.js";
import "./drop-marks.css";

/** Where what is carried would land: a line, a lane, a frame, the symbols that take an arrow. */
export function DropMarks() {
  const form = useForm();
  const carried = usePointer((state) => state.carried);
  const { lineY, lineX, lane, marquee, isCopy } = usePointer((state) => state.landing);
  if (carried === null) return null;
  const column = lane === null ? undefined : form.columns.find((one) => one.lane === lane);
  const { height } = form.header;
  return (
    <div className="drop-marks" style={{ width: form.width, height: form.height }}>
      {column !== undefined && (
        <div
          className="drop-lane"
          data-copy={isCopy || undefined}
          style={{
            left: column.x,
            width: column.width,
            top: height,
            height: form.height - height,
          }}
        />
      )}
      {lineY !== null && <div className="drop-line" style={{ top: lineY, width: form.width }} />}
      {lineX !== null && (
        <div className="drop-line-lane" style={{ left: lineX, height: form.height }} />
      )}
      {marquee !== null && (
        <div
          className="drop-marquee"
          style={{
            left: marquee.x,
            top: marquee.y,
            width: marquee.width,
            height: marquee.height,
          }}
        />
      )}
      {carried.type === "arrow" && <ArrowTargets from={carried.from} />}
    </div>
  );
}

/** Every symbol in view that the arrow may lead to; the one that has caught it stands out. */
function ArrowTargets({ from }: { from: string }) {
  const form = useForm();
  const band = useVisibleBand();
  const graph = useDraft((draft) => draft.document.graph);
  const target = usePointer((state) => state.landing.target);
  const taking = useMemo(() => {
    const isTaking = new Map<string, boolean>();
    return form.symbols.filter(({ node, y, height }) => {
      if (y + height < band.top || y > band.bottom) return false;
      if (!isTaking.has(node)) isTaking.set(node, takesArrow(graph, from, node));
      return isTaking.get(node);
    });
  }, [form, band, graph, from]);
  const nameOf = ({ node, lane }: FormSymbol) => `${node}|${lane ?? ""}`;
  return taking.map((symbol) => (
    <div
      key={nameOf(symbol)}
      className="arrow-target"
      data-target={symbol.node === target || undefined}
      style={{
        left: symbol.x - 4,
        top: symbol.y - 4,
        width: symbol.width + 8,
        height: symbol.height + 8,
      }}
    />
  ));
}

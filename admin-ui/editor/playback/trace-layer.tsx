import { createContext, useContext } from "react";
import { pathData, symbolOutline, type FormPath, type FormSymbol } from "../../../domain/index.js";
import { useForm } from "../canvas/form-context.js";
import { TraceMark } from "./trace-sign.js";
import type { PlayedRun } from "./use-playback.js";
import "./trace-layer.css";

/** The run that is played on the form; `null` where none is. */
export const PlayedRunContext = createContext<PlayedRun | null>(null);

/** px of the form between a symbol and the ring around it. */
const around = 6;
/** px of the form before an arrow's head at which what waits there is drawn. */
const beforeHead = 16;

/** What a played run shows on the form beside the marks of its steps. */
export function TraceLayer() {
  const form = useForm();
  const played = useContext(PlayedRunContext);
  if (played === null) return null;
  const { frame, problem } = played;
  const trouble = new Set(frame.isTrouble ? problem.nodeKeys : []);
  return (
    <svg
      className="trace-layer"
      width={form.width}
      height={form.height}
      aria-hidden="true"
      data-testid="trace-layer"
    >
      {form.paths.map((path) => (
        <TracedArrow key={path.edge} path={path} played={played} />
      ))}
      {form.symbols.map((symbol, at) => {
        const times = frame.opened.get(symbol.node) ?? 0;
        const isHere = frame.step?.node === symbol.node;
        const isTrouble = trouble.has(symbol.node);
        if (!isHere && !isTrouble && times === 0) return null;
        return (
          <g key={at}>
            {isHere && <Ring symbol={symbol} of="here" />}
            {isTrouble && <Ring symbol={symbol} of="trouble" />}
            {times > 0 && <Times symbol={symbol} times={times} />}
          </g>
        );
      })}
    </svg>
  );
}

/** Along the symbol's own outline, which leaves the words beside it free; wider where all fails. */
function Ring({ symbol, of }: { symbol: FormSymbol; of: "here" | "trouble" }) {
  const out = of === "here" ? 0 : around;
  const box = {
    x: symbol.x - out,
    y: symbol.y - out,
    width: symbol.width + 2 * out,
    height: symbol.height + 2 * out,
  };
  return (
    <path
      className="trace-ring"
      data-of={of}
      data-testid={`trace-${of}-${symbol.node}`}
      d={pathData(symbolOutline(symbol.shape, box))}
    />
  );
}

/** How often a step is open at once, at its upper right corner. */
function Times({ symbol, times }: { symbol: FormSymbol; times: number }) {
  return (
    <g transform={`translate(${symbol.x + symbol.width} ${symbol.y})`} className="trace-times">
      <rect x={-13} y={-10} width={26} height={18} rx={9} />
      <text y={3}>{times}×</text>
    </g>
  );
}

function TracedArrow({ path, played }: { path: FormPath; played: PlayedRun }) {
  const { frame, problem } = played;
  const waiting = frame.waiting.get(path.edge) ?? 0;
  const isChosen = frame.chosen.has(path.edge);
  // An arrow of the trouble on which something waits is shown by what waits there.
  const isMissing = frame.isTrouble && problem.edgeKeys.includes(path.edge) && waiting === 0;
  if (waiting === 0 && !isChosen && !isMissing) return null;
  const line = path.points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const head = beforeEnd(path);
  return (
    <g data-testid={`trace-arrow-${path.edge}`} data-missing={isMissing || undefined}>
      {isMissing && <path className="trace-halo" d={line} />}
      {(isChosen || isMissing) && (
        <path className="trace-arrow" data-of={isMissing ? "missing" : "chosen"} d={line} />
      )}
      {isMissing && (
        <g transform={`translate(${head.x} ${head.y})`}>
          <TraceMark.missing />
        </g>
      )}
      {waiting > 0 && (
        <g transform={`translate(${head.x} ${head.y})`}>
          <TraceMark.waiting count={waiting} />
        </g>
      )}
    </g>
  );
}

/** On the arrow's last piece, as near to its head as that is long. */
function beforeEnd({ points }: FormPath): { readonly x: number; readonly y: number } {
  const to = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.at(-2) ?? to;
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = length === 0 ? 0 : Math.min(beforeHead, length / 2) / length;
  return { x: to.x + (from.x - to.x) * part, y: to.y + (from.y - to.y) * part };
}

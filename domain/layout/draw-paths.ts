import type { Graph } from "../sop/graph.js";
import type { FormGrid } from "./form-grid.js";
import type { FormPath, FormSymbol, PathLabel, Point } from "./form-layout.js";
import type { LabelSize, Sizes } from "./level-sizes.js";
import { isSideExit, labelGap } from "./level-sizes.js";
import type { Places } from "./place-symbols.js";
import type { Run } from "./route.js";
import type { Routing } from "./route-edges.js";
import { outlines } from "./symbol-border.js";

/** The polyline of every routed edge, from outline to outline, with its outcome beside its start. */
export function drawPaths(
  graph: Graph,
  grid: FormGrid,
  routing: Routing,
  sizes: Sizes,
  places: Places,
): FormPath[] {
  return grid.links.map((link, index) => {
    const runs = routing.paths[index]!;
    const route = routing.routes[index]!;
    const source = places.symbolAt(link.from, (route.source - 1) / 2);
    const target = places.symbolAt(link.to, (route.target - 1) / 2);
    const points: Point[] = [];
    const first = runs[0]!;
    const last = runs.at(-1)!;
    const leavesLeft = !first.vertical && route.trunk < route.source;
    const entersLeft = !last.vertical && route.trunk < route.target;
    points.push(
      border(source, first, places.position(first), leavesLeft ? "left" : "right", false),
    );
    for (let i = 0; i + 1 < runs.length; i++) {
      const here = places.position(runs[i]!);
      const next = places.position(runs[i + 1]!);
      points.push(runs[i]!.vertical ? { x: here, y: next } : { x: next, y: here });
    }
    points.push(border(target, last, places.position(last), entersLeft ? "left" : "right", true));
    const edge = graph.edges[link.edge]!;
    const size = sizes.labels[index] ?? null;
    return {
      edge: edge.key,
      from: edge.from,
      to: edge.to,
      points,
      label: size === null ? null : placeLabel(size, source, points[0]!, side(route)),
      loop: link.to <= link.from,
    };
  });
}

type Side = "left" | "right" | "bottom";

const side = (route: Routing["routes"][number]): Side =>
  isSideExit(route) ? (route.trunk < route.source ? "left" : "right") : "bottom";

/** Where a piece at `at` (x or y) meets the symbol's outline. */
function border(
  symbol: FormSymbol,
  run: Run,
  at: number,
  flank: "left" | "right",
  enters: boolean,
): Point {
  const { width, height } = symbol;
  const outline = outlines[symbol.shape];
  const x = symbol.x + width / 2;
  const y = symbol.y + height / 2;
  if (run.vertical) {
    const dy = enters ? -outline.up(width, height, at - x) : outline.down(width, height, at - x);
    return { x: at, y: y + dy };
  }
  const dx = outline.side(width, height, at - y);
  return { x: flank === "left" ? x - dx : x + dx, y: at };
}

function placeLabel(size: LabelSize, symbol: FormSymbol, start: Point, side: Side): PathLabel {
  const { text, lines, width, height } = size;
  if (side === "bottom") {
    const y = symbol.y + symbol.height + 1;
    return { text, lines, x: start.x + labelGap + 1, y, width, height, anchor: "start" };
  }
  const y = start.y - height - 1;
  return side === "right"
    ? { text, lines, x: symbol.x + symbol.width + labelGap, y, width, height, anchor: "start" }
    : { text, lines, x: symbol.x - labelGap - width, y, width, height, anchor: "end" };
}

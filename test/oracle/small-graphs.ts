import { makeNode } from "../../domain/sop/build-graph.js";
import type { Edge, Graph, NodeKind } from "../../domain/sop/graph.js";
import { isWellFormed } from "./is-well-formed.js";

/** A symbol, and the numbers of those to which its arrows lead. */
interface Symbol {
  readonly kind: NodeKind;
  readonly to: readonly number[];
}

const lane = { key: "l", name: "Loket", binding: { type: "POSITION", position: "loket" } } as const;

/**
 * Every well-formed drawing with so many symbols between its start and its end, each with one arrow or
 * two: loops of one, arrows that lead twice to the same, bars that lead straight into one another.
 */
export function* smallGraphs(count: number): Generator<Graph> {
  const targets = Array.from({ length: count + 1 }, (_, at) => at);
  const pairs = targets.flatMap((one) => targets.slice(one).map((other) => [one, other]));
  const symbols: readonly Symbol[] = [
    ...(["activity", "join"] as const).flatMap((kind) => targets.map((to) => ({ kind, to: [to] }))),
    ...(["decision", "fork"] as const).flatMap((kind) => pairs.map((to) => ({ kind, to }))),
  ];
  const draw = function* (drawn: readonly Symbol[]): Generator<Graph> {
    if (drawn.length < count) {
      // The same in another order would be the same drawing.
      const least = order.indexOf(drawn.at(-1)?.kind ?? "activity");
      for (const one of symbols) {
        if (order.indexOf(one.kind) >= least) yield* draw([...drawn, one]);
      }
      return;
    }
    for (const first of targets) {
      const graph = graphOf(drawn, first);
      if (isWellFormed(graph)) yield graph;
    }
  };
  yield* draw([]);
}

const order: readonly NodeKind[] = ["activity", "join", "decision", "fork"];

function graphOf(symbols: readonly Symbol[], first: number): Graph {
  const name = (number: number): string => (number === symbols.length ? "end" : `n${number}`);
  const parts = [{ lane: lane.key, label: null }];
  const isBar = (kind: NodeKind): boolean => kind === "fork" || kind === "join";
  return {
    lanes: [lane],
    nodes: [
      makeNode({ key: "start", kind: "start", parts }),
      ...symbols.map(({ kind }, at) =>
        makeNode({ key: name(at), kind, text: name(at), parts: isBar(kind) ? [] : parts }),
      ),
      makeNode({ key: "end", kind: "end", parts }),
    ],
    edges: [
      { key: "first", from: "start", to: name(first), outcome: null },
      ...symbols.flatMap(({ kind, to }, at) =>
        to.map((target, no): Edge => ({
          key: `${name(at)}-${no}`,
          from: name(at),
          to: name(target),
          outcome: kind === "decision" ? `Pilihan ${no + 1}` : null,
        })),
      ),
    ],
    outputs: [],
  };
}

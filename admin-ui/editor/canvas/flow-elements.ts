import { Position, type Edge, type Node } from "@xyflow/react";
import type { FormLayout, FormPath, FormSymbol, Graph, NodeKind } from "../../../domain/index.js";
import { type FormMarks, type HeatMark, markKey, type StepMark } from "../../cases/step-marks.js";

export interface SymbolData extends Record<string, unknown> {
  readonly nodeKey: string;
  readonly laneKey: string | null;
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly mark: StepMark | HeatMark | null;
}
export type SymbolFlowNode = Node<SymbolData, "symbol">;

export interface PathData extends Record<string, unknown> {
  readonly path: FormPath;
}
export type PathFlowEdge = Edge<PathData, "path">;

/**
 * The layout's symbols as React Flow nodes. A symbol that is still the same object, as
 * `rememberedForm` gives it, keeps its node; where all do the list is the same, and React Flow has
 * nothing to look at.
 */
export function rememberedSymbolNodes(): (
  form: FormLayout,
  graph: Graph,
  marks: FormMarks | null,
) => SymbolFlowNode[] {
  const made = new WeakMap<FormSymbol, SymbolFlowNode>();
  let last: SymbolFlowNode[] = [];
  return ({ symbols }, graph, marks) => {
    const kinds = new Map(graph.nodes.map((node) => [node.key, node.kind]));
    const nodes = symbols.map((symbol, at) => {
      const id = symbolId(symbol, at);
      const kind = kinds.get(symbol.node) ?? "activity";
      const mark = marks?.get(markKey(symbol.node, symbol.lane ?? "")) ?? null;
      const known = made.get(symbol);
      if (known?.id === id && known.data.kind === kind && known.data.mark === mark) return known;
      const node = symbolNode(id, symbol, kind, mark);
      made.set(symbol, node);
      return node;
    });
    return (last = sameList(last, nodes));
  };
}

const symbolId = ({ node, lane }: FormSymbol, at: number): string => `${node}|${lane ?? ""}|${at}`;

function symbolNode(
  id: string,
  { node, lane, x, y, width, height, lines }: FormSymbol,
  kind: NodeKind,
  mark: StepMark | HeatMark | null,
): SymbolFlowNode {
  return {
    id,
    type: "symbol",
    position: { x, y },
    width,
    height,
    // A node that says where its handles are is not drawn out of view, only to be measured.
    handles: [
      { type: "target", position: Position.Top, x: width / 2, y: 0 },
      { type: "source", position: Position.Bottom, x: width / 2, y: height },
    ],
    data: { nodeKey: node, laneKey: lane, kind, width, height, lines, mark },
  };
}

/** The layout's paths as React Flow edges; they carry their own drawing and ask nothing of it. */
export function rememberedPathEdges(): (form: FormLayout) => PathFlowEdge[] {
  const made = new WeakMap<FormPath, PathFlowEdge>();
  let last: PathFlowEdge[] = [];
  return ({ symbols, paths }) => {
    const first = new Map<string, string>();
    for (const [at, symbol] of symbols.entries()) {
      if (!first.has(symbol.node)) first.set(symbol.node, symbolId(symbol, at));
    }
    const edges = paths.flatMap((path, at): PathFlowEdge[] => {
      const id = `${path.edge}|${at}`;
      const source = first.get(path.from);
      const target = first.get(path.to);
      if (source === undefined || target === undefined) return [];
      const known = made.get(path);
      if (known?.id === id && known.source === source && known.target === target) return [known];
      const edge: PathFlowEdge = { id, type: "path", source, target, data: { path } };
      made.set(path, edge);
      return [edge];
    });
    return (last = sameList(last, edges));
  };
}

/** `before`, where `now` is the same in all its elements. */
const sameList = <Item>(before: Item[], now: Item[]): Item[] =>
  now.length === before.length && now.every((item, at) => item === before[at]) ? before : now;

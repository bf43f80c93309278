import type { Edge, Node } from "@xyflow/react";
import type { FormLayout, FormPath, Graph, NodeKind } from "../../../domain/index.js";
import { markKey, type StepMark, type StepMarks } from "../../cases/step-marks.js";

export interface SymbolData extends Record<string, unknown> {
  readonly nodeKey: string;
  readonly laneKey: string | null;
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly mark: StepMark | null;
}
export type SymbolFlowNode = Node<SymbolData, "symbol">;

export interface PathData extends Record<string, unknown> {
  readonly path: FormPath;
}
export type PathFlowEdge = Edge<PathData, "path">;

/** `symbolNodes`, with a memory of what it returned last. */
export function rememberedSymbolNodes(): (
  form: FormLayout,
  graph: Graph,
  marks: StepMarks | null,
) => SymbolFlowNode[] {
  let before: SymbolFlowNode[] = [];
  return (form, graph, marks) => {
    before = symbolNodes(form, graph, marks, before);
    return before;
  };
}

const symbolId = (node: string, lane: string | null, at: number): string =>
  `${node}|${lane ?? ""}|${at}`;

/** The layout's symbols as React Flow nodes. Those that did not change stay the same objects. */
function symbolNodes(
  form: FormLayout,
  graph: Graph,
  marks: StepMarks | null,
  before: readonly SymbolFlowNode[],
): SymbolFlowNode[] {
  const kinds = new Map(graph.nodes.map((node) => [node.key, node.kind]));
  const old = new Map(before.map((node) => [node.id, node]));
  return form.symbols.map((symbol, at) => {
    const id = symbolId(symbol.node, symbol.lane, at);
    const data: SymbolData = {
      nodeKey: symbol.node,
      laneKey: symbol.lane,
      kind: kinds.get(symbol.node) ?? "activity",
      width: symbol.width,
      height: symbol.height,
      lines: symbol.lines,
      mark: marks?.get(markKey(symbol.node, symbol.lane ?? "")) ?? null,
    };
    const known = old.get(id);
    if (known !== undefined && sameSymbol(known, symbol, data)) return known;
    return {
      id,
      type: "symbol",
      position: { x: symbol.x, y: symbol.y },
      width: symbol.width,
      height: symbol.height,
      data,
    };
  });
}

function sameSymbol(
  known: SymbolFlowNode,
  place: { readonly x: number; readonly y: number },
  data: SymbolData,
): boolean {
  const had = known.data;
  return (
    known.position.x === place.x &&
    known.position.y === place.y &&
    had.width === data.width &&
    had.height === data.height &&
    had.kind === data.kind &&
    had.mark === data.mark &&
    had.lines.join("\n") === data.lines.join("\n")
  );
}

/** The layout's paths as React Flow edges; they carry their own drawing and ask nothing of it. */
export function rememberedPathEdges(): (form: FormLayout) => PathFlowEdge[] {
  let before = new Map<string, PathFlowEdge>();
  return (form) => {
    const edges = pathEdges(form, before);
    before = new Map(edges.map((edge) => [edge.id, edge]));
    return edges;
  };
}

function pathEdges(form: FormLayout, before: ReadonlyMap<string, PathFlowEdge>): PathFlowEdge[] {
  const first = new Map<string, string>();
  for (const [at, { node, lane }] of form.symbols.entries()) {
    if (!first.has(node)) first.set(node, symbolId(node, lane, at));
  }
  return form.paths.flatMap((path, at): PathFlowEdge[] => {
    const source = first.get(path.from);
    const target = first.get(path.to);
    if (source === undefined || target === undefined) return [];
    const id = `${path.edge}|${at}`;
    const known = before.get(id);
    const isSame = known?.data?.path === path && known.source === source && known.target === target;
    if (known !== undefined && isSame) return [known];
    return [{ id, type: "path", source, target, data: { path } }];
  });
}

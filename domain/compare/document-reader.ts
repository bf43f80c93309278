import { kindOf } from "../kinds/node-kinds.js";
import type { GraphNode, LaneKey, NodeKey, OutputKey } from "../sop/graph.js";
import { rowNumbers } from "../sop/row-numbers.js";
import type { SopDocument } from "../sop/sop-document.js";
import type { ToldValue } from "./change-group.js";

/** A document, asked for what its keys stand for. A key that stands for nothing names itself. */
export interface DocumentReader {
  readonly document: SopDocument;
  readonly nodes: ReadonlyMap<NodeKey, GraphNode>;
  numberOf(node: NodeKey): number | null;
  laneName(key: LaneKey): string;
  outputName(key: OutputKey): string;
  step(key: NodeKey): ToldValue;
  /** The row above; `null` for the first. */
  stepBefore(key: NodeKey): ToldValue | null;
}

export function documentReader(document: SopDocument): DocumentReader {
  const { nodes, lanes, outputs } = document.graph;
  const numbers = rowNumbers(document.graph);
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const rows = nodes.filter((node) => kindOf(node).standsInRow);
  const above = new Map(rows.map(({ key }, at) => [key, rows[at - 1]?.key ?? null]));
  const laneNames = new Map(lanes.map(({ key, name }) => [key, name]));
  const outputNames = new Map(outputs.map(({ key, name }) => [key, name]));
  const step = (key: NodeKey): ToldValue => {
    const node = byKey.get(key);
    const number = numbers.get(key) ?? null;
    return { type: "step", number, text: node?.text ?? key, kind: node?.kind ?? null };
  };
  return {
    document,
    nodes: byKey,
    numberOf: (key) => numbers.get(key) ?? null,
    laneName: (key) => laneNames.get(key) ?? key,
    outputName: (key) => outputNames.get(key) ?? key,
    step,
    stepBefore: (key) => {
      const before = above.get(key) ?? null;
      return before === null ? null : step(before);
    },
  };
}

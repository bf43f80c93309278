import type { Graph, GraphNode, OutputKey } from "../sop/graph.js";
import type { ColumnPlan } from "./column-plan.js";
import type { FormCell } from "./form-layout.js";
import type { Metrics } from "./metrics.js";
import { wrapText } from "./wrap-text.js";

/** The texts of each row's cells, broken to their columns. */
export function rowCells(
  graph: Graph,
  nodes: readonly GraphNode[],
  plan: ColumnPlan,
  metrics: Metrics,
): readonly (readonly FormCell[])[] {
  const names = new Map<OutputKey, string>();
  for (const output of graph.outputs) names.set(output.key, output.name);
  const roles = ["activity", ...plan.right.map(({ role }) => role)] as const;
  return nodes.map((node) => cellsOf(node, roles, names, metrics));
}

function cellsOf(
  node: GraphNode,
  roles: readonly FormCell["role"][],
  names: ReadonlyMap<OutputKey, string>,
  metrics: Metrics,
): FormCell[] {
  const texts: Record<FormCell["role"], string> = {
    activity: node.text,
    requirements: asList(
      node.requirements.map(({ text, output }) =>
        text === "" && output !== null ? (names.get(output) ?? "") : text,
      ),
    ),
    time: node.standardTime === null ? "" : metrics.timeText(node.standardTime),
    output: asList(node.outputs.map((key) => names.get(key) ?? "")),
    remarks: node.remarks ?? "",
  };
  return roles.map((role) => {
    const room = metrics.columns[role] - 2 * metrics.cellPadding;
    return { role, lines: wrapText(texts[role], room, "cell", metrics) };
  });
}

function asList(texts: readonly string[]): string {
  const present = texts.filter((text) => text !== "");
  return present.length > 1 ? present.map((text) => `- ${text}`).join("\n") : (present[0] ?? "");
}

/** px that the tallest of the cells needs, its padding included; 0 without any text. */
export function cellsHeight(cells: readonly FormCell[], metrics: Metrics): number {
  const lines = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 0);
  return lines === 0 ? 0 : lines * metrics.lineHeight.cell + 2 * metrics.cellPadding;
}

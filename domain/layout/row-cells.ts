import type { Graph, GraphNode, OutputKey } from "../sop/graph.js";
import type { ColumnPlan } from "./column-plan.js";
import type { FormCell, FormColumn } from "./form-layout.js";
import type { Metrics } from "./metrics.js";
import type { TextMemory } from "./text-memory.js";
import { textMemory } from "./text-memory.js";

type CellRole = FormCell["role"];

/** The texts of the rows' cells, column by column, before they are broken to lines. */
export interface RowTexts {
  readonly roles: readonly CellRole[];
  /** By row, in the order of `roles`. */
  readonly rows: readonly (readonly string[])[];
}

export function rowTexts(
  graph: Graph,
  nodes: readonly GraphNode[],
  plan: ColumnPlan,
  metrics: Metrics,
): RowTexts {
  const names = new Map<OutputKey, string>();
  for (const output of graph.outputs) names.set(output.key, output.name);
  const memory = textMemory(metrics);
  const roles: readonly CellRole[] = ["activity", ...plan.right.map(({ role }) => role)];
  const rows = nodes.map((node) => roles.map((role) => textReaders[role](node, names, memory)));
  return { roles, rows };
}

type TextReader = (
  node: GraphNode,
  names: ReadonlyMap<OutputKey, string>,
  memory: TextMemory,
) => string;

const textReaders: Record<CellRole, TextReader> = {
  activity: (node) => node.text,
  requirements: (node, names) =>
    asList(
      node.requirements.map(({ text, output }) =>
        text === "" && output !== null ? (names.get(output) ?? "") : text,
      ),
    ),
  time: (node, _names, memory) =>
    node.standardTime === null ? "" : memory.timeText(node.standardTime),
  output: (node, names) => asList(node.outputs.map((key) => names.get(key) ?? "")),
  remarks: (node) => node.remarks ?? "",
};

function asList(texts: readonly string[]): string {
  const present = texts.filter((text) => text !== "");
  return present.length > 1 ? present.map((text) => `- ${text}`).join("\n") : (present[0] ?? "");
}

/** The cells of every row, broken to the widths of their columns. */
export function rowCells(
  { roles, rows }: RowTexts,
  columns: readonly FormColumn[],
  metrics: Metrics,
): readonly (readonly FormCell[])[] {
  const memory = textMemory(metrics);
  const wrappers = roles.map((role) => {
    const width = columns.find((column) => column.role === role)?.width ?? 0;
    return memory.wrapper("cell", width - 2 * metrics.cellPadding);
  });
  return rows.map((texts) =>
    roles.map((role, at): FormCell => {
      const text = texts[at]!;
      return { role, text, lines: wrappers[at]!(text) };
    }),
  );
}

/** px that the tallest of the cells needs, its padding included; 0 without any text. */
export function cellsHeight(cells: readonly FormCell[], metrics: Metrics): number {
  const lines = cells.reduce((most, cell) => Math.max(most, cell.lines.length), 0);
  return lines === 0 ? 0 : lines * metrics.lineHeight.cell + 2 * metrics.cellPadding;
}

import { kindOf, rowNumbers, type Graph, type Metrics } from "../../../domain/index.js";
import type { CopiedSteps } from "../changes/copy-steps.js";
import { isCopiedSteps } from "./is-copied-steps.js";

/** The form's headings, for a table that another program takes. */
export type TableTitles = Metrics["titles"];

/** Rows as a table: a line of headings, then a line for each step that stands in a row. */
export function tableOf(
  graph: Graph,
  keys: readonly string[],
  titles: TableTitles,
  timeText: Metrics["timeText"],
  kindName: (kind: string) => string,
): readonly (readonly string[])[] {
  const numbers = rowNumbers(graph);
  const names = new Map(graph.outputs.map(({ key, name }) => [key, name]));
  const chosen = new Set(keys);
  const rows = graph.nodes.filter((node) => chosen.has(node.key) && kindOf(node).standsInRow);
  const head = [
    titles.number,
    titles.activity,
    ...graph.lanes.map(({ name }) => name),
    titles.requirements,
    titles.time,
    titles.output,
    titles.remarks,
  ];
  const body = rows.map((node) => [
    String(numbers.get(node.key) ?? ""),
    node.text,
    ...graph.lanes.map(({ key }) => {
      const part = node.parts.find(({ lane }) => lane === key);
      return part === undefined ? "" : (part.label ?? kindName(node.kind));
    }),
    node.requirements.map(({ text }) => text).join("\n"),
    node.standardTime === null ? "" : timeText(node.standardTime),
    node.outputs.map((key) => names.get(key) ?? "").join("\n"),
    node.remarks ?? "",
  ]);
  return [head, ...body];
}

/** Tab-separated, with the quotes that spreadsheets expect around several lines. */
export const tableAsText = (table: readonly (readonly string[])[]): string =>
  table
    .map((row) =>
      row
        .map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join("\t"),
    )
    .join("\n");

const attribute = "data-alur-steps";

/** A table that Word and Excel take, and with it the steps themselves, for a form of Alur's. */
export function tableAsHtml(
  table: readonly (readonly string[])[],
  steps: CopiedSteps | null,
): string {
  const rows = table.map((row, at) => {
    const tag = at === 0 ? "th" : "td";
    const cells = row.map((cell) => `<${tag}>${escape(cell).replaceAll("\n", "<br>")}</${tag}>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  const own = steps === null ? "" : ` ${attribute}="${escape(JSON.stringify(steps))}"`;
  return `<table border="1"${own}><tbody>${rows.join("")}</tbody></table>`;
}

const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** The steps that a table of Alur's carries with it; `null` in any other text. */
export function stepsOfHtml(html: string): CopiedSteps | null {
  if (!html.includes(attribute)) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector(`[${attribute}]`);
  return stepsOf(table?.getAttribute(attribute) ?? "");
}

/** Reads copied steps, of whatever version of Alur; `null` where they are no such thing. */
export function stepsOf(json: string): CopiedSteps | null {
  try {
    const value: unknown = JSON.parse(json);
    return isCopiedSteps(value) ? value : null;
  } catch {
    return null;
  }
}

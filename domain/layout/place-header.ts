import type { ColumnPlan } from "./column-plan.js";
import type { FormColumn, FormHeader, HeaderGroup } from "./form-layout.js";
import type { Metrics } from "./metrics.js";

/** The two bands of the heading: the lanes and the standard lie under headings of their own. */
export function placeHeader(
  columns: readonly FormColumn[],
  plan: ColumnPlan,
  metrics: Metrics,
): FormHeader {
  const band = (lines: number): number =>
    lines * metrics.lineHeight.header + 2 * metrics.cellPadding;
  const groups: HeaderGroup[] = [];
  let most = 1;
  let last: HeaderGroup["role"] | null = null;
  for (const column of columns) {
    const role = groupOf(column);
    if (role !== null) most = Math.max(most, column.lines.length);
    if (role === null || role !== last) {
      // Remarks between two columns of the standard part it in two.
      if (role !== null) groups.push(headerGroup(role, plan, column));
    } else {
      const group = groups.pop()!;
      groups.push({ ...group, width: group.width + column.width });
    }
    last = role;
  }
  const single = columns.filter((column) => groupOf(column) === null);
  const tallest = single.reduce((lines, column) => Math.max(lines, column.lines.length), 1);
  const groupHeight = band(1);
  return { height: Math.max(groupHeight + band(most), band(tallest)), groupHeight, groups };
}

const headerGroup = (
  role: HeaderGroup["role"],
  { titles }: ColumnPlan,
  { x, width }: FormColumn,
): HeaderGroup => ({ role, title: titles[role], x, width });

/** Which heading lies over a column; `null`: none, it spans both bands. */
function groupOf({ role }: FormColumn): HeaderGroup["role"] | null {
  if (role === "lane") return "lanes";
  return role === "requirements" || role === "time" || role === "output" ? "standard" : null;
}

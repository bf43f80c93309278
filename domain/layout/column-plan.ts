import type { FormColumns, RightColumn } from "../sop/form-columns.js";
import { rightColumns } from "../sop/form-columns.js";
import type { Metrics } from "./metrics.js";

/** Which columns the form has right of its lanes, and what all headings say. */
export interface ColumnPlan {
  /** From left to right, each at most once. */
  readonly right: readonly { readonly role: RightColumn; readonly title: string }[];
  readonly titles: Pick<Metrics["titles"], "number" | "activity" | "lanes" | "standard">;
}

/** `columns` over the metrics' own headings; what is no column, or stands twice, is passed over. */
export function columnPlan(columns: FormColumns | null, { titles }: Metrics): ColumnPlan {
  if (columns === null) {
    return { right: rightColumns.map((role) => ({ role, title: titles[role] })), titles };
  }
  const seen = new Set<RightColumn>();
  const right: { role: RightColumn; title: string }[] = [];
  for (const { column: role, title } of columns.right) {
    if (seen.has(role) || !rightColumns.includes(role)) continue;
    seen.add(role);
    right.push({ role, title: title ?? titles[role] });
  }
  return {
    right,
    titles: {
      number: columns.titles.number ?? titles.number,
      activity: columns.titles.activity ?? titles.activity,
      lanes: columns.titles.lanes ?? titles.lanes,
      standard: columns.titles.standard ?? titles.standard,
    },
  };
}

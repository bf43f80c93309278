import type { FormLayout, NodeKey } from "../../../domain/index.js";

/** The form with its printed numbers as if some of its rows were not there; these have none. */
export function recounted(form: FormLayout, uncounted: ReadonlySet<NodeKey>): FormLayout {
  if (uncounted.size === 0) return form;
  let count = 0;
  const rows = form.rows.map((row) => {
    if (row.number === null) return row;
    return { ...row, number: uncounted.has(row.node) ? null : ++count };
  });
  return { ...form, rows };
}

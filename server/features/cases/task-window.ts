import type { Row } from "../../persistence/database.js";
import type { KeysetPage, Select } from "../../persistence/keyset-page.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { formOf } from "../sops/sop-service.js";
import { holdsWords } from "./search-words.js";

/** What no index serves: every condition must hold, and every word be found. */
export interface Wanted {
  /** On `task t JOIN instance i`. */
  readonly checks: readonly Select[];
  readonly words: readonly string[];
}

export interface LookedAt {
  /** Of what was wanted, in the order of the list: one more than the page at most. */
  readonly ids: readonly number[];
  /** The last row that was looked at, if it is not the last of the list; `null` if it is, or enough was found. */
  readonly last: Row | null;
}

/** How many tasks are looked at: first few, for most filters fill a page soon, and never more than these. */
const windows = [250, 2000] as const;

interface WindowRow extends Row {
  id: number;
  fits: number;
  version_id: number;
  node_key: string;
  label: string | null;
  title: string | null;
  requester_name: string;
  sop_title: string;
  sop_number: string | null;
}

/**
 * Looks for what is wanted along the order of the list, through a bounded number of tasks however few
 * of them fit: at most two statements, and one for forms that were not read yet.
 */
export async function lookThrough(
  scope: RequestScope,
  page: KeysetPage,
  arms: readonly Select[],
  wanted: Wanted,
): Promise<LookedAt> {
  let last: Row | null = null;
  let ids: readonly number[] = [];
  for (const most of windows) {
    const rows = await readWindow(scope, page.query(arms, most), page, wanted);
    const found = await fitting(scope, rows, wanted.words);
    ids = found.slice(0, page.enough).map(({ id }) => id);
    last = rows.length < most || found.length >= page.enough ? null : (rows.at(-1) ?? null);
    if (last === null) break;
  }
  return { ids, last };
}

function readWindow(
  { reader }: RequestScope,
  looked: Select,
  page: KeysetPage,
  { checks, words }: Wanted,
): Promise<WindowRow[]> {
  const condition = checks.map(({ sql }) => `(${sql})`).join(" AND ") || "1 = 1";
  const texts = `t.node_key, t.label, i.version_id, i.title, i.requester_name,
    s.title AS sop_title, s.number AS sop_number`;
  return reader.all<WindowRow>(
    `SELECT w.*, CASE WHEN ${condition} THEN 1 ELSE 0 END AS fits${words.length > 0 ? `, ${texts}` : ""}
      FROM (${looked.sql}) w CROSS JOIN task t ON t.id = w.id
      CROSS JOIN instance i ON i.id = t.instance_id
      ${words.length > 0 ? "CROSS JOIN sop s ON s.id = i.sop_id" : ""} ${page.orderBy("w")}`,
    [...checks.flatMap(({ params }) => params), ...looked.params],
  );
}

async function fitting(
  scope: RequestScope,
  rows: readonly WindowRow[],
  words: readonly string[],
): Promise<readonly WindowRow[]> {
  const fit = rows.filter(({ fits }) => fits === 1);
  if (words.length === 0) return fit;
  const versionIds = [...new Set(fit.map((row) => row.version_id))];
  const forms = new Map(
    await Promise.all(versionIds.map(async (id) => [id, await formOf(scope, id)] as const)),
  );
  return fit.filter((row) => {
    const step = forms.get(row.version_id)?.nodeByKey.get(row.node_key)?.text ?? "";
    const { title, requester_name, sop_title, sop_number, label } = row;
    const texts = [title ?? "", requester_name, sop_title, sop_number ?? "", step, label ?? ""];
    return holdsWords(texts, words);
  });
}

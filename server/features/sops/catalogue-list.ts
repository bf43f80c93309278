import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import { keysetPage, type Select } from "../../persistence/keyset-page.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { CatalogueEntry, type CatalogueFilter } from "./catalogue-types.js";

export const CatalogueConnection = connectionOf(CatalogueEntry, "CatalogueEntry");

interface EntryRow extends Row {
  sop_id: number;
  office_id: number;
  version_id: number;
}

const mostWords = 8;
const longestWord = 60;

/** As `startInstance` finds it: the newest that is in force, and not taken back by a retirement. */
const versionInForce = `(SELECT v.id FROM sop_version v WHERE v.sop_id = s.id
  AND v.status = 'ENACTED' AND v.in_force_from <= ?
  AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
  ORDER BY v.in_force_from DESC, v.ordinal DESC LIMIT 1)`;

/** What requesters may start, of all offices, by title. Two statements: the page and the count. */
export async function listCatalogue(
  scope: RequestScope,
  filter: CatalogueFilter,
  args: PageArgs,
): Promise<Connection<CatalogueEntry>> {
  const conditions = [open(scope), ...asked(filter)];
  const from = `FROM sop s JOIN office o ON o.id = s.office_id
    JOIN catalogue_entry c ON c.version_id = ${versionInForce}
    WHERE c.opens_to_requester = 1 AND ${conditions.map(({ sql }) => `(${sql})`).join(" AND ")}`;
  const params = [scope.ctx.now(), ...conditions.flatMap((condition) => condition.params)];
  const page = keysetPage(args, [
    { sql: "s.title", key: "title" },
    { sql: "s.id", key: "sop_id" },
  ]);
  const columns = "s.title, s.id AS sop_id, s.office_id, c.version_id";
  const query = page.query([{ sql: `SELECT ${columns} ${from}`, params }]);
  const [rows, count] = await Promise.all([
    scope.reader.all<EntryRow>(query.sql, query.params),
    scope.reader.get<Row & { count: number }>(`SELECT COUNT(*) AS count ${from}`, params),
  ]);
  return { ...page.build(rows, toEntry), totalCount: count?.count ?? null };
}

const toEntry = (row: EntryRow): CatalogueEntry =>
  Object.assign(new CatalogueEntry(), {
    sopId: row.sop_id,
    officeId: row.office_id,
    versionId: row.version_id,
  });

/** A person may request of any office; a program asks for its own. */
function open({ ctx }: RequestScope): Select {
  const actor = requireSignedIn(ctx);
  if (actor.type !== "TOKEN") return { sql: "1 = 1", params: [] };
  const { officeId } = actor;
  return allows(actor, "sop.read", { officeId })
    ? { sql: "s.office_id = ?", params: [officeId] }
    : { sql: "1 = 0", params: [] };
}

function asked({ officeId, search }: CatalogueFilter): Select[] {
  const conditions: Select[] = [];
  if (officeId) {
    const id = fromGlobalId(officeId, "Office", "filter.officeId");
    conditions.push({ sql: "s.office_id = ?", params: [id] });
  }
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  for (const word of words) {
    const pattern = `%${word.slice(0, longestWord).replaceAll(/[!%_]/g, "!$&")}%`;
    const columns = ["c.words", "LOWER(s.title)", "LOWER(s.number)", "LOWER(o.name)"];
    conditions.push({
      sql: columns.map((column) => `${column} LIKE ? ESCAPE '!'`).join(" OR "),
      params: columns.map(() => pattern),
    });
  }
  return conditions;
}

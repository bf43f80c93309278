import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import type { Row, SqlValue } from "../../persistence/database.js";
import { keysetPage } from "../../persistence/keyset-page.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { SopFilter } from "./sop-inputs.js";
import { sopColumns, type SopRow, toSop } from "./sop-loaders.js";
import { Sop, type SopStatus } from "./sop-types.js";

export const SopConnection = connectionOf(Sop, "Sop");

interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const enacted = "SELECT 1 FROM sop_version v WHERE v.sop_id = s.id AND v.status = 'ENACTED'";
/** Enacted, and not taken back by a later retirement. */
const standing = `${enacted} AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)`;

/** How the states of an SOP read in SQL; each has one place for the present instant. */
const inState: Record<SopStatus, string> = {
  IN_FORCE: `EXISTS (${standing} AND v.in_force_from <= ?)`,
  RETIRED: `s.retired_at IS NOT NULL AND NOT EXISTS (${standing} AND v.in_force_from <= ?)`,
  SCHEDULED: `s.retired_at IS NULL AND EXISTS (${enacted}) AND NOT EXISTS (${enacted} AND v.in_force_from <= ?)`,
  DRAFT_ONLY: `NOT EXISTS (${enacted} AND v.in_force_from <= ?) AND NOT EXISTS (${enacted})`,
};

/** The SOPs that the caller may see, by title. Two statements: the page and the count. */
export async function listSops(
  scope: RequestScope,
  filter: SopFilter,
  args: PageArgs,
): Promise<Connection<Sop>> {
  const conditions = [visible(scope), ...asked(scope, filter)];
  const where = conditions.map(({ sql }) => `(${sql})`).join(" AND ");
  const params = conditions.flatMap((condition) => condition.params);
  const page = keysetPage(args, [
    { sql: "s.title", key: "title" },
    { sql: "s.id", key: "id" },
  ]);
  const query = page.query([{ sql: `SELECT ${sopColumns} FROM sop s WHERE ${where}`, params }]);
  const [rows, count] = await Promise.all([
    scope.reader.all<SopRow>(query.sql, query.params),
    scope.reader.get<Row & { count: number }>(
      `SELECT COUNT(*) AS count FROM sop s WHERE ${where}`,
      params,
    ),
  ]);
  return { ...page.build(rows, toSop), totalCount: count?.count ?? null };
}

function visible({ ctx }: RequestScope): Condition {
  const actor = requireSignedIn(ctx);
  if (allows(actor, "sop.readDraft", {})) return { sql: "1 = 1", params: [] };
  const officeId = "officeId" in actor ? actor.officeId : 0;
  // A token sees its own office's only; a person sees what is in force anywhere.
  if (actor.type === "TOKEN") {
    if (!allows(actor, "sop.read", { officeId })) return { sql: "1 = 0", params: [] };
    return { sql: `s.office_id = ? AND EXISTS (${enacted})`, params: [officeId] };
  }
  return allows(actor, "sop.readDraft", { officeId })
    ? { sql: `s.office_id = ? OR EXISTS (${enacted})`, params: [officeId] }
    : { sql: `EXISTS (${enacted})`, params: [] };
}

function asked({ ctx }: RequestScope, filter: SopFilter): Condition[] {
  const conditions: Condition[] = [];
  if (filter.officeId) {
    const officeId = fromGlobalId(filter.officeId, "Office", "filter.officeId");
    conditions.push({ sql: "s.office_id = ?", params: [officeId] });
  }
  if (filter.status) conditions.push({ sql: inState[filter.status], params: [ctx.now()] });
  const search = filter.search?.trim();
  if (search) {
    const pattern = `%${search.slice(0, 200).replaceAll(/[!%_]/g, "!$&")}%`;
    conditions.push({
      sql: "LOWER(s.title) LIKE LOWER(?) ESCAPE '!' OR LOWER(s.number) LIKE LOWER(?) ESCAPE '!'",
      params: [pattern, pattern],
    });
  }
  return conditions;
}

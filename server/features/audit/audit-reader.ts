import { fromGlobalId, parseGlobalId } from "../../kernel/global-id.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { keysetPage, type Select } from "../../persistence/keyset-page.js";
import type { Row } from "../../persistence/database.js";
import { auditSubjectTypes } from "../../runtime/audit-actions.js";
import { type AuditRow, selectAudit } from "../../runtime/audit-trail.js";
import type { Connection, PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { searchedAtOnce } from "./searched-at-once.js";
import { AuditEntry, type AuditFilter } from "./audit-types.js";

const newestFirst = [{ sql: "a.seq", key: "seq", descending: true }] as const;

/** The audit trail, for the admin. Nothing here writes, and nothing elsewhere changes an entry. */
export class AuditReader {
  /** One statement for a page, one more for where it begins where words are looked for. */
  async entries(
    scope: RequestScope,
    filter: AuditFilter,
    request: PageArgs,
  ): Promise<Connection<AuditEntry>> {
    authorize(scope.ctx, "audit.read");
    const page = keysetPage(request, newestFirst);
    const conditions = [...narrowed(filter), page.where];
    const words = searched(filter.search);
    // A page from the end of a search would have to look at all of it, and no list is read so.
    if (words && request.last != null) throw new Refusal("INVALID", "last", { reason: "search" });
    const end = words ? await this.#endOfSearch(scope, conditions) : null;
    const all = [
      ...conditions,
      ...(words ? [words] : []),
      ...(end === null ? [] : [{ sql: "a.seq >= ?", params: [end] }]),
    ];
    const rows = await scope.reader.all<AuditRow & Row>(
      `${selectAudit} WHERE ${all.map(({ sql }) => sql).join(" AND ")} ${page.tail}`,
      all.flatMap(({ params }) => params),
    );
    const isCut = end !== null && rows.length < page.enough;
    return {
      ...page.build(rows, (row) => AuditEntry.from(row), isCut ? { seq: end } : null),
      totalCount: null,
    };
  }

  /** The last entry that is looked at where there are more behind it; `null`: it is looked at all. */
  async #endOfSearch(scope: RequestScope, conditions: readonly Select[]): Promise<number | null> {
    const row = await scope.reader.get<Row & { seq: number }>(
      `SELECT a.seq FROM audit_entry a WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}
        ORDER BY a.seq DESC LIMIT 1 OFFSET ${searchedAtOnce - 1}`,
      conditions.flatMap(({ params }) => params),
    );
    return row?.seq ?? null;
  }
}

function narrowed(filter: AuditFilter): Select[] {
  const equal = (column: string, value: string | number | null | undefined): Select[] =>
    value == null ? [] : [{ sql: `a.${column} = ?`, params: [value] }];
  const { officeId, actorId, action, from, to } = filter;
  return [
    ...equal("office_id", officeId && fromGlobalId(officeId, "Office", "filter.officeId")),
    ...(actorId
      ? [
          {
            sql: "a.actor_type = 'PERSON' AND a.actor_id = ?",
            params: [fromGlobalId(actorId, "Person", "filter.actorId")],
          },
        ]
      : []),
    ...equal("action", action),
    ...aboutSubject(filter.subjectId),
    ...(from == null ? [] : [{ sql: "a.at >= ?", params: [from] }]),
    ...(to == null ? [] : [{ sql: "a.at < ?", params: [to] }]),
  ];
}

function aboutSubject(subjectId: string | null | undefined): Select[] {
  if (!subjectId) return [];
  const parsed = parseGlobalId(subjectId);
  const type = auditSubjectTypes.find((each) => each === parsed?.type);
  if (!parsed || !type) throw new Refusal("NOT_FOUND", "filter.subjectId");
  return [{ sql: "a.subject_type = ? AND a.subject_id = ?", params: [type, parsed.id] }];
}

function searched(search: string | null | undefined): Select | null {
  const wanted = search?.trim().toLowerCase().slice(0, 200);
  if (!wanted) return null;
  const pattern = `%${wanted.replaceAll(/[!%_]/g, "!$&")}%`;
  const columns = ["a.actor_name", "a.subject_name", "a.changes"];
  return {
    sql: `(${columns.map((column) => `LOWER(${column}) LIKE ? ESCAPE '!'`).join(" OR ")})`,
    params: columns.map(() => pattern),
  };
}

import type { Role } from "../../kernel/actor.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize, requireSignedIn } from "../../kernel/policy.js";
import { keysetPage, type Select } from "../../persistence/keyset-page.js";
import type { Connection, PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { ApiToken, apiTokenColumns, type ApiTokenRow } from "./api-token.js";
import { Office, officeColumns, type OfficeRow } from "./office.js";
import { Person, personColumns, type PersonRow } from "./person.js";
import { Position, positionColumns, type PositionRow } from "./position.js";

const byName = [
  { sql: "p.name", key: "name" },
  { sql: "p.id", key: "id" },
] as const;

const qualified = (alias: string, columns: string): string =>
  columns
    .split(", ")
    .map((column) => `${alias}.${column}`)
    .join(", ");

interface PeopleFilter {
  /** Part of a name or of a username. */
  readonly search: string | null;
  /** A global id. */
  readonly officeId: string | null;
  readonly role: Role | null;
  readonly disabled: boolean | null;
}

/** What is read about offices and people, each asker seeing what the policy table lets them see. */
export class PeopleReader {
  /** Two statements: the page, and the count. */
  async people(
    scope: RequestScope,
    wanted: PeopleFilter,
    request: PageArgs,
  ): Promise<Connection<Person>> {
    const page = keysetPage(request, byName);
    const filters = [
      visibleTo(scope),
      ...matching(wanted.search),
      ...ofOffice(wanted.officeId),
      ...inState(wanted),
    ];
    const where = filters.map(({ sql }) => sql).join(" AND ");
    const params = filters.flatMap((filter) => filter.params);
    const query = page.query([
      { sql: `SELECT ${qualified("p", personColumns)} FROM person p WHERE ${where}`, params },
    ]);
    const [rows, count] = await Promise.all([
      scope.reader.all<PersonRow>(query.sql, query.params),
      scope.reader.get<{ n: number }>(`SELECT COUNT(*) AS n FROM person p WHERE ${where}`, params),
    ]);
    return {
      ...page.build(rows, (row) => Person.from(row, true)),
      totalCount: Number(count?.n ?? 0),
    };
  }

  async offices(scope: RequestScope): Promise<Office[]> {
    const actor = requireSignedIn(scope.ctx);
    const rows = await scope.reader.all<OfficeRow>(
      `SELECT ${officeColumns} FROM office ORDER BY name, id`,
      [],
    );
    return rows
      .filter((row) => allows(actor, "office.read", { officeId: row.id }))
      .map((row) => Office.from(row));
  }

  /** `officeId` is a global id; of an unknown office there are none. */
  async positions(
    scope: RequestScope,
    officeId: string | null,
    withRetired = false,
  ): Promise<Position[]> {
    const actor = requireSignedIn(scope.ctx);
    const office = officeId === null ? null : fromGlobalId(officeId, "Office", "officeId");
    const rows = await scope.reader.all<PositionRow>(
      `SELECT ${positionColumns} FROM position
       WHERE ${office === null ? "1 = 1" : "office_id = ?"}
       ${withRetired ? "" : "AND retired_at IS NULL"} ORDER BY name, id`,
      office === null ? [] : [office],
    );
    return rows
      .filter((row) => allows(actor, "position.read", { officeId: row.office_id }))
      .map((row) => Position.from(row));
  }

  async apiTokens(scope: RequestScope): Promise<ApiToken[]> {
    authorize(scope.ctx, "token.read");
    const rows = await scope.reader.all<ApiTokenRow>(
      `SELECT ${apiTokenColumns} FROM api_token ORDER BY id`,
      [],
    );
    return rows.map((row) => ApiToken.from(row));
  }
}

/** Everybody, one's own office or oneself: the widest that the policy table allows. */
function visibleTo({ ctx }: RequestScope): Select {
  const { actor } = ctx;
  if (allows(actor, "person.read")) return { sql: "1 = 1", params: [] };
  if (actor.type !== "PERSON") {
    authorize(ctx, "person.read");
    return { sql: "1 = 0", params: [] };
  }
  return allows(actor, "person.read", { officeId: actor.officeId })
    ? { sql: "p.office_id = ?", params: [actor.officeId] }
    : { sql: "p.id = ?", params: [actor.personId] };
}

const ofOffice = (officeId: string | null): Select[] =>
  officeId === null
    ? []
    : [{ sql: "p.office_id = ?", params: [fromGlobalId(officeId, "Office", "officeId")] }];

const inState = ({ role, disabled }: PeopleFilter): Select[] => [
  ...(role === null
    ? []
    : [
        {
          sql: "EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.role = ?)",
          params: [role],
        },
      ]),
  ...(disabled === null
    ? []
    : [{ sql: `p.disabled_at IS ${disabled ? "NOT " : ""}NULL`, params: [] }]),
];

function matching(search: string | null): Select[] {
  const wanted = search?.trim().toLowerCase().slice(0, 200);
  if (!wanted) return [];
  const pattern = `%${wanted.replaceAll(/[!%_]/g, "!$&")}%`;
  return [
    {
      sql: "(LOWER(p.name) LIKE ? ESCAPE '!' OR p.username LIKE ? ESCAPE '!' OR p.nip LIKE ? ESCAPE '!')",
      params: [pattern, pattern, pattern],
    },
  ];
}

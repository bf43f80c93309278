import type { Role } from "../../kernel/actor.js";
import { allows } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { ApiToken, apiTokenColumns, type ApiTokenRow } from "./api-token.js";
import { Office, officeColumns, type OfficeRow } from "./office.js";
import { Person, personColumns, type PersonRow } from "./person.js";
import { Position, positionColumns, type PositionRow } from "./position.js";

function byId<R extends Row & { readonly id: number }, V>(
  name: string,
  table: string,
  columns: string,
  from: (row: R, scope: RequestScope) => V,
): LoaderDefinition<number, V | null> {
  return {
    name,
    async load(scope, keys) {
      const rows = await scope.reader.all<R>(
        `SELECT ${columns} FROM ${table} WHERE id IN (${placeholders(keys)})`,
        keys,
      );
      const found = new Map(rows.map((row) => [row.id, from(row, scope)]));
      return keys.map((key) => found.get(key) ?? null);
    },
  };
}

/** Wherever they are met, others than the policy table allows see no more than the name. */
export const personById = byId<PersonRow, Person>(
  "personById",
  "person",
  personColumns,
  (row, { ctx }) => {
    const subject = { officeId: row.office_id, personId: row.id };
    return Person.from(row, allows(ctx.actor, "person.read", subject));
  },
);
/** For whoever has just proved to be that person, in a request that began as nobody's. */
export const provenPersonById = byId<PersonRow, Person>(
  "provenPersonById",
  "person",
  personColumns,
  (row) => Person.from(row, true),
);
export const officeById = byId<OfficeRow, Office>("officeById", "office", officeColumns, (row) =>
  Office.from(row),
);
export const positionById = byId<PositionRow, Position>(
  "positionById",
  "position",
  positionColumns,
  (row) => Position.from(row),
);

export const apiTokenById = byId<ApiTokenRow, ApiToken>(
  "apiTokenById",
  "api_token",
  apiTokenColumns,
  (row) => ApiToken.from(row),
);

/** A list per key, in the order in which the statement returns the rows. */
async function listsByKey<V>(
  scope: RequestScope,
  keys: readonly number[],
  sql: string,
  params: readonly number[],
): Promise<V[][]> {
  const rows = await scope.reader.all<{ list_key: number; value: V }>(sql, params);
  const lists = new Map<number, V[]>(keys.map((key) => [key, []]));
  for (const row of rows) lists.get(row.list_key)?.push(row.value);
  return keys.map((key) => lists.get(key) ?? []);
}

export const rolesOfPerson: LoaderDefinition<number, Role[]> = {
  name: "rolesOfPerson",
  load: (scope, keys) =>
    listsByKey<Role>(
      scope,
      keys,
      `SELECT person_id AS list_key, role AS value FROM person_role
       WHERE person_id IN (${placeholders(keys)}) ORDER BY person_id, role`,
      keys,
    ),
};

const heldNow = "h.valid_from <= ? AND (h.valid_until IS NULL OR h.valid_until > ?)";

/** The ids of the positions that a person holds, or is acting in, at this moment. */
export const positionsOfPerson: LoaderDefinition<number, number[]> = {
  name: "positionsOfPerson",
  load: (scope, keys) =>
    listsByKey<number>(
      scope,
      keys,
      `SELECT DISTINCT h.person_id AS list_key, h.position_id AS value FROM position_holder h
       WHERE h.person_id IN (${placeholders(keys)}) AND ${heldNow} ORDER BY list_key, value`,
      [...keys, scope.ctx.now(), scope.ctx.now()],
    ),
};

/** The ids of the people with an enabled account who hold a position at this moment. */
export const holdersOfPosition: LoaderDefinition<number, number[]> = {
  name: "holdersOfPosition",
  load: (scope, keys) =>
    listsByKey<number>(
      scope,
      keys,
      `SELECT DISTINCT h.position_id AS list_key, h.person_id AS value FROM position_holder h
       JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
       WHERE h.position_id IN (${placeholders(keys)}) AND ${heldNow} ORDER BY list_key, value`,
      [...keys, scope.ctx.now(), scope.ctx.now()],
    ),
};

/** The objects of `ids` that are there. */
export async function loadAll<V>(
  scope: RequestScope,
  definition: LoaderDefinition<number, V | null>,
  ids: readonly number[],
): Promise<V[]> {
  const found = await Promise.all(ids.map((id) => scope.loaders.get(definition).load(id)));
  return found.filter((each): each is Awaited<V> & V => each !== null);
}

/** The object of an id that a foreign key vouches for. */
export const loadOne = <V>(
  scope: RequestScope,
  definition: LoaderDefinition<number, V | null>,
  id: number,
): Promise<V> => scope.loaders.one(definition, id);

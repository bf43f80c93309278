import type { DocumentEdit } from "../../../domain/index.js";
import type { Reader, Row, SqlValue } from "../../persistence/database.js";
import { keysetPage } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type Connection, type PageArgs } from "../../runtime/graphql/connection.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { DraftChange, type DraftChangeKind } from "./draft-change-type.js";

interface ChangeRow extends Row {
  readonly version_id: number;
  readonly revision: number;
  readonly step: number;
  readonly at: number;
  readonly person_id: number | null;
  readonly kind: DraftChangeKind;
  readonly message: string | null;
  readonly source_version_id: number | null;
  readonly in_force_from: number | null;
}

/**
 * The save that led to a revision comes before whatever was done at that revision. The casts are for
 * MariaDB, which gives a column that begins with a bare NULL no number's type.
 */
const edits = `SELECT * FROM (SELECT version_id, revision, 0 AS step, at, person_id, 'EDIT' AS kind,
  NULL AS message, CAST(NULL AS SIGNED) AS source_version_id, CAST(NULL AS SIGNED) AS in_force_from
  FROM draft_edit) c`;
const actions = `SELECT * FROM (SELECT version_id, revision, no AS step, at, person_id, kind,
  message, source_version_id, in_force_from FROM version_action) c`;

/** One version's part of a list: its row, and the page that is asked for, as JSON. */
export interface ChangesKey {
  readonly versionId: number;
  readonly page: PageArgs;
}

export const changesKey = ({ versionId, page }: ChangesKey): string => {
  const { first, after, last, before } = page;
  return JSON.stringify({ versionId, page: { first, after, last, before } });
};

/** A version needs two arms of a compound SELECT, and SQLite takes 500 arms. */
const MOST_VERSIONS = 100;

/** What was done to versions, newest first: a page of each, all in one statement; see `changesKey`. */
export const changesOfVersion: LoaderDefinition<string, Connection<DraftChange>> = {
  name: "changesOfVersion",
  async load({ reader }, keys) {
    const asked = keys.map((key) => {
      const { versionId, page: args } = JSON.parse(key) as ChangesKey;
      const page = keysetPage(args, order);
      const params: SqlValue[] = [versionId];
      const query = page.query([
        { sql: `${edits} WHERE c.version_id = ?`, params },
        { sql: `${actions} WHERE c.version_id = ?`, params },
      ]);
      return { page, query };
    });
    const found: ChangeRow[][] = asked.map(() => []);
    for (let from = 0; from < asked.length; from += MOST_VERSIONS) {
      const part = asked.slice(from, from + MOST_VERSIONS);
      const arms = part.map(
        ({ query }, at) => `SELECT ${from + at} AS place, q${at}.* FROM (${query.sql}) q${at}`,
      );
      const rows = await reader.all<ChangeRow & { readonly place: number }>(
        arms.join(" UNION ALL "),
        part.flatMap(({ query }) => query.params),
      );
      for (const row of rows) found[row.place]?.push(row);
    }
    return asked.map(({ page }, at) => {
      const rows = (found[at] ?? []).toSorted(page.compare);
      return { ...page.build(rows, toChange), totalCount: null };
    });
  },
};

const order = [
  { sql: "c.revision", key: "revision", descending: true },
  { sql: "c.step", key: "step", descending: true },
];

const toChange = (row: ChangeRow): DraftChange =>
  Object.assign(new DraftChange(), {
    versionId: row.version_id,
    byId: row.person_id,
    sourceVersionId: row.source_version_id,
    kind: row.kind,
    revision: row.revision,
    at: row.at,
    message: row.message,
    inForceFrom: row.in_force_from,
  });

export interface SavedEdits {
  readonly edits: readonly DocumentEdit[] | null;
  readonly inverse: readonly DocumentEdit[] | null;
}

/** UTF-16 units of a save that is still handed over in a list; a page may have a hundred. */
const MAX_EDITS_LENGTH = 100_000;
/** The same of all saves that one answer hands over: the newest. */
const MAX_ANSWER_LENGTH = 2_000_000;

/** The edits of saves, by `version:revision`. */
export const editsOfSave: LoaderDefinition<string, SavedEdits> = {
  name: "editsOfSave",
  async load({ reader }, keys) {
    const revisions = new Map<number, number[]>();
    for (const key of keys) {
      const [version = 0, revision = 0] = key.split(":").map(Number);
      revisions.set(version, [...(revisions.get(version) ?? []), revision]);
    }
    const any = [...revisions.values()].map(
      (list) => `(version_id = ? AND revision IN (${placeholders(list)}))`,
    );
    const short = (column: string): string =>
      `CASE WHEN LENGTH(${column}) <= ${MAX_EDITS_LENGTH} THEN ${column} END AS ${column}`;
    const rows = await reader.all<
      Row & { version_id: number; revision: number; edits: string | null; inverse: string | null }
    >(
      `SELECT version_id, revision, edits, inverse FROM (SELECT s.*, SUM(COALESCE(LENGTH(edits), 0)
          + COALESCE(LENGTH(inverse), 0)) OVER (ORDER BY version_id, revision DESC) AS so_far
        FROM (SELECT version_id, revision, ${short("edits")}, ${short("inverse")} FROM draft_edit
          WHERE ${any.join(" OR ")}) s) t WHERE so_far <= ${MAX_ANSWER_LENGTH}`,
      [...revisions].flatMap(([version, list]) => [version, ...list]),
    );
    const found = new Map(
      rows.map((row) => [
        `${row.version_id}:${row.revision}`,
        { edits: parsed(row.edits), inverse: parsed(row.inverse) },
      ]),
    );
    return keys.map((key) => found.get(key) ?? { edits: null, inverse: null });
  },
};

const parsed = (json: string | null): readonly DocumentEdit[] | null =>
  json === null ? null : (JSON.parse(json) as DocumentEdit[]);

/** From one revision of a version, which somebody has, to the one that it is at now. */
export interface Stretch {
  readonly versionId: number;
  readonly from: number;
  readonly to: number;
}

/** How much is handed over at once; `length` is in UTF-16 units of the edits' JSON, about. */
export interface MostSaves {
  readonly saves: number;
  readonly length: number;
}

export interface SavesSince {
  /** In order; `null`: the draft must be loaded anew. */
  readonly edits: readonly DocumentEdit[] | null;
  /** Who made them. */
  readonly personIds: readonly number[];
}

const nothing: SavesSince = { edits: [], personIds: [] };
const unknown: SavesSince = { edits: null, personIds: [] };

/**
 * What was saved on the stretch. `edits` are `null` where they are too much, and where no saves lead
 * from the one to the other: a restore may have taken the version back behind what a window has.
 */
export async function savesSince(
  reader: Pick<Reader, "all">,
  { versionId, from, to }: Stretch,
  most: MostSaves,
): Promise<SavesSince> {
  if (from === to) return nothing;
  if (from > to || to - from > most.saves) return unknown;
  const within = "FROM draft_edit WHERE version_id = ? AND revision > ? AND revision <= ?";
  const stretch = [versionId, from, to];
  // In one statement, so that all of it is of one instant.
  const saves = await reader.all<Row & { personId: number | null; edits: string | null }>(
    `SELECT person_id AS personId, CASE WHEN (SELECT SUM(LENGTH(edits)) ${within}) <= ? THEN edits END
      AS edits ${within} ORDER BY revision`,
    [...stretch, most.length, ...stretch],
  );
  const isWhole = saves.length === to - from && saves.every(({ edits }) => edits !== null);
  return {
    edits: isWhole ? saves.flatMap(({ edits }) => parsed(edits) ?? []) : null,
    personIds: [...new Set(saves.flatMap(({ personId }) => personId ?? []))],
  };
}

/** The newest of what was done to each version besides its edits; `null` for nothing. */
export const lastAction: LoaderDefinition<number, DraftChange | null> = {
  name: "lastAction",
  async load({ reader }, versionIds) {
    const rows = await reader.all<ChangeRow>(
      `${actions} WHERE c.version_id IN (${placeholders(versionIds)}) AND c.step =
        (SELECT MAX(a.no) FROM version_action a WHERE a.version_id = c.version_id)`,
      versionIds,
    );
    const found = new Map(rows.map((row) => [row.version_id, toChange(row)]));
    return versionIds.map((id) => found.get(id) ?? null);
  },
};

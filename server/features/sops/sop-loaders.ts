import type { SopDocument } from "../../../domain/index.js";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { toGlobalId } from "../../kernel/global-id.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { type FormView, viewForm } from "./form-view.js";
import { Sop, SopVersion, type VersionStatus } from "./sop-types.js";
import { isOpen, type StoredStatus } from "./version-row.js";

export interface SopRow extends Row {
  id: number;
  office_id: number;
  number: string | null;
  part: string;
  title: string;
  retired_at: number | null;
}

interface VersionRow extends Row {
  id: number;
  sop_id: number;
  office_id: number;
  ordinal: number;
  status: StoredStatus;
  revision: number;
  in_force_from: number | null;
  enacted_at: number | null;
  enacted_by: number | null;
  submitted_at: number | null;
  submitted_by: number | null;
  updated_at: number;
  notes_revision: number | null;
  retired_at: number | null;
  /** When the next enacted version of the SOP came, or comes, into force. */
  next_from: number | null;
}

export const sopColumns = "s.id, s.office_id, s.number, s.part, s.title, s.retired_at";

export function toSop(row: SopRow): Sop {
  return Object.assign(new Sop(), {
    rowId: row.id,
    id: toGlobalId("Sop", row.id),
    officeId: row.office_id,
    number: row.number,
    part: row.part === "" ? null : row.part,
    title: row.title,
    retiredAt: row.retired_at,
  });
}

export const sopById: LoaderDefinition<number, Sop | null> = {
  name: "sopById",
  async load({ reader }, ids) {
    const rows = await reader.all<SopRow>(
      `SELECT ${sopColumns} FROM sop s WHERE s.id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Map(rows.map((row) => [row.id, toSop(row)]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

const selectVersion = `SELECT v.id, v.sop_id, s.office_id, v.ordinal, v.status, v.revision,
  v.in_force_from, v.enacted_at, v.enacted_by, v.submitted_at, v.submitted_by, v.updated_at,
  v.notes_revision, s.retired_at,
  (SELECT MIN(w.in_force_from) FROM sop_version w WHERE w.sop_id = v.sop_id
    AND w.status = 'ENACTED' AND w.ordinal > v.ordinal
    AND (s.retired_at IS NULL OR w.enacted_at > s.retired_at)) AS next_from
  FROM sop_version v JOIN sop s ON s.id = v.sop_id`;

function statusOf(row: VersionRow, now: number): VersionStatus {
  if (row.status !== "ENACTED") return row.status;
  if (row.next_from !== null && row.next_from <= now) return "SUPERSEDED";
  // Retiring takes back whatever was enacted before it, also what is not in force yet.
  if (row.retired_at !== null && (row.enacted_at ?? 0) <= row.retired_at) return "RETIRED";
  return (row.in_force_from ?? 0) > now ? "SCHEDULED" : "IN_FORCE";
}

function toVersion(row: VersionRow, now: number): SopVersion {
  return Object.assign(new SopVersion(), {
    rowId: row.id,
    id: toGlobalId("SopVersion", row.id),
    sopId: row.sop_id,
    officeId: row.office_id,
    version: row.ordinal,
    status: statusOf(row, now),
    isEnacted: row.status === "ENACTED",
    revision: row.revision,
    inForceFrom: row.in_force_from,
    enactedAt: row.enacted_at,
    enactedById: row.enacted_by,
    submittedAt: row.submitted_at,
    submittedById: row.submitted_by,
    isOpen: isOpen(row.status),
    notesRevision: row.notes_revision ?? 0,
    updatedAt: row.updated_at,
  });
}

export const versionById: LoaderDefinition<number, SopVersion | null> = {
  name: "versionById",
  async load({ reader, ctx }, ids) {
    const sql = `${selectVersion} WHERE v.id IN (${placeholders(ids)})`;
    const rows = await reader.all<VersionRow>(sql, [...ids]);
    const found = new Map(rows.map((row) => [row.id, toVersion(row, ctx.now())]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

/** Newest first. */
export const versionsBySop: LoaderDefinition<number, readonly SopVersion[]> = {
  name: "versionsBySop",
  async load({ reader, ctx }, sopIds) {
    const sql = `${selectVersion} WHERE v.sop_id IN (${placeholders(sopIds)}) ORDER BY v.ordinal DESC`;
    const rows = await reader.all<VersionRow>(sql, [...sopIds]);
    const versions = rows.map((row) => toVersion(row, ctx.now()));
    return sopIds.map((sopId) => versions.filter((version) => version.sopId === sopId));
  },
};

/** Enacted forms never change, so what was parsed once serves every later request. */
const enactedForms = new WeakMap<object, BoundedCache<number, FormView>>();

function formsOf(scope: RequestScope): BoundedCache<number, FormView> {
  let forms = enactedForms.get(scope.database);
  if (!forms) enactedForms.set(scope.database, (forms = new BoundedCache(500)));
  return forms;
}

interface StoredForm extends Row {
  readonly id: number;
  readonly status: StoredStatus;
  readonly revision: number;
  readonly document: string;
}

/** The parsed form of a version, by the version's id. */
export const formOfVersion: LoaderDefinition<number, FormView> = {
  name: "formOfVersion",
  async load(scope, ids) {
    const known = formsOf(scope);
    const views = new Map<number, FormView>();
    for (const id of ids) {
      const view = known.get(id);
      if (view) views.set(id, view);
    }
    const unknown = ids.filter((id) => !views.has(id));
    if (unknown.length > 0) {
      const rows = await scope.reader.all<StoredForm>(
        `SELECT id, status, revision, document FROM sop_version WHERE id IN (${placeholders(unknown)})`,
        unknown,
      );
      for (const { id, status, revision, document } of rows) {
        const view = viewForm(JSON.parse(document) as SopDocument, revision);
        views.set(id, view);
        if (status === "ENACTED") known.set(id, view);
      }
    }
    return ids.map((id) => {
      const view = views.get(id);
      if (!view) throw new Error(`Version ${id} has no form`);
      return view;
    });
  },
};

/** The same, at once where it is known already. */
export const formOf = (scope: RequestScope, versionId: number): NowOrLater<FormView> =>
  formsOf(scope).get(versionId) ?? scope.loaders.get(formOfVersion).load(versionId);

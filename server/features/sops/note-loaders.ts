import { toGlobalId } from "../../kernel/global-id.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { ReviewNote } from "./review-note-type.js";
import { isOpen, type StoredStatus } from "./version-row.js";

interface NoteRow extends Row {
  id: number;
  version_id: number;
  target_type: ReviewNote["targetType"];
  target_key: string;
  target_field: string | null;
  text: string;
  resolved_at: number | null;
  resolved_by: number | null;
  created_at: number;
  created_by: number | null;
  edited_at: number | null;
  office_id: number;
  status: StoredStatus;
}

function toNote(row: NoteRow): ReviewNote {
  return Object.assign(new ReviewNote(), {
    rowId: row.id,
    id: toGlobalId("ReviewNote", row.id),
    versionId: row.version_id,
    targetType: row.target_type,
    targetKey: row.target_key,
    targetField: row.target_field,
    text: row.text,
    resolved: row.resolved_at !== null,
    resolvedById: row.resolved_by,
    resolvedAt: row.resolved_at,
    authorId: row.created_by,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    officeId: row.office_id,
    isOnOpenVersion: isOpen(row.status),
  });
}

const selectNotes = `SELECT n.id, n.version_id, n.target_type, n.target_key, n.target_field, n.text,
  n.resolved_at, n.resolved_by, n.created_at, n.created_by, n.edited_at, s.office_id, v.status
  FROM review_note n JOIN sop_version v ON v.id = n.version_id JOIN sop s ON s.id = v.sop_id`;

export const notesOfVersion: LoaderDefinition<number, readonly ReviewNote[]> = {
  name: "notesOfVersion",
  async load({ reader }, versionIds) {
    const rows = await reader.all<NoteRow>(
      `${selectNotes} WHERE n.version_id IN (${placeholders(versionIds)}) ORDER BY n.id`,
      [...versionIds],
    );
    const notes = rows.map(toNote);
    return versionIds.map((id) => notes.filter((note) => note.versionId === id));
  },
};

export const noteById: LoaderDefinition<number, ReviewNote | null> = {
  name: "noteById",
  async load({ reader }, ids) {
    const rows = await reader.all<NoteRow>(`${selectNotes} WHERE n.id IN (${placeholders(ids)})`, [
      ...ids,
    ]);
    const found = new Map(rows.map((row) => [row.id, toNote(row)]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

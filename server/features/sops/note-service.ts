import type { SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { type Action, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Statement, Tx } from "../../persistence/database.js";
import { announceDraft } from "../../runtime/change-bus.js";
import { runIdempotently } from "../../runtime/idempotency.js";
import { optionalText, personOf } from "./version-action.js";
import {
  authorizeVersion,
  findVersion,
  findWholeVersion,
  isOpen,
  type StoredStatus,
} from "./version-row.js";

export interface NewNote {
  readonly versionId: number;
  readonly targetType: "FIELD" | "LANE" | "NODE" | "EDGE";
  readonly targetKey: string;
  readonly targetField: string | null;
  readonly text: string;
  readonly idempotencyKey: string | null;
}

interface NoteRow extends Row {
  readonly id: number;
  readonly versionId: number;
  readonly officeId: number;
  readonly status: StoredStatus;
  readonly createdBy: number | null;
}

/** How many notes, open or not, one version may have: what a review could ever read. */
const MAX_NOTES = 2000;

/** The review notes: written on what is not enacted yet, settled anywhere. */
export class NoteService {
  constructor(private readonly database: Database) {}

  /** Answers the note's id. */
  async add(ctx: Context, note: NewNote): Promise<number> {
    const text = noteText(note.text);
    const { idempotencyKey: key, ...body } = note;
    const recheck = async (tx: Tx): Promise<void> =>
      authorizeVersion(ctx, "sop.addNote", await findVersion(ctx, tx, note.versionId));
    const call = { mutation: "addNote", key, body: { ...body, text }, recheck };
    type Added = { readonly noteId: number };
    const { noteId } = await runIdempotently<Added>(
      ctx,
      this.database,
      call,
      async (tx, remember) => {
        const version = await findWholeVersion(ctx, tx, note.versionId);
        authorizeVersion(ctx, "sop.addNote", version);
        if (!isOpen(version.status)) throw new Refusal("ALREADY_ENACTED", "input.versionId");
        checkTarget(note, JSON.parse(version.document) as SopDocument);
        // The version's row is written first, so that the count holds.
        await tx.batch([noteChanged(note.versionId)]);
        const notes = await tx.get<Row & { count: number }>(
          "SELECT COUNT(*) AS count FROM review_note WHERE version_id = ?",
          [note.versionId],
        );
        if ((notes?.count ?? 0) >= MAX_NOTES) {
          throw new Refusal("TOO_LARGE", "input.versionId", { limit: MAX_NOTES });
        }
        const { insertId } = await tx.run(
          `INSERT INTO review_note (version_id, target_type, target_key, target_field, text,
          created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [
            note.versionId,
            note.targetType,
            note.targetKey,
            note.targetField,
            text,
            ctx.now(),
            personOf(ctx),
          ],
        );
        await tx.batch(remember({ noteId: insertId }));
        announceDraft(this.database, tx, note.versionId);
        return { noteId: insertId };
      },
    );
    return noteId;
  }

  /** Its author says it otherwise. */
  edit(ctx: Context, noteId: number, text: string): Promise<void> {
    const wanted = noteText(text);
    return this.#change(ctx, noteId, "sop.editNote", () => ({
      sql: "UPDATE review_note SET text = ?, edited_at = ? WHERE id = ?",
      params: [wanted, ctx.now(), noteId],
      expect: 1,
    }));
  }

  /** Its author takes it back. Answers the id of its version. */
  async remove(ctx: Context, noteId: number): Promise<number> {
    let versionId = 0;
    await this.#change(ctx, noteId, "sop.editNote", (note) => {
      ({ versionId } = note);
      return { sql: "DELETE FROM review_note WHERE id = ?", params: [noteId], expect: 1 };
    });
    return versionId;
  }

  /** Marks it as settled, or opens it again. */
  resolve(ctx: Context, noteId: number, resolved: boolean): Promise<void> {
    return this.#change(ctx, noteId, "sop.resolveNote", () => ({
      sql: "UPDATE review_note SET resolved_at = ?, resolved_by = ? WHERE id = ?",
      params: [resolved ? ctx.now() : null, resolved ? personOf(ctx) : null, noteId],
      expect: 1,
    }));
  }

  #change(
    ctx: Context,
    noteId: number,
    action: "sop.editNote" | "sop.resolveNote",
    statement: (note: NoteRow) => Statement,
  ): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const note = await findNote(tx, noteId);
      authorizeNote(ctx, action, note);
      if (action === "sop.editNote" && !isOpen(note.status)) {
        throw new Refusal("ALREADY_ENACTED", "input.noteId");
      }
      await tx.batch([noteChanged(note.versionId), statement(note)]);
      announceDraft(this.database, tx, note.versionId);
    });
  }
}

const noteChanged = (versionId: number): Statement => ({
  sql: "UPDATE sop_version SET notes_revision = COALESCE(notes_revision, 0) + 1 WHERE id = ?",
  params: [versionId],
  expect: 1,
});

async function findNote(tx: Tx, noteId: number): Promise<NoteRow> {
  const note = await tx.get<NoteRow>(
    `SELECT n.id, n.version_id AS versionId, n.created_by AS createdBy, s.office_id AS officeId,
      v.status FROM review_note n JOIN sop_version v ON v.id = n.version_id
      JOIN sop s ON s.id = v.sop_id WHERE n.id = ?`,
    [noteId],
  );
  if (!note) throw new Refusal("NOT_FOUND", "input.noteId");
  return note;
}

function authorizeNote(ctx: Context, action: Action, note: NoteRow): void {
  const read = note.status === "ENACTED" ? "sop.readNotes" : "sop.readDraft";
  const subject =
    note.createdBy === null
      ? { officeId: note.officeId }
      : { officeId: note.officeId, personId: note.createdBy };
  authorizeChange(ctx, action, subject, { read, field: "input.noteId" });
}

function noteText(text: string): string {
  const trimmed = optionalText(text, "input.text");
  if (trimmed === null) throw new Refusal("INVALID", "input.text");
  return trimmed;
}

/** A field of the form by its path in the document: `identity.unit`, `lists.warnings`, `number`. */
const fieldPath = /^(identity|lists|graph|columns)\.[A-Za-z]+(\.[A-Za-z]+)?$|^(number|part|title)$/;
const fieldOfElement = /^[A-Za-z]{1,40}(\.[A-Za-z0-9_-]{1,80})?$/;
const elements = { LANE: "lanes", NODE: "nodes", EDGE: "edges" } as const;

function checkTarget(note: NewNote, { graph }: SopDocument): void {
  const { targetType, targetKey, targetField } = note;
  if (targetField !== null && !fieldOfElement.test(targetField)) {
    throw new Refusal("INVALID", "input.targetField");
  }
  if (targetType === "FIELD") {
    if (!fieldPath.test(targetKey) || targetKey.length > 200) {
      throw new Refusal("INVALID", "input.targetKey");
    }
    return;
  }
  const list: readonly { readonly key: string }[] = graph[elements[targetType]];
  if (!list.some(({ key }) => key === targetKey)) {
    throw new Refusal("NOT_FOUND", "input.targetKey");
  }
}

import type { AttachedFile } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Reader, Row, Statement, Tx } from "../../persistence/database.js";
import type { ByteRange, FileStore } from "../../persistence/files/file-store.js";
import { placeholders } from "../../persistence/placeholders.js";
import { actorKey } from "../../runtime/idempotency.js";
import { mostFiles } from "./file-limits.js";
import { objectName } from "../../persistence/files/object-name.js";
import { selectUpload, type UploadRow } from "./upload-row.js";
import { uploadSubject } from "./upload-subject.js";

export type FilePurpose = "OUTPUT" | "REQUIREMENT" | "COMMENT";

/** Uploads that a command of a case is to attach, and to what. */
export interface Attachment {
  readonly uploadIds: readonly number[];
  /** Files that the case has already, which are named once more. */
  readonly caseFileIds?: readonly number[];
  readonly purpose: FilePurpose;
  /** Key of the output or text of the requirement; `null` beside a comment. */
  readonly about: string | null;
  /** The argument that names them. */
  readonly field: string;
}

/** What `takeUploads` found: how the log names the files of each attachment, and what makes them so. */
export interface TakenUploads {
  /** In the order of the attachments. */
  readonly files: readonly (readonly AttachedFile[])[];
  /** To be written with the command; another command that takes one of them meets no row. */
  readonly statements: (taskNo: number | null) => Statement[];
}

/** A file of a case, with what is needed to send it. */
export interface CaseFileRow extends AttachedFile {
  readonly storeKey: string;
  readonly instanceId: number;
  readonly taskNo: number | null;
  readonly purpose: FilePurpose;
  readonly about: string | null;
}

/**
 * Looks the files up, in the transaction that attaches them: uploads must be the caller's, whole and
 * free, and files that are named once more the case's own.
 */
export async function takeUploads(
  ctx: Context,
  tx: Tx,
  instanceId: number,
  attachments: readonly Attachment[],
): Promise<TakenUploads> {
  const reused = attachments.flatMap(({ caseFileIds = [] }) => caseFileIds);
  const ids = attachments.flatMap(({ uploadIds }) => uploadIds);
  if (ids.length + reused.length === 0) {
    return { files: attachments.map(() => []), statements: () => [] };
  }
  if (ids.length + reused.length > mostFiles) {
    throw new Refusal("TOO_MANY_FILES", attachments[0]?.field ?? null, { limit: mostFiles });
  }
  const owner = actorKey(ctx.actor);
  const mayUpload = allows(ctx.actor, "file.upload", uploadSubject(ctx.actor));
  const rows = await tx.all<UploadRow>(
    `${selectUpload} WHERE f.id IN (${placeholders([...ids, 0])}) AND f.owner = ?`,
    [...ids, 0, owner],
  );
  const own = await ownFiles(tx, instanceId, reused);
  const found = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<number>();
  const files = attachments.map(({ uploadIds, caseFileIds = [], field }) => [
    ...caseFileIds.map((id) => {
      const file = own.get(id);
      if (!file) throw new Refusal("NOT_FOUND", field);
      if (seen.has(id)) throw new Refusal("FILE_TAKEN", field, { name: file.name });
      seen.add(id);
      return file;
    }),
    ...uploadIds.map((id) => {
      const row = mayUpload ? found.get(id) : undefined;
      if (!row || row.state === "REMOVING") throw new Refusal("NOT_FOUND", field);
      if (seen.has(id)) throw new Refusal("FILE_TAKEN", field, { name: row.name });
      seen.add(id);
      return attachedFile(row, field);
    }),
  ]);
  const at = ctx.now();
  const statements: TakenUploads["statements"] = (taskNo) =>
    attachments.flatMap(({ uploadIds, purpose, about }) =>
      uploadIds.map((id) => ({
        sql: `UPDATE stored_file SET state = 'ATTACHED', instance_id = ?, task_no = ?, purpose = ?,
          purpose_text = ?, attached_at = ? WHERE id = ? AND state = 'READY'`,
        params: [instanceId, taskNo, purpose, about, at, id],
        expect: 1,
      })),
    );
  return { files, statements };
}

/** Of the files of a case, those with these ids, as its log names them. */
async function ownFiles(
  tx: Tx,
  instanceId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, AttachedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await findFilesOfCases(tx, [instanceId]);
  return new Map(
    rows
      .filter(({ file }) => ids.includes(file))
      .map(({ file, name, type, size, sha256 }) => [file, { file, name, type, size, sha256 }]),
  );
}

function attachedFile(row: UploadRow, field: string): AttachedFile {
  const { id, name, size, state, mediaType, sha256 } = row;
  if (state === "ATTACHED") throw new Refusal("FILE_TAKEN", field, { name });
  if (state === "REFUSED") throw new Refusal(problemOf(row) ?? "FILE_TYPE", field);
  if (state === "SCANNING" && row.problem !== null) throw new Refusal("FILE_UNCHECKED", field);
  if (state !== "READY" || mediaType === null || sha256 === null) {
    throw new Refusal("FILE_NOT_READY", field, { name });
  }
  return { file: id, name, type: mediaType, size, sha256 };
}

/** Why an upload may not be attached, as a code with words; `null` where nothing speaks against it. */
export const problemOf = ({ problem }: Pick<UploadRow, "problem">): Refusal["code"] | null =>
  problem as Refusal["code"] | null;

const selectCaseFile = `SELECT f.id AS file, f.name, f.media_type AS type, f.size, f.sha256,
  f.store_key AS storeKey, f.instance_id AS instanceId, f.task_no AS taskNo, f.purpose,
  f.purpose_text AS about FROM stored_file f`;

/** Files that were attached, by their ids; others are not there. */
export const findCaseFile = (reader: Reader, id: number): Promise<CaseFileRow | undefined> =>
  reader.get<CaseFileRow & Row>(`${selectCaseFile} WHERE f.id = ? AND f.state = 'ATTACHED'`, [id]);

/** Everything that was attached to the cases, in the order of uploading. */
export const findFilesOfCases = (
  reader: Reader,
  instanceIds: readonly number[],
): Promise<CaseFileRow[]> =>
  reader.all<CaseFileRow & Row>(
    `${selectCaseFile} WHERE f.instance_id IN (${placeholders(instanceIds)})
      ORDER BY f.instance_id, f.id`,
    [...instanceIds],
  );

export const readFileContent = (
  store: FileStore,
  { storeKey }: Pick<CaseFileRow, "storeKey">,
  range?: ByteRange,
) => store.read(objectName(storeKey), range);

import { rm } from "node:fs/promises";
import { BoundedWork } from "../../kernel/bounded-work.js";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database } from "../../persistence/database.js";
import {
  FileMissing,
  type FileStore,
  type FinishedFile,
} from "../../persistence/files/file-store.js";
import { assembleUpload } from "./assemble-upload.js";
import { nameOfType } from "./file-name.js";
import { sealLease, unattachedKept } from "./file-limits.js";
import type { FileType } from "./file-type.js";
import { inspectFile } from "./inspect-file.js";
import { objectName } from "../../persistence/files/object-name.js";
import { findUpload, partsOf, type UploadRow } from "./upload-row.js";
import type { UploadRemoval } from "./upload-removal.js";

export interface UploadSealParts {
  readonly database: Database;
  readonly store: FileStore;
  readonly removal: UploadRemoval;
  /** Whether files wait for a scanner before they may be attached. */
  readonly isScanned: boolean;
  /** Is told of a file that waits for the scanner. */
  readonly onSealed: (id: number) => void;
}

/** What was found: the file with its type, or why it may not be attached. */
type Found =
  | { readonly file: FinishedFile; readonly type: FileType; readonly problem: null }
  | { readonly problem: string };

/** Puts an upload together once all of it is here, looks into it, and gives it its place. */
export class UploadSeal {
  /** Looking into archives costs processor time, and each needs room for a second copy. */
  readonly #work = new BoundedWork(2, 200);

  constructor(private readonly parts: UploadSealParts) {}

  /**
   * Answers the upload as it is then. Where another server is at it, that is an upload of which all is
   * here and nothing is said yet. May throw `StoreFull`; then it can be tried again.
   */
  seal(ctx: Context, row: UploadRow): Promise<UploadRow> {
    return this.#work.run(async () => {
      const { database } = this.parts;
      if (await this.#lease(ctx, row.id)) {
        try {
          await this.#settle(ctx, row);
        } catch (error) {
          await this.#letGo(ctx, row.id);
          throw error;
        }
      }
      const after = await findUpload(database.reader, row.id);
      if (!after || after.state === "REMOVING") throw new Refusal("NOT_FOUND");
      return after;
    });
  }

  async #settle(ctx: Context, row: UploadRow): Promise<void> {
    const { store, removal, isScanned, onSealed } = this.parts;
    const path = await store.workFile(row.size);
    try {
      const found = await this.#look(row, path);
      if (found.problem !== null) {
        await this.#refuse(ctx, row.id, found.problem);
      } else {
        await store.adopt(objectName(row.storeKey), found.file);
        await this.#accept(ctx, row, found.file, found.type);
      }
      await removal.removeParts(row.storeKey);
      if (found.problem === null && isScanned) onSealed(row.id);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #look(row: UploadRow, path: string): Promise<Found> {
    const { store } = this.parts;
    try {
      const file = await assembleUpload(store, partsOf(row), path);
      if (file.size !== row.size) return { problem: "FILE_BROKEN" };
      const type = await inspectFile(path, file.size, row.name, (bytes) => store.workFile(bytes));
      return { file, type, problem: null };
    } catch (error) {
      if (error instanceof FileMissing) return { problem: "FILE_BROKEN" };
      if (error instanceof Refusal) return { problem: error.code };
      throw error;
    }
  }

  async #accept(ctx: Context, row: UploadRow, file: FinishedFile, type: FileType): Promise<void> {
    const state = this.parts.isScanned ? "SCANNING" : "READY";
    const { database, store } = this.parts;
    const kept = await database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        `UPDATE stored_file SET state = ?, name = ?, media_type = ?, sha256 = ?, parts = '[]',
          lease_until = 0, expires_at = ? WHERE id = ? AND state = 'UPLOADING'`,
        [state, nameOfType(row.name, type), type, file.sha256, ctx.now() + unattachedKept, row.id],
      );
      if (changes === 1) return true;
      const found = await findUpload(tx, row.id);
      return found !== undefined && found.state !== "REMOVING";
    });
    // It was given up meanwhile, so nobody else would remove what came after.
    if (!kept) await store.remove(objectName(row.storeKey));
  }

  #refuse(ctx: Context, id: number, problem: string): Promise<unknown> {
    return this.parts.database.unitOfWork.run(ctx, (tx) =>
      tx.run(
        `UPDATE stored_file SET state = 'REFUSED', problem = ?, parts = '[]', lease_until = 0
          WHERE id = ? AND state = 'UPLOADING'`,
        [problem, id],
      ),
    );
  }

  #lease(ctx: Context, id: number): Promise<boolean> {
    return this.parts.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        `UPDATE stored_file SET lease_until = ? WHERE id = ? AND state = 'UPLOADING'
          AND received = size AND lease_until < ?`,
        [ctx.now() + sealLease, id, ctx.now()],
      );
      return changes === 1;
    });
  }

  #letGo(ctx: Context, id: number): Promise<unknown> {
    return this.parts.database.unitOfWork.run(ctx, (tx) =>
      tx.run("UPDATE stored_file SET lease_until = 0 WHERE id = ? AND state = 'UPLOADING'", [id]),
    );
  }
}

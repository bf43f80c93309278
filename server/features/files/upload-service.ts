import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row } from "../../persistence/database.js";
import { type FileStore, StoreFull } from "../../persistence/files/file-store.js";
import { actorKey } from "../../runtime/idempotency.js";
import { cleanFileName } from "./file-name.js";
import { chunkBytes, mostUploads, unfinishedKept } from "./file-limits.js";
import { newPartName, newStoreKey } from "../../persistence/files/object-name.js";
import { uploadSubject } from "./upload-subject.js";
import { findUpload, partsOf, type UploadRow } from "./upload-row.js";
import type { UploadRemoval } from "./upload-removal.js";
import type { UploadSeal } from "./upload-seal.js";

/** The upload goes on elsewhere than the caller thought; nothing of what was sent now is kept. */
export class OffsetConflict extends Error {
  override readonly name = "OffsetConflict";

  /** How much of it is here, in bytes. */
  constructor(readonly received: number) {
    super(`The upload goes on at ${received}`);
  }
}

export interface UploadParts {
  readonly database: Database;
  readonly store: FileStore;
  readonly seal: UploadSeal;
  readonly removal: UploadRemoval;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
}

const MIB = 1024 * 1024;

/**
 * Takes files piece by piece. A piece counts once it is in the store and the row says so, in one
 * conditional statement, so that a lost connection costs the last piece at most and two senders of
 * the same piece do not mix.
 */
export class UploadService {
  constructor(private readonly parts: UploadParts) {}

  get maxBytes(): number {
    return this.parts.maxBytes;
  }

  /** Announces a file; answers its id. `size` is in bytes. */
  create(ctx: Context, announced: { name: string; size: number }): Promise<number> {
    authorize(ctx, "file.upload", uploadSubject(ctx.actor));
    const { size } = announced;
    const { maxBytes, database } = this.parts;
    if (!Number.isSafeInteger(size) || size < 0) throw new Refusal("INVALID", "input.size");
    if (size === 0) throw new Refusal("FILE_EMPTY", "input.size");
    if (size > maxBytes) {
      throw new Refusal("FILE_TOO_LARGE", "input.size", { limit: Math.floor(maxBytes / MIB) });
    }
    const name = cleanFileName(announced.name.slice(0, 5000));
    const owner = actorKey(ctx.actor);
    return database.unitOfWork.run(ctx, async (tx) => {
      const open = await tx.get<Row & { count: number }>(
        `SELECT COUNT(*) AS count FROM stored_file WHERE owner = ?
          AND state IN ('UPLOADING', 'SCANNING', 'READY')`,
        [owner],
      );
      if ((open?.count ?? 0) >= mostUploads) {
        throw new Refusal("TOO_MANY_UPLOADS", null, { limit: mostUploads });
      }
      const { insertId } = await tx.run(
        `INSERT INTO stored_file (store_key, owner, name, size, received, parts, state, created_at,
          expires_at, lease_until, attempt) VALUES (?, ?, ?, ?, 0, '[]', 'UPLOADING', ?, ?, 0, 0)`,
        [newStoreKey(), owner, name, size, ctx.now(), ctx.now() + unfinishedKept],
      );
      return insertId;
    });
  }

  /** An upload of the caller's; anybody else's is not there. */
  async find(ctx: Context, id: number): Promise<UploadRow> {
    authorize(ctx, "file.upload", uploadSubject(ctx.actor));
    const row = await findUpload(this.parts.database.reader, id);
    if (!row || row.owner !== actorKey(ctx.actor) || row.state === "REMOVING") {
      throw new Refusal("NOT_FOUND");
    }
    return row;
  }

  /**
   * Takes what comes, from `offset` on. When the last byte is here the file is put together and looked
   * into. What came before a connection was lost is kept. Throws `OffsetConflict` where it goes on
   * elsewhere, and a STORAGE_FULL refusal, after which the same piece may be sent again.
   */
  async receive(
    ctx: Context,
    id: number,
    offset: number,
    body: AsyncIterable<Buffer>,
  ): Promise<UploadRow> {
    const row = await this.find(ctx, id);
    if (row.state !== "UPLOADING") return row;
    if (offset !== row.received) throw new OffsetConflict(row.received);
    try {
      const taken = row.received < row.size ? await this.#take(ctx, row, body) : row;
      return taken.received === taken.size ? await this.parts.seal.seal(ctx, taken) : taken;
    } catch (error) {
      throw error instanceof StoreFull ? new Refusal("STORAGE_FULL") : error;
    }
  }

  /** Gives an upload up; one that was attached stays. */
  async cancel(ctx: Context, id: number): Promise<void> {
    const row = await this.find(ctx, id);
    if (!(await this.parts.removal.giveUp(ctx, row.id))) throw new Refusal("FILE_TAKEN");
    await this.parts.removal.remove(ctx, row);
  }

  async #take(ctx: Context, row: UploadRow, body: AsyncIterable<Buffer>): Promise<UploadRow> {
    let current = row;
    let piece: Buffer[] = [];
    let length = 0;
    const keep = async (): Promise<void> => {
      if (length === 0) return;
      const bytes = Buffer.concat(piece);
      piece = [];
      length = 0;
      current = await this.#keep(ctx, current, bytes);
    };
    const chunks = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await chunks.next().catch(async (error: unknown) => {
          // The connection is gone; what it brought is not.
          await keep();
          throw error;
        });
        if (next.done) break;
        piece.push(next.value);
        length += next.value.length;
        if (current.received + length > current.size) {
          throw new Refusal("INVALID", null, { reason: `> ${current.size} byte` });
        }
        if (length >= chunkBytes) await keep();
      }
    } finally {
      await chunks.return?.();
    }
    await keep();
    return current;
  }

  async #keep(ctx: Context, row: UploadRow, bytes: Buffer): Promise<UploadRow> {
    const { database, store } = this.parts;
    const part = newPartName(row.storeKey, row.received);
    const received = row.received + bytes.length;
    const parts = JSON.stringify([...partsOf(row), part]);
    const expiresAt = ctx.now() + unfinishedKept;
    await store.put(part, bytes);
    try {
      await database.unitOfWork.run(ctx, async (tx) => {
        const { changes } = await tx.run(
          `UPDATE stored_file SET received = ?, parts = ?, expires_at = ?
            WHERE id = ? AND state = 'UPLOADING' AND received = ?`,
          [received, parts, expiresAt, row.id, row.received],
        );
        if (changes === 1) return;
        const found = await findUpload(tx, row.id);
        throw found ? new OffsetConflict(found.received) : new Refusal("NOT_FOUND");
      });
    } catch (error) {
      await store.remove(part).catch(() => undefined);
      throw error;
    }
    return { ...row, received, parts, expiresAt };
  }
}

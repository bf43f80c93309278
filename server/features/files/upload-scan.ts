import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import type { FileStore } from "../../persistence/files/file-store.js";
import { sealLease, unfinishedKept } from "./file-limits.js";
import { objectName } from "../../persistence/files/object-name.js";
import { findUpload } from "./upload-row.js";
import type { VirusScanner } from "./virus-scanner.js";

const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

export interface UploadScanParts {
  readonly database: Database;
  readonly store: FileStore;
  /** `null`: what waits for one may go on. */
  readonly scanner: VirusScanner | null;
  /** Is told why the scanner could not say anything. */
  readonly onFailure: (error: unknown) => void;
}

/** Has files scanned before anybody can attach them. */
export class UploadScan {
  constructor(private readonly parts: UploadScanParts) {}

  /** Every file that waits, but for those that another server is at or that wait for another try. */
  async scanWaiting(ctx: Context, signal: AbortSignal): Promise<void> {
    const rows = await this.parts.database.reader.all<Row & { id: number }>(
      "SELECT id FROM stored_file WHERE state = 'SCANNING' AND lease_until < ? ORDER BY id LIMIT 50",
      [ctx.now()],
    );
    for (const { id } of rows) await this.scan(ctx, id, signal);
  }

  /**
   * One file: it is ready then, or refused and removed; where the scanner cannot say anything it goes
   * on waiting, ever longer. Another server may be at it, which is fine. Cut off by `signal`, it waits
   * as if nobody had begun.
   */
  async scan(ctx: Context, id: number, signal: AbortSignal): Promise<void> {
    const { database, store, scanner, onFailure } = this.parts;
    if (signal.aborted || !(await this.#lease(ctx, id))) return;
    const row = await findUpload(database.reader, id);
    if (row?.state !== "SCANNING") return;
    const name = objectName(row.storeKey);
    try {
      const result = scanner ? await scanner.scan(await store.read(name), signal) : "CLEAN";
      if (result === "CLEAN") await this.#settle(ctx, id, "READY", null);
      // Where another server found nothing meanwhile, it may be attached by now.
      else if (await this.#settle(ctx, id, "REFUSED", "FILE_INFECTED")) await store.remove(name);
    } catch (error) {
      if (signal.aborted) return this.#giveBack(ctx, id);
      onFailure(error);
      const pause = Math.min(firstPauseMs * 2 ** row.attempt, longestPauseMs);
      await database.unitOfWork.run(ctx, (tx) =>
        tx.run(
          `UPDATE stored_file SET problem = 'FILE_UNCHECKED', attempt = attempt + 1,
            lease_until = ? WHERE id = ? AND state = 'SCANNING'`,
          [ctx.now() + pause, id],
        ),
      );
    }
  }

  #lease(ctx: Context, id: number): Promise<boolean> {
    return this.parts.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        `UPDATE stored_file SET lease_until = ? WHERE id = ? AND state = 'SCANNING'
          AND lease_until < ?`,
        [ctx.now() + sealLease, id, ctx.now()],
      );
      return changes === 1;
    });
  }

  #giveBack(ctx: Context, id: number): Promise<void> {
    return this.parts.database.unitOfWork.run(ctx, async (tx) => {
      await tx.run("UPDATE stored_file SET lease_until = 0 WHERE id = ? AND state = 'SCANNING'", [
        id,
      ]);
    });
  }

  /** `false`: it was settled already. */
  #settle(ctx: Context, id: number, state: string, problem: string | null): Promise<boolean> {
    return this.parts.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run(
        `UPDATE stored_file SET state = ?, problem = ?, lease_until = 0, expires_at = CASE WHEN ?
          = 'REFUSED' THEN ? ELSE expires_at END WHERE id = ? AND state = 'SCANNING'`,
        [state, problem, state, ctx.now() + unfinishedKept, id],
      );
      return changes === 1;
    });
  }
}

import type { Context } from "../kernel/context.js";
import type { Statement, Tx } from "../persistence/database.js";

/** A version was enacted, taken back before its day, or retired with its SOP. Epoch milliseconds. */
export interface VersionChange {
  readonly kind: "ENACTED" | "REVOKED" | "RETIRED";
  readonly versionId: number;
  readonly officeId: number;
  readonly inForceFrom: number;
}

type VersionObserver = (
  ctx: Context,
  tx: Tx,
  change: VersionChange,
) => readonly Statement[] | Promise<readonly Statement[]>;

/** Who writes more where a version comes and goes, in the same transaction. */
export class VersionNews {
  readonly #observers: VersionObserver[] = [];

  observe(observer: VersionObserver): void {
    this.#observers.push(observer);
  }

  /** What the transaction that makes the changes has to run too. */
  async statements(
    ctx: Context,
    tx: Tx,
    changes: readonly VersionChange[],
  ): Promise<readonly Statement[]> {
    const statements: Statement[] = [];
    for (const change of changes) {
      for (const observer of this.#observers) {
        statements.push(...(await observer(ctx, tx, change)));
      }
    }
    return statements;
  }
}

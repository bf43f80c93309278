import type { Context } from "../../kernel/context.js";
import { authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findCaseHead } from "../../persistence/case-store.js";
import type { Database, Dialect, Row, Statement } from "../../persistence/database.js";
import { mayReadOn } from "./case-access.js";
import {
  hashReceiptSecret,
  type NewReceipt,
  newReceipt,
  newReceiptSecret,
} from "./receipt-code.js";

/** Writes a case's first receipt; should its number be taken, the unit starts again with another. */
export function insertReceipt(
  dialect: Dialect,
  instanceId: number,
  receipt: NewReceipt,
  at: number,
): Statement {
  const verb = dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  return {
    sql: `${verb} INTO receipt (instance_id, number, secret_hash, issue, issued_at)
      VALUES (?, ?, ?, 1, ?)`,
    params: [instanceId, receipt.number, hashReceiptSecret(receipt), at],
    expect: 1,
  };
}

/** Gives cases another secret: the one that was lost opens nothing from then on. */
export class ReceiptService {
  constructor(private readonly database: Database) {}

  /**
   * The receipt of the case with a new secret, kept nowhere else. A case without a receipt, of before
   * there were any or begun by another case, gets its first one.
   */
  reissue(ctx: Context, instanceId: number): Promise<NewReceipt> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const head = await findCaseHead(tx, instanceId);
      if (!head) throw new Refusal("NOT_FOUND", "input.instanceId");
      const read = await mayReadOn(tx, ctx.actor, "case.read", head);
      const subject = { officeId: head.officeId, requesterId: head.requesterId, positionId: null };
      authorizeChange(ctx, "receipt.reissue", subject, { read, field: "input.instanceId" });
      const known = await tx.get<Row & { number: string; issue: number }>(
        "SELECT number, issue FROM receipt WHERE instance_id = ?",
        [instanceId],
      );
      const at = ctx.now();
      const receipt = known ? { number: known.number, secret: newReceiptSecret() } : newReceipt();
      const written = known
        ? {
            sql: `UPDATE receipt SET secret_hash = ?, issue = ?, issued_at = ?
              WHERE instance_id = ? AND issue = ?`,
            params: [hashReceiptSecret(receipt), known.issue + 1, at, instanceId, known.issue],
            expect: 1,
          }
        : insertReceipt(this.database.dialect, instanceId, receipt, at);
      await tx.batch([written, noteReissue(ctx, instanceId, (known?.issue ?? 0) + 1, at)]);
      return receipt;
    });
  }
}

function noteReissue(ctx: Context, instanceId: number, issue: number, at: number): Statement {
  const { actor } = ctx;
  const actorId =
    actor.type === "PERSON" ? actor.personId : actor.type === "TOKEN" ? actor.tokenId : null;
  return {
    sql: `INSERT INTO receipt_reissue (instance_id, issue, at, actor_type, actor_id, actor_name)
      VALUES (?, ?, ?, ?, ?, ?)`,
    params: [instanceId, issue, at, actor.type, actorId, "name" in actor ? actor.name : ""],
  };
}

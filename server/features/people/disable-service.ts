import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { AccountChanges } from "./account-changes.js";
import type { HandedOn, HandOver } from "./hand-over.js";
import { endAllHoldings, holdingsAhead } from "./holdings-of-person.js";
import { findPerson, refuseWithoutAdmin } from "./person-book.js";

export interface Disabled extends HandedOn {
  /** The positions that nobody with an enabled account holds any more. */
  readonly vacantPositionIds: readonly number[];
}

const nothing: Disabled = { released: 0, left: 0, vacantPositionIds: [] };

/** Takes accounts out of use, and gives them back. */
export class DisableService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccountChanges,
    private readonly handOver: HandOver,
  ) {}

  /**
   * Disabling ends the account's sessions and what it is acting in, and then hands its claimed tasks
   * on, one unit of work each: a crash between them leaves the rest to be claimed over, and disabling
   * once more goes on with them. Enabling gives back the account and nothing else.
   */
  async setDisabled(ctx: Context, personId: number, disabled: boolean): Promise<Disabled> {
    const { personId: by } = requirePerson(ctx);
    authorize(ctx, "person.disable", { personId });
    if (disabled && by === personId) throw new Refusal("FORBIDDEN", "input.personId");
    if (!disabled) {
      await this.#enable(ctx, personId);
      return nothing;
    }
    const held = await this.#disable(ctx, personId);
    const { released, left } = await this.handOver.handOn(ctx, personId);
    if (released > 0) await this.#noteHandedOn(ctx, personId, released);
    return { released, left, vacantPositionIds: await this.#vacantOf(ctx, held) };
  }

  /** The positions that the person held at that moment. */
  #disable(ctx: Context, personId: number): Promise<readonly number[]> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await findPerson(tx, personId);
      if (!person) throw new Refusal("NOT_FOUND", "input.personId");
      const { changes } = await tx.run(
        "UPDATE person SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL",
        [ctx.now(), personId],
      );
      const rows = await holdingsAhead(tx, ctx, personId);
      const now = rows.filter((row) => row.valid_from <= ctx.now());
      const held = [...new Set(now.map((row) => row.position_id))];
      if (changes === 0) return held;
      await endSessions(tx, ctx, personId);
      const acting = rows.filter((row) => row.acting === 1);
      await endAllHoldings(ctx, tx, personId, acting);
      const ended = acting.map((row) => row.position_name).join(", ");
      await recordAudit(tx, ctx, {
        action: "PERSON_DISABLED",
        subject: { type: "Person", id: personId, name: person.name },
        officeId: person.office_id,
        changes: auditedChanges({ acting: ended || null }, { acting: null }),
      });
      await refuseWithoutAdmin(tx, "input.personId");
      tx.afterCommit(this.changes.announce);
      return held;
    });
  }

  #enable(ctx: Context, personId: number): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await findPerson(tx, personId);
      if (!person) throw new Refusal("NOT_FOUND", "input.personId");
      const { changes } = await tx.run(
        "UPDATE person SET disabled_at = NULL WHERE id = ? AND disabled_at IS NOT NULL",
        [personId],
      );
      if (changes === 0) return;
      await recordAudit(tx, ctx, {
        action: "PERSON_ENABLED",
        subject: { type: "Person", id: personId, name: person.name },
        officeId: person.office_id,
      });
      tx.afterCommit(this.changes.announce);
    });
  }

  #noteHandedOn(ctx: Context, personId: number, released: number): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const person = await findPerson(tx, personId);
      await recordAudit(tx, ctx, {
        action: "TASKS_HANDED_ON",
        subject: { type: "Person", id: personId, name: person?.name ?? "" },
        officeId: person?.office_id ?? null,
        changes: auditedChanges({}, { tasks: released }),
      });
    });
  }

  #vacantOf(ctx: Context, positionIds: readonly number[]): Promise<readonly number[]> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const vacant: number[] = [];
      for (const id of positionIds) if (!(await isHeld(tx, ctx, id))) vacant.push(id);
      return vacant;
    });
  }
}

async function isHeld(tx: Tx, ctx: Context, positionId: number): Promise<boolean> {
  const holder = await tx.get<Row & { id: number }>(
    `SELECT h.id FROM position_holder h JOIN person p ON p.id = h.person_id
      WHERE h.position_id = ? AND p.disabled_at IS NULL AND h.valid_from <= ?
      AND (h.valid_until IS NULL OR h.valid_until > ?) LIMIT 1`,
    [positionId, ctx.now(), ctx.now()],
  );
  return holder !== undefined;
}

/** To be called with whatever makes them worthless. */
export async function endSessions(tx: Tx, ctx: Context, personId: number): Promise<void> {
  await tx.run("UPDATE session SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL", [
    ctx.now(),
    personId,
  ]);
}

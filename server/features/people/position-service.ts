import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import type { AccountChanges } from "./account-changes.js";
import { type AppointmentRow, selectAppointments } from "./appointment.js";
import { expectRevision } from "./expect-revision.js";
import { findOffice } from "./office-service.js";
import { requiredLine } from "./one-line.js";
import { checkedCode, codeOfName, freeCode, orDuplicateCode } from "./own-code.js";
import { type PositionRow, positionColumns } from "./position.js";
import { endHoldings, lockPosition } from "./position-book.js";
import { refuseSecondHead, refuseStrangeSuperior } from "./position-order.js";

export interface PositionWords {
  readonly name: string;
  readonly isHead: boolean;
  readonly superiorId: number | null;
}

export interface NewPosition extends PositionWords {
  readonly officeId: number;
  /** `null`: made of the office's code and the name. */
  readonly code: string | null;
  readonly idempotencyKey: string | null;
}

/** What the running of SOPs needs of a position; SOPs and cases answer it. */
export interface PositionNeeds {
  /** The titles of the SOPs that are or will be in force and have a lane for it. */
  sopTitles(ctx: Context, tx: Tx, code: string): Promise<readonly string[]>;
}

interface PositionIds extends RecordedIds {
  readonly positionId: number;
}

export const longestPositionName = 200;

/** The positions themselves; who holds them is AppointmentService's. */
export class PositionService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccountChanges,
    private readonly needs: PositionNeeds,
  ) {}

  /** Answers the new position's id. */
  async create(ctx: Context, input: NewPosition): Promise<number> {
    requirePerson(ctx);
    authorize(ctx, "position.create", { officeId: input.officeId });
    const name = requiredLine(input.name, longestPositionName, "input.name");
    const given = input.code === null ? null : checkedCode(input.code, "input.code");
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "createPosition", key, body, recheck: async () => {} };
    const ids = await runIdempotently<PositionIds>(
      ctx,
      this.database,
      call,
      async (tx, remember) => {
        const office = await findOffice(tx, input.officeId);
        if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
        const code =
          given ?? (await freeCode(tx, "`position`", codeOfName(name, `${office.code}.`)));
        const positionId = await orDuplicateCode(code, () =>
          insertPosition(tx, { ...input, name, code }),
        );
        await tx.batch(remember({ positionId }));
        const superior = await refuseStrangeSuperior(tx, positionId, input.superiorId);
        await recordAudit(tx, ctx, {
          action: "POSITION_CREATED",
          subject: { type: "Position", id: positionId, name },
          officeId: input.officeId,
          changes: auditedChanges({}, { code, name, isHead: yesNo(input.isHead), superior }),
        });
        if (input.isHead) await refuseSecondHead(tx, positionId, input.officeId);
        return { positionId };
      },
    );
    return ids.positionId;
  }

  /** Its name and place; the code stays, for enacted forms know it by that. */
  async update(
    ctx: Context,
    positionId: number,
    revision: number,
    input: PositionWords,
  ): Promise<void> {
    requirePerson(ctx);
    const name = requiredLine(input.name, longestPositionName, "input.name");
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const before = await openPositionRow(ctx, tx, positionId, "position.update");
      if (before.retired_at !== null) throw new Refusal("POSITION_RETIRED", "input.positionId");
      const was = await nameOfPosition(tx, before.superior_id);
      await expectRevision(
        tx.run(
          `UPDATE \`position\` SET name = ?, is_head = ?, superior_id = ?, revision = ?
            WHERE id = ? AND COALESCE(revision, 0) = ?`,
          [name, input.isHead ? 1 : 0, input.superiorId, revision + 1, positionId, revision],
        ),
      );
      const superior = await refuseStrangeSuperior(tx, positionId, input.superiorId);
      await recordAudit(tx, ctx, {
        action: "POSITION_UPDATED",
        subject: { type: "Position", id: positionId, name },
        officeId: before.office_id,
        changes: auditedChanges(
          { name: before.name, isHead: yesNo(before.is_head === 1), superior: was },
          { name, isHead: yesNo(input.isHead), superior },
        ),
      });
      // Behind the entry, for which two at once have waited: each sees what the other did.
      await refuseStrangeSuperior(tx, positionId, input.superiorId);
      if (input.isHead) await refuseSecondHead(tx, positionId, before.office_id);
    });
  }

  /**
   * Takes it out of use and ends who holds it, or brings it back without them. Refused while an SOP
   * has a lane for it, a task waits there, or another position stands under it.
   */
  async setRetired(
    ctx: Context,
    positionId: number,
    revision: number,
    retired: boolean,
  ): Promise<void> {
    requirePerson(ctx);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      // As an appointment and an enactment do, so that none of them passes this unseen.
      await lockPosition(tx, positionId);
      const before = await openPositionRow(ctx, tx, positionId, "position.retire");
      if ((before.retired_at !== null) === retired) return;
      await expectRevision(
        tx.run(
          `UPDATE \`position\` SET retired_at = ?, revision = ?
            WHERE id = ? AND COALESCE(revision, 0) = ?`,
          [retired ? ctx.now() : null, revision + 1, positionId, revision],
        ),
      );
      if (retired) await this.#refuseNeeded(ctx, tx, before);
      const ended = retired ? await endAll(ctx, tx, positionId) : [];
      await recordAudit(tx, ctx, {
        action: retired ? "POSITION_RETIRED" : "POSITION_RESTORED",
        subject: { type: "Position", id: positionId, name: before.name },
        officeId: before.office_id,
        changes: auditedChanges({ holders: ended.join(", ") || null }, { holders: null }),
      });
      if (!retired && before.is_head === 1) {
        await refuseSecondHead(tx, positionId, before.office_id);
      }
      tx.afterCommit(this.changes.announce);
    });
  }

  async #refuseNeeded(ctx: Context, tx: Tx, { id, code }: PositionRow): Promise<void> {
    const field = "input.positionId";
    const sops = await this.needs.sopTitles(ctx, tx, code);
    if (sops.length > 0) throw new Refusal("POSITION_IN_USE", field, { sops: sops.join("; ") });
    const open = await tx.get<Row & { n: number }>(
      "SELECT COUNT(*) AS n FROM task WHERE position_id = ? AND is_open = 1",
      [id],
    );
    const count = Number(open?.n ?? 0);
    if (count > 0) throw new Refusal("POSITION_HAS_TASKS", field, { count });
    const under = await tx.all<Row & { name: string }>(
      "SELECT name FROM `position` WHERE superior_id = ? AND retired_at IS NULL ORDER BY name",
      [id],
    );
    if (under.length > 0) {
      throw new Refusal("HAS_SUBORDINATES", field, {
        names: under.map(({ name }) => name).join(", "),
      });
    }
  }
}

export async function insertPosition(
  tx: Tx,
  it: PositionWords & { readonly officeId: number; readonly code: string },
): Promise<number> {
  const { insertId } = await tx.run(
    `INSERT INTO \`position\` (office_id, code, name, is_head, superior_id, revision)
      VALUES (?, ?, ?, ?, ?, 0)`,
    [it.officeId, it.code, it.name, it.isHead ? 1 : 0, it.superiorId],
  );
  return insertId;
}

export const yesNo = (value: boolean): string => (value ? "1" : "0");

async function openPositionRow(
  ctx: Context,
  tx: Tx,
  positionId: number,
  action: "position.update" | "position.retire",
): Promise<PositionRow> {
  const row = await tx.get<PositionRow>(
    `SELECT ${positionColumns} FROM \`position\` WHERE id = ?`,
    [positionId],
  );
  authorize(ctx, action, row ? { officeId: row.office_id } : {});
  if (!row) throw new Refusal("NOT_FOUND", "input.positionId");
  return row;
}

async function nameOfPosition(tx: Tx, positionId: number | null): Promise<string | null> {
  if (positionId === null) return null;
  const row = await tx.get<Row & { name: string }>("SELECT name FROM `position` WHERE id = ?", [
    positionId,
  ]);
  return row?.name ?? null;
}

/** The names of who held it, or was to. */
async function endAll(ctx: Context, tx: Tx, positionId: number): Promise<string[]> {
  const held = await tx.all<AppointmentRow>(
    `${selectAppointments} WHERE h.position_id = ? AND (h.valid_until IS NULL OR
      (h.valid_until > ? AND h.valid_until > h.valid_from)) AND h.acting = 0`,
    [positionId, ctx.now()],
  );
  const acting = await tx.all<AppointmentRow>(
    `${selectAppointments} WHERE h.position_id = ? AND h.acting = 1 AND h.valid_until > ?
      AND h.valid_until > h.valid_from`,
    [positionId, ctx.now()],
  );
  const names = new Map<number, string>();
  for (const row of [...held, ...acting]) {
    const person = await tx.get<Row & { name: string }>("SELECT name FROM person WHERE id = ?", [
      row.person_id,
    ]);
    names.set(row.person_id, person?.name ?? "");
  }
  await endHoldings(ctx, tx, held, ctx.now());
  for (const row of acting) {
    const still = await tx.get(
      "SELECT id FROM position_holder WHERE id = ? AND valid_until > ? AND valid_until > valid_from",
      [row.id, ctx.now()],
    );
    if (still) await endHoldings(ctx, tx, [row], ctx.now());
  }
  return [...names.values()];
}

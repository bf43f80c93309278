import { dateOfDay, localDay } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows, authorize, authorizeChange, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import type { AccountChanges } from "./account-changes.js";
import { appointmentNotice } from "./appointment-notice.js";
import { type AppointmentRow, selectAppointments } from "./appointment.js";
import { type LeaveRow, selectLeaves } from "./leave.js";
import { covers, type Days, intersection, type Period, periodAhead } from "./office-period.js";
import {
  endHoldings,
  holdingsDuring,
  insertHolding,
  lockPosition,
  type NewHolding,
  periodOfRow,
  refuseAway,
  refuseOutsider,
  refuseOverlap,
} from "./position-book.js";

export interface NewLeave extends Days {
  readonly lastDay: number;
  readonly standInId: number;
  /** `null`: all that they hold on these days. */
  readonly positionIds: readonly number[] | null;
}

/** A holder is away, and somebody of their office is Plh. of what they hold for as long. */
export class LeaveService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccountChanges,
    private readonly board: NoticeBoard,
  ) {}

  /** Reports one's own leave; answers its id. */
  report(ctx: Context, input: NewLeave): Promise<number> {
    const { personId, officeId } = requirePerson(ctx);
    authorize(ctx, "leave.report", { personId });
    const { standInId } = input;
    if (standInId === personId) throw new Refusal("SELF_APPOINTMENT", "input.standInId");
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const period = periodAhead(await clocksOf(tx, officeId), input, ctx.now()) as ClosedPeriod;
      await refuseOutsider(tx, standInId, officeId, "input.standInId");
      const held = await heldDuring(tx, personId, period, input.positionIds);
      // One order for everybody, so that no two wait for each other.
      const positionIds = [...new Set(held.map((row) => row.position_id))].sort((a, b) => a - b);
      for (const positionId of positionIds) await lockPosition(tx, positionId);
      await refuseAway(tx, standInId, period, "input.standInId");
      const leaveId = await insertLeave(tx, ctx, { personId, standInId, period });
      for (const row of await heldDuring(tx, personId, period, input.positionIds)) {
        const absence = { row, period, personId, standInId, officeId, leaveId };
        const holding = await standIn(ctx, tx, absence);
        if (holding) await this.board.post(ctx, tx, [appointmentNotice(holding, personId)]);
      }
      // Disabling or moving them has waited for the new rows, or this for that.
      await refuseOutsider(tx, standInId, officeId, "input.standInId");
      tx.afterCommit(this.changes.announce);
      return leaveId;
    });
  }

  /** Takes it back, or ends it now; whoever stood in does so no longer. */
  cancel(ctx: Context, leaveId: number): Promise<void> {
    const { personId: by } = requirePerson(ctx);
    const field = "input.leaveId";
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const leave = await tx.get<LeaveRow>(`${selectLeaves} WHERE l.id = ?`, [leaveId]);
      if (!leave) throw new Refusal("NOT_FOUND", field);
      const subject = { officeId: leave.office_id, personId: leave.person_id };
      const read = allows(ctx.actor, "position.readAppointments", subject);
      authorizeChange(ctx, "leave.cancel", subject, { read, field });
      const until = Math.max(leave.valid_from, ctx.now());
      const { changes } = await tx.run(
        `UPDATE leave_report SET valid_until = ?, cancelled_by = ?, cancelled_at = ?
          WHERE id = ? AND valid_until > ? AND valid_until > valid_from`,
        [until, by, ctx.now(), leaveId, ctx.now()],
      );
      if (changes !== 1) throw new Refusal("ALREADY_OVER", field);
      const positions = await tx.all<Row & { id: number }>(
        `SELECT DISTINCT position_id AS id FROM position_holder WHERE leave_id = ?
          ORDER BY position_id`,
        [leaveId],
      );
      for (const { id } of positions) await lockPosition(tx, id);
      const rows = await tx.all<AppointmentRow>(
        `${selectAppointments} WHERE h.leave_id = ? AND h.valid_until > ?
          AND h.valid_until > h.valid_from`,
        [leaveId, ctx.now()],
      );
      await endHoldings(ctx, tx, rows, ctx.now());
      // What people do about their own leave is theirs to know; what others do is written down.
      if (by !== leave.person_id) await auditCancelled(tx, ctx, leave);
      tx.afterCommit(this.changes.announce);
    });
  }
}

async function auditCancelled(tx: Tx, ctx: Context, leave: LeaveRow): Promise<void> {
  const clocks = await clocksOf(tx, leave.office_id);
  const person = await tx.get<Row & { name: string }>("SELECT name FROM person WHERE id = ?", [
    leave.person_id,
  ]);
  await recordAudit(tx, ctx, {
    action: "LEAVE_CANCELLED",
    subject: { type: "Person", id: leave.person_id, name: person?.name ?? "" },
    officeId: leave.office_id,
    changes: auditedChanges(
      {
        firstDay: dateOfDay(localDay(clocks, leave.valid_from)),
        lastDay: dateOfDay(localDay(clocks, leave.valid_until - 1)),
      },
      { firstDay: null, lastDay: null },
    ),
  });
}

interface ClosedPeriod extends Period {
  readonly until: number;
}

async function clocksOf(tx: Tx, officeId: number) {
  const office = await tx.get<Row & { timeZone: string }>(
    "SELECT time_zone AS timeZone FROM office WHERE id = ?",
    [officeId],
  );
  return localTimeOf(office?.timeZone ?? "");
}

/** What somebody holds on a day of the period; NOT_A_HOLDER where it is nothing, or not all asked. */
async function heldDuring(
  tx: Tx,
  personId: number,
  period: Period,
  only: readonly number[] | null,
): Promise<AppointmentRow[]> {
  const rows = await tx.all<AppointmentRow>(
    `${selectAppointments} WHERE h.person_id = ?
      ${only === null ? "" : `AND h.position_id IN (${placeholders(only)})`} ORDER BY h.id`,
    [personId, ...(only ?? [])],
  );
  const held = rows.filter((row) => intersection(periodOfRow(row), period) !== null);
  const isHeld = (id: number) => held.some((row) => row.position_id === id);
  if (held.length === 0 || !(only ?? []).every(isHeld)) {
    throw new Refusal("NOT_A_HOLDER", only === null ? null : "input.positionIds");
  }
  return held;
}

async function insertLeave(
  tx: Tx,
  ctx: Context,
  it: {
    readonly personId: number;
    readonly standInId: number;
    readonly period: ClosedPeriod;
  },
): Promise<number> {
  const { from, until } = it.period;
  const { insertId } = await tx.run(
    `INSERT INTO leave_report (person_id, stand_in_id, valid_from, valid_until, reported_at)
      VALUES (?, ?, ?, ?, ?)`,
    [it.personId, it.standInId, from, until, ctx.now()],
  );
  return insertId;
}

interface Absence {
  /** What the person holds. */
  readonly row: AppointmentRow;
  readonly period: Period;
  readonly personId: number;
  readonly standInId: number;
  readonly officeId: number;
  readonly leaveId: number;
}

/**
 * Makes the stand-in Plh. of one position, for as long as it is held during the leave; `null` where
 * they need not be.
 */
async function standIn(ctx: Context, tx: Tx, absence: Absence): Promise<NewHolding | null> {
  const { row, period, personId, standInId, leaveId } = absence;
  if (row.office_id !== absence.officeId) throw new Refusal("ANOTHER_OFFICE", "input.standInId");
  const days = intersection(periodOfRow(row), period)!;
  const wanted: NewHolding = {
    ...days,
    positionId: row.position_id,
    personId: standInId,
    capacity: "PLH",
    standsInForId: personId,
    leaveId,
  };
  const beside = await holdingsDuring(tx, row.position_id, days);
  const theirs = beside.filter((each) => each.person_id === standInId);
  // A colleague who holds the same position works for both as it is.
  if (theirs.some((each) => covers(periodOfRow(each), days))) return null;
  await refuseOverlap(tx, wanted);
  await tx.batch([insertHolding(ctx, wanted)]);
  return wanted;
}

import { localDay, type LocalTime } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows, authorizeChange, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import type { AccountChanges } from "./account-changes.js";
import { auditHolding, type AuditedPosition, holdingOfRow, holdingWords } from "./audit-holding.js";
import {
  type AppointmentRow,
  capacityOf,
  type HoldingCapacity,
  selectAppointments,
} from "./appointment.js";
import { type Days, type Period, periodAhead, periodOfDays } from "./office-period.js";
import { appointmentNotice } from "./appointment-notice.js";
import {
  changeHolding,
  endHoldings,
  holdingsDuring,
  insertHolding,
  type NewHolding,
  openPosition,
  refuseAway,
  refuseOutsider,
  refuseOverlap,
} from "./position-book.js";

export interface NewAppointment extends Days {
  readonly positionId: number;
  readonly personId: number;
  readonly capacity: HoldingCapacity;
  readonly standsInForId: number | null;
}

/** `firstDay` `null`: as it is. */
export interface CorrectedDays {
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

const actionFor = (capacity: HoldingCapacity) =>
  capacity === "DEFINITIVE" ? "position.appoint" : "position.appointActing";

/**
 * Who holds a position from when to when. What was held stays recorded: dates that are past never
 * change, and what has not begun is withdrawn by leaving it no day.
 */
export class AppointmentService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccountChanges,
    private readonly board: NoticeBoard,
  ) {}

  /** Answers the appointment's id. */
  appoint(ctx: Context, input: NewAppointment): Promise<number> {
    const { personId: by } = requirePerson(ctx);
    const { positionId, personId, capacity, standsInForId } = input;
    return this.#write(ctx, async (tx) => {
      const position = await openPosition(tx, positionId);
      if (!position) throw new Refusal("NOT_FOUND", "input.positionId");
      const { officeId, clocks } = position;
      authorizeChange(
        ctx,
        actionFor(capacity),
        { officeId },
        { read: "position.read", field: "input.positionId" },
      );
      if (position.isRetired) throw new Refusal("POSITION_RETIRED", "input.positionId");
      const isActing = capacity !== "DEFINITIVE";
      // The admin of a small office may well hold a position in it, but nobody makes themselves acting.
      if (isActing && personId === by) throw new Refusal("SELF_APPOINTMENT", "input.personId");
      await refuseOutsider(tx, personId, officeId, "input.personId");
      requireLastDay(capacity, input.lastDay);
      const period = periodAhead(clocks, input, ctx.now());
      const wanted: NewHolding = {
        ...period,
        positionId,
        personId,
        capacity,
        standsInForId,
        leaveId: null,
      };
      if (standsInForId !== null) await refuseStrangeAbsence(tx, wanted, standsInForId);
      if (isActing) await refuseAway(tx, personId, period, "input.personId");
      await refuseOverlap(tx, wanted);
      const [result] = await tx.batch([
        insertHolding(ctx, wanted),
        ...this.board.statements(tx, ctx.now(), [appointmentNotice(wanted, by)]),
      ]);
      await auditHolding(tx, ctx, "HOLDER_APPOINTED", {
        position: { id: positionId, ...position },
        before: null,
        after: await holdingWords(tx, wanted, clocks),
      });
      // Disabling or moving them has waited for the new row, or this for that.
      await refuseOutsider(tx, personId, officeId, "input.personId");
      return result!.insertId;
    });
  }

  /** Other dates for what is not over; the first day only until it has begun. */
  change(ctx: Context, appointmentId: number, days: CorrectedDays): Promise<void> {
    return this.#write(ctx, async (tx) => {
      const { row, position } = await openAppointment(ctx, tx, appointmentId);
      const { clocks } = position;
      const capacity = capacityOf(row);
      requireLastDay(capacity, days.lastDay);
      const period = correctedPeriod(row, clocks, days, ctx.now());
      const wanted: NewHolding = {
        ...period,
        positionId: row.position_id,
        personId: row.person_id,
        capacity,
        standsInForId: row.stands_in_for,
        leaveId: row.leave_id,
      };
      if (capacity !== "DEFINITIVE") {
        await refuseAway(tx, row.person_id, { ...period, from: ctx.now() }, "input.lastDay");
      }
      await refuseOverlap(tx, wanted, row.id);
      await tx.batch([changeHolding(ctx, row, period)]);
      await auditHolding(tx, ctx, "APPOINTMENT_CHANGED", {
        position,
        before: await holdingWords(tx, holdingOfRow(row), clocks),
        after: await holdingWords(tx, wanted, clocks),
      });
    });
  }

  /** Ends it at this instant; what has not begun never will. */
  end(ctx: Context, appointmentId: number): Promise<void> {
    return this.#write(ctx, async (tx) => {
      const { row, position } = await openAppointment(ctx, tx, appointmentId);
      await endHoldings(ctx, tx, [row], ctx.now());
      await auditHolding(tx, ctx, "APPOINTMENT_ENDED", {
        position,
        before: await holdingWords(tx, holdingOfRow(row), position.clocks),
        after: null,
      });
    });
  }

  #write<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const result = await work(tx);
      // Sessions know the positions of their person.
      tx.afterCommit(this.changes.announce);
      return result;
    });
  }
}

function requireLastDay(capacity: HoldingCapacity, lastDay: number | null): void {
  if (capacity !== "DEFINITIVE" && lastDay === null) {
    throw new Refusal("LAST_DAY_REQUIRED", "input.lastDay");
  }
}

/** Whom one stands in for is somebody else, who holds the position on one of these days. */
async function refuseStrangeAbsence(tx: Tx, wanted: NewHolding, absent: number): Promise<void> {
  if (wanted.capacity === "DEFINITIVE") throw new Refusal("INVALID", "input.standsInForId");
  if (absent === wanted.personId) throw new Refusal("SELF_APPOINTMENT", "input.standsInForId");
  const rows = await holdingsDuring(tx, wanted.positionId, wanted);
  if (!rows.some((row) => row.person_id === absent)) {
    throw new Refusal("NOT_A_HOLDER", "input.standsInForId");
  }
}

/** An appointment that is not over, its position written to; for whoever may change it. */
async function openAppointment(
  ctx: Context,
  tx: Tx,
  appointmentId: number,
): Promise<{ readonly row: AppointmentRow; readonly position: AuditedPosition }> {
  const field = "input.appointmentId";
  const found = await tx.get<Row & { positionId: number }>(
    "SELECT position_id AS positionId FROM position_holder WHERE id = ?",
    [appointmentId],
  );
  if (!found) throw new Refusal("NOT_FOUND", field);
  const position = await openPosition(tx, found.positionId);
  const row = await tx.get<AppointmentRow>(`${selectAppointments} WHERE h.id = ?`, [appointmentId]);
  if (!row || !position) throw new Refusal("NOT_FOUND", field);
  const subject = { officeId: row.office_id, personId: row.person_id };
  const read = allows(ctx.actor, "position.readAppointments", subject);
  authorizeChange(ctx, actionFor(capacityOf(row)), subject, { read, field });
  if (row.valid_until !== null && row.valid_until <= Math.max(ctx.now(), row.valid_from)) {
    throw new Refusal("ALREADY_OVER", field);
  }
  return { row, position: { id: row.position_id, ...position } };
}

function correctedPeriod(
  row: AppointmentRow,
  clocks: LocalTime,
  wanted: CorrectedDays,
  now: number,
): Period {
  const begins = localDay(clocks, row.valid_from);
  const days: Days = { firstDay: wanted.firstDay ?? begins, lastDay: wanted.lastDay };
  if (row.valid_from > now) return periodAhead(clocks, days, now);
  if (days.firstDay !== begins) throw new Refusal("ALREADY_BEGUN", "input.firstDay");
  const today = localDay(clocks, now);
  if (days.lastDay !== null && days.lastDay < today) {
    throw new Refusal("DATE_PAST", "input.lastDay");
  }
  // Not that of the first day: it may have begun in the middle of it.
  return { from: row.valid_from, until: periodOfDays(clocks, days).until };
}

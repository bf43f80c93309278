import type { FieldChange, Holiday } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import type { Row, Tx } from "../persistence/database.js";

export type CalendarChangeKind = "CALENDAR" | "HOLIDAYS";

export interface NewCalendarChange {
  readonly kind: CalendarChangeKind;
  /** `null`: of every office without its own calendar, or of the national table. */
  readonly officeId: number | null;
  readonly holidayYear?: number;
  readonly changes: readonly FieldChange[];
  /** The whole national table as it was, where it is the one that changes. */
  readonly holidaysBefore?: readonly Holiday[];
}

/** The last change that a unit of work builds on. */
export interface LastCalendarChange {
  readonly seq: number;
  readonly at: number;
}

/**
 * To be read before all else that a change rests on: whatever is committed after it takes the next
 * number, so that the note finds that taken and the unit starts again.
 */
export async function lastCalendarChange(tx: Tx): Promise<LastCalendarChange> {
  const last = await tx.get<Row & LastCalendarChange>(
    "SELECT seq, at FROM calendar_change ORDER BY seq DESC LIMIT 1",
    [],
  );
  return last ?? { seq: 0, at: 0 };
}

/**
 * Notes that working time is counted otherwise from now on; answers the number of the change. Open
 * deadlines follow once it is committed (`DeadlineMover`). Two changes at once meet at the next
 * number, and the slower starts again.
 */
export async function noteCalendarChange(
  tx: Tx,
  ctx: Context,
  last: LastCalendarChange,
  it: NewCalendarChange,
): Promise<number> {
  const { actor } = ctx;
  if (actor.type === "ANONYMOUS") throw new Error("Nobody changes no calendar");
  const seq = last.seq + 1;
  const actorId =
    actor.type === "PERSON" ? actor.personId : actor.type === "TOKEN" ? actor.tokenId : null;
  await tx.run(
    `INSERT INTO calendar_change (seq, at, actor_type, actor_id, actor_name, kind, office_id,
      holiday_year, changes, holidays_before, moved_cases, moved_tasks, settled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL)`,
    [
      seq,
      Math.max(ctx.now(), last.at),
      actor.type,
      actorId,
      actor.name,
      it.kind,
      it.officeId,
      it.holidayYear ?? null,
      JSON.stringify(it.changes),
      it.holidaysBefore ? JSON.stringify(it.holidaysBefore) : null,
    ],
  );
  return seq;
}

/** The same for an office whose clocks were set to another time zone. */
export async function noteTimeZoneChange(
  tx: Tx,
  ctx: Context,
  officeId: number,
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return;
  const change = {
    field: "timeZone",
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  };
  const last = await lastCalendarChange(tx);
  await noteCalendarChange(tx, ctx, last, { kind: "CALENDAR", officeId, changes: [change] });
}

import type { LocalTime } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, Statement, Tx } from "../../persistence/database.js";
import { localTimeOf } from "../../runtime/local-time-of.js";
import { type AppointmentRow, type HoldingCapacity, selectAppointments } from "./appointment.js";
import { intersection, type Period } from "./office-period.js";

/** Who is put into a position, as what and when. */
export interface NewHolding extends Period {
  readonly positionId: number;
  readonly personId: number;
  readonly capacity: HoldingCapacity;
  readonly standsInForId: number | null;
  readonly leaveId: number | null;
}

const personOf = (ctx: Context): number | null =>
  ctx.actor.type === "PERSON" ? ctx.actor.personId : null;

/**
 * Must come before anything is read that decides: whoever changes who holds a position writes its row
 * first, so that of two at once one waits, or starts again.
 */
export async function lockPosition(tx: Tx, positionId: number): Promise<void> {
  await tx.run(
    "UPDATE `position` SET holders_revision = COALESCE(holders_revision, 0) + 1 WHERE id = ?",
    [positionId],
  );
}

/** The rows of a position that share an instant with the period. */
export async function holdingsDuring(
  tx: Tx,
  positionId: number,
  period: Period,
): Promise<AppointmentRow[]> {
  const rows = await tx.all<AppointmentRow>(`${selectAppointments} WHERE h.position_id = ?`, [
    positionId,
  ]);
  return rows.filter((row) => intersection(periodOfRow(row), period) !== null);
}

export const periodOfRow = (row: AppointmentRow): Period => ({
  from: row.valid_from,
  until: row.valid_until,
});

/**
 * Refuses (OVERLAP) what cannot stand beside each other: the same person twice, and two who are
 * acting at once. Two may act where each stands in for another, or one for the other.
 */
export async function refuseOverlap(
  tx: Tx,
  wanted: NewHolding,
  except: number | null = null,
): Promise<void> {
  const rows = await holdingsDuring(tx, wanted.positionId, wanted);
  const clash = rows.find((row) => row.id !== except && clashes(row, wanted));
  if (!clash) return;
  const holder = await tx.get<Row & { name: string }>("SELECT name FROM person WHERE id = ?", [
    clash.person_id,
  ]);
  throw new Refusal("OVERLAP", "input.firstDay", { name: holder?.name ?? "" });
}

function clashes(row: AppointmentRow, wanted: NewHolding): boolean {
  if (row.person_id === wanted.personId) return true;
  if (row.acting === 0 || wanted.capacity === "DEFINITIVE") return false;
  const [one, other] = [row.stands_in_for, wanted.standsInForId];
  if (other === row.person_id || one === wanted.personId) return false;
  return one === null || other === null || one === other;
}

/** The person is of the office and can sign in; NOT_FOUND, ANOTHER_OFFICE or PERSON_DISABLED. */
export async function refuseOutsider(
  tx: Tx,
  personId: number,
  officeId: number,
  field: string,
): Promise<void> {
  const person = await tx.get<Row & { officeId: number; disabledAt: number | null }>(
    "SELECT office_id AS officeId, disabled_at AS disabledAt FROM person WHERE id = ?",
    [personId],
  );
  if (!person) throw new Refusal("NOT_FOUND", field);
  if (person.officeId !== officeId) throw new Refusal("ANOTHER_OFFICE", field);
  if (person.disabledAt !== null) throw new Refusal("PERSON_DISABLED", field);
}

/** STAND_IN_AWAY for whoever has reported leave for a day of the period. */
export async function refuseAway(
  tx: Tx,
  personId: number,
  period: Period,
  field: string,
): Promise<void> {
  const away = await tx.get(
    `SELECT id FROM leave_report WHERE person_id = ? AND valid_until > valid_from
      AND valid_until > ? AND (? IS NULL OR valid_from < ?) LIMIT 1`,
    [personId, period.from, period.until, period.until],
  );
  if (away) throw new Refusal("STAND_IN_AWAY", field);
}

export function insertHolding(ctx: Context, it: NewHolding): Statement {
  return {
    sql: `INSERT INTO position_holder (position_id, person_id, acting, acting_as, valid_from,
        valid_until, stands_in_for, leave_id, appointed_by, appointed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      it.positionId,
      it.personId,
      it.capacity === "DEFINITIVE" ? 0 : 1,
      it.capacity === "DEFINITIVE" ? null : it.capacity,
      it.from,
      it.until,
      it.standsInForId,
      it.leaveId,
      personOf(ctx),
      ctx.now(),
    ],
  };
}

/** Gives a row that is not over other dates. What has been held stays held. */
export function changeHolding(ctx: Context, row: AppointmentRow, to: Period): Statement {
  return {
    sql: `UPDATE position_holder SET valid_from = ?, valid_until = ?, changed_by = ?, changed_at = ?
      WHERE id = ? AND (valid_until IS NULL OR valid_until > ?)`,
    params: [to.from, to.until, personOf(ctx), ctx.now(), row.id, ctx.now()],
    expect: 1,
  };
}

/**
 * Ends rows at `at`, or before they begin. Whoever stands in for somebody who was acting has nothing
 * left to stand in for, so that they end with them.
 */
export async function endHoldings(
  ctx: Context,
  tx: Tx,
  rows: readonly AppointmentRow[],
  at: number,
): Promise<void> {
  for (const row of rows) {
    const until = Math.max(row.valid_from, at);
    await tx.batch([changeHolding(ctx, row, { from: row.valid_from, until })]);
    if (row.acting === 0) continue;
    const behind = await holdingsDuring(tx, row.position_id, { from: until, until: null });
    const theirs = behind.filter((each) => each.stands_in_for === row.person_id);
    await endHoldings(ctx, tx, theirs, at);
  }
}

/** The position with its office's clocks, written to already. */
export async function openPosition(tx: Tx, positionId: number): Promise<OpenPosition | null> {
  await lockPosition(tx, positionId);
  const row = await tx.get<
    Row & { officeId: number; name: string; retiredAt: number | null; timeZone: string }
  >(
    `SELECT q.office_id AS officeId, q.name, q.retired_at AS retiredAt, o.time_zone AS timeZone
      FROM position q JOIN office o ON o.id = q.office_id WHERE q.id = ?`,
    [positionId],
  );
  if (!row) return null;
  const { officeId, name, retiredAt, timeZone } = row;
  return { officeId, name, isRetired: retiredAt !== null, clocks: localTimeOf(timeZone) };
}

export interface OpenPosition {
  readonly officeId: number;
  readonly name: string;
  readonly isRetired: boolean;
  readonly clocks: LocalTime;
}

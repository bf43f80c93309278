import type { Context } from "../../kernel/context.js";
import type { Tx } from "../../persistence/database.js";
import { type AppointmentRow, selectAppointments } from "./appointment.js";
import { endHoldings, lockPosition } from "./position-book.js";

export interface NamedHolding extends AppointmentRow {
  readonly position_name: string;
}

const namedHoldings = selectAppointments.replace(
  "SELECT h.id,",
  "SELECT q.name AS position_name, h.id,",
);

/** What somebody holds, acts in, or will; by position. */
export const holdingsAhead = (tx: Tx, ctx: Context, personId: number): Promise<NamedHolding[]> =>
  tx.all<NamedHolding>(
    `${namedHoldings} WHERE h.person_id = ? AND (h.valid_until IS NULL
      OR (h.valid_until > ? AND h.valid_until > h.valid_from)) ORDER BY h.position_id, h.id`,
    [personId, ctx.now()],
  );

/**
 * Ends these rows at this instant, and withdraws what has not begun. Who ended with another is passed
 * over: whoever stood in for somebody who was acting has nothing left to stand in for.
 */
export async function endAllHoldings(
  ctx: Context,
  tx: Tx,
  personId: number,
  rows: readonly NamedHolding[],
): Promise<void> {
  // One order for everybody, so that no two wait for each other.
  const positions = [...new Set(rows.map((row) => row.position_id))].toSorted((a, b) => a - b);
  for (const positionId of positions) await lockPosition(tx, positionId);
  for (const { id } of rows) {
    const [row] = (await holdingsAhead(tx, ctx, personId)).filter((each) => each.id === id);
    if (row) await endHoldings(ctx, tx, [row], ctx.now());
  }
}

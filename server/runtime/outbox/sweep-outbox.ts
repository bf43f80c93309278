import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";

const DAY = 86_400_000;
/** How long what was delivered is kept, for whoever looks into it. */
const DELIVERED_KEPT = 7 * DAY;
const GIVEN_UP_KEPT = 90 * DAY;
/** So that nobody waits long for the writing connection. */
const atOnce = 500;

/** Forgets the messages that ended long ago. It may run on any server, and twice at once. */
export async function sweepOutbox(database: Database, ctx: Context): Promise<void> {
  const now = ctx.now();
  for (;;) {
    const ended = await database.reader.all<Row & { id: number }>(
      `SELECT id FROM outbox WHERE ended_at < ? AND (outcome = 'DELIVERED' OR ended_at < ?)
        ORDER BY ended_at LIMIT ${atOnce}`,
      [now - DELIVERED_KEPT, now - GIVEN_UP_KEPT],
    );
    if (ended.length === 0) return;
    const ids = ended.map(({ id }) => id);
    await database.unitOfWork.run(ctx, (tx) =>
      tx.run(`DELETE FROM outbox WHERE is_waiting = 0 AND id IN (${placeholders(ids)})`, ids),
    );
    if (ended.length < atOnce) return;
  }
}

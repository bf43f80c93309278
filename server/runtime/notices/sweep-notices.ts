import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";

const DAY = 86_400_000;
/** How long people can look up what they were told. */
export const noticesKept = 90 * DAY;
/** A position is told to be vacant anew after this, at the earliest. */
const onceKept = 400 * DAY;
/** So that nobody waits long for the writing connection. */
const atOnce = 500;

/** Forgets what was told long ago. It may run on any server, and twice at once. */
export async function sweepNotices(database: Database, ctx: Context): Promise<void> {
  const before = ctx.now() - noticesKept;
  for (;;) {
    // Ids grow with time, if not strictly, so that the oldest are found without an index of times.
    const oldest = await database.reader.all<Row & { id: number; at: number }>(
      `SELECT n.id, n.at FROM notice n ORDER BY n.id LIMIT ${atOnce}`,
      [],
    );
    const ids = oldest.filter(({ at }) => at < before).map(({ id }) => id);
    if (ids.length === 0) break;
    await database.unitOfWork.run(ctx, async (tx) => {
      const list = placeholders(ids);
      await tx.run(`DELETE FROM notice_read WHERE notice_id IN (${list})`, ids);
      await tx.run(`DELETE FROM notice WHERE id IN (${list})`, ids);
    });
    if (ids.length < atOnce) break;
  }
  await database.unitOfWork.run(ctx, (tx) =>
    tx.run("DELETE FROM notice_once WHERE at < ?", [ctx.now() - onceKept]),
  );
}

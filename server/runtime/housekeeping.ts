import type { Context } from "../kernel/context.js";
import type { Database } from "../persistence/database.js";
import { KEY_LIFETIME } from "./idempotency.js";
import { sweepNotices } from "./notices/sweep-notices.js";
import { sweepOutbox } from "./outbox/sweep-outbox.js";

const HOUR = 3_600_000;

/** How long a session that is over is still kept, for whoever asks when somebody was signed in. */
const SESSION_KEPT = 90 * 24 * HOUR;

/** Half of it says who has a draft open; the rest is for clocks that differ. */
const PRESENCE_KEPT = 60_000;

/** How long whoever has a discarded draft open is told that it was, and by whom. */
const DISCARDED_KEPT = 90 * 24 * HOUR;

/** Forgets what has served its time. It may run on any server, and twice at once. */
export async function keepHouse(database: Database, ctx: Context): Promise<void> {
  await database.unitOfWork.run(ctx, async (tx) => {
    const now = ctx.now();
    await tx.run("DELETE FROM idempotency WHERE created_at < ?", [now - KEY_LIFETIME]);
    await tx.run("DELETE FROM draft_presence WHERE seen_at < ?", [now - PRESENCE_KEPT]);
    await tx.run("DELETE FROM discarded_draft WHERE at < ?", [now - DISCARDED_KEPT]);
    await tx.run("DELETE FROM session WHERE expires_at < ?", [now - SESSION_KEPT]);
  });
  await sweepNotices(database, ctx);
  await sweepOutbox(database, ctx);
}

/** Keeps house now and every hour; the result stops it. A failure is told and tried again later. */
export function startHousekeeping(
  database: Database,
  makeContext: () => Context,
  onError: (error: unknown) => void,
): () => void {
  const run = (): void => void keepHouse(database, makeContext()).catch(onError);
  run();
  const timer = setInterval(run, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

import type { Context } from "../../kernel/context.js";
import { inTime } from "../../kernel/in-time.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { Outbox } from "../../runtime/outbox/outbox.js";
import { announceInForce } from "./announce-in-force.js";
import type { WebhookSubscriptions } from "./webhook-subscriptions.js";

/** How soon this server knows of endpoints that were changed on another one. */
const everyMs = 5_000;
/** A connection that broke without a word answers never. */
const roundWithinMs = 30_000;
const sweepEveryMs = 3_600_000;
const logKept = 90 * 86_400_000;
const atOnce = 500;

/** What a server does for webhooks in between: it may run on any, and on two at once. */
export class WebhookRounds {
  #swept = 0;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly subscriptions: WebhookSubscriptions,
  ) {}

  async round(ctx: Context): Promise<void> {
    // SQLite belongs to one process, which knows what it changed.
    if (this.database.dialect === "mariadb") {
      await this.subscriptions.refresh(this.database.reader);
    }
    await announceInForce(this.database, this.outbox, this.subscriptions, ctx);
    if (ctx.now() < this.#swept + sweepEveryMs) return;
    this.#swept = ctx.now();
    await this.#sweep(ctx);
  }

  /** Goes round now and every few seconds; the result stops it, once the last round is over. */
  start(makeContext: () => Context, onError: (error: unknown) => void): () => Promise<void> {
    let running: Promise<void> | null = null;
    const run = (): void => {
      running ??= inTime(this.round(makeContext()), roundWithinMs, "Looking after webhooks")
        .catch(onError)
        .finally(() => (running = null));
    };
    run();
    const timer = setInterval(run, everyMs);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await running;
    };
  }

  /** Forgets secrets that are good no longer, and the log of long ago. */
  async #sweep(ctx: Context): Promise<void> {
    const { reader, unitOfWork } = this.database;
    await unitOfWork.run(ctx, (tx) =>
      tx.run(
        `UPDATE webhook_endpoint SET previous_secret = NULL, previous_until = NULL
          WHERE previous_until < ?`,
        [ctx.now()],
      ),
    );
    for (;;) {
      const old = await reader.all<Row & { id: number }>(
        `SELECT id FROM webhook_delivery WHERE created_at < ? AND state <> 'WAITING'
          ORDER BY created_at LIMIT ${atOnce}`,
        [ctx.now() - logKept],
      );
      if (old.length === 0) return;
      const ids = old.map(({ id }) => id);
      await unitOfWork.run(ctx, (tx) =>
        tx.run(
          `DELETE FROM webhook_delivery WHERE state <> 'WAITING' AND id IN (${placeholders(ids)})`,
          ids,
        ),
      );
      if (old.length < atOnce) return;
    }
  }
}

import type { Context } from "../../kernel/context.js";
import type { Tx } from "../../persistence/database.js";

/** A message as its channel is given it. Times are epoch milliseconds. */
export interface OutboxMessage<P = unknown> {
  /** The same at every attempt, on every server and after a restore: a receiver drops what it knows. */
  readonly messageId: string;
  readonly key: string;
  readonly payload: P;
  /** 1 at the first attempt; attempts that a crash cut off count. */
  readonly attempt: number;
  readonly enqueuedAt: number;
}

/**
 * How an attempt ended. `reason` is for the admin and the log: never a secret, cut to 500 characters.
 * `afterMs` is used instead of the channel's back-off; with `uncounted` it was no attempt at all.
 */
export type DeliveryResult =
  | { readonly type: "DELIVERED" }
  | {
      readonly type: "RETRY_LATER";
      readonly reason: string;
      readonly afterMs?: number;
      readonly uncounted?: boolean;
    }
  | { readonly type: "GIVEN_UP"; readonly reason: string };

/** What becomes of a message after an attempt; `nextAt` where it is tried again. */
export type Settlement =
  | { readonly outcome: "DELIVERED" }
  | { readonly outcome: "RETRY_LATER"; readonly reason: string; readonly nextAt: number }
  | { readonly outcome: "GIVEN_UP"; readonly reason: string };

/** A result, and what else the channel's `record` wants to know of the attempt. */
export type Attempted<D> = DeliveryResult & { readonly detail?: D };

/** A way out of the database: e-mail, webhooks. It must bear being told the same message twice. */
export interface OutboxChannel<P = unknown, D = unknown> {
  /** Stored with each message, so it never changes. At most 40 characters. */
  readonly name: string;
  /**
   * Delivers outside of any transaction. `signal` is aborted after `timeoutMs`, and when the server
   * stops: what is on its way then is delivered again. Throwing is RETRY_LATER, and told to the log.
   */
  deliver(
    message: OutboxMessage<P>,
    options: { readonly signal: AbortSignal },
  ): Promise<Attempted<D>>;
  /** Milliseconds to wait after so many failures (1, 2, 3 …). */
  backOff(failures: number): number;
  /** How long after it is first due a message is tried, in milliseconds; then it is given up. */
  readonly giveUpAfterMs: number;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How many may be under way at once on one server. */
  readonly concurrency: number;
  /** How many of one key. */
  readonly concurrencyPerKey: number;
  /** Whether a message waits, on whatever server, until those of its key before it have ended. */
  readonly ordered: boolean;
  /**
   * Writes what the channel keeps of an attempt, in the transaction that records it. `detail` is what
   * `deliver` answered; `undefined` where it threw or was too slow.
   */
  record?(
    ctx: Context,
    tx: Tx,
    message: OutboxMessage<P>,
    settlement: Settlement,
    detail: D | undefined,
  ): Promise<void>;
}

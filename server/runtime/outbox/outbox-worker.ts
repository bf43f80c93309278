import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inTime } from "../../kernel/in-time.js";
import { systemContext } from "../../kernel/system-context.js";
import type { Database } from "../../persistence/database.js";
import { attemptDelivery } from "./attempt-delivery.js";
import type { Attempted, OutboxChannel, OutboxMessage, Settlement } from "./outbox-channel.js";
import {
  endLeasesOfTheDead,
  findCandidates,
  type LeasedRow,
  leaseMessages,
  releaseMessage,
  settleMessage,
} from "./outbox-rows.js";
import { busyKeys, withinLimits } from "./running-limits.js";

/** How soon a server finds what another left behind; what it enqueues itself it begins at once. */
const lookEveryMs = 5_000;
/** A connection that broke without a word answers never. */
const lookWithinMs = 15_000;
const pauseAfterFailureMs = 2_000;
/** Between the longest that a delivery takes and the end of its lease: for recording how it went. */
const leaseMarginMs = 30_000;
const candidatesAtOnce = 50;
/** Pauses before an outcome that could not be recorded is recorded again. */
const recordAgainAfterMs = [500, 2_000, 8_000];

/** Who is told of what no caller waits for. */
export interface OutboxListener {
  onError(error: unknown): void;
  onGivenUp(message: OutboxMessage, channel: string, reason: string): void;
}

/**
 * Delivers one server's share of the outbox. It leases what is due, delivers it outside of any
 * transaction, and records how it went if the lease is still its own: whoever dies on the way leaves a
 * lease that ends, and another server goes on under the same message id.
 */
export class OutboxWorker {
  readonly #owner = randomUUID();
  readonly #running = new Map<string, Map<LeasedRow, Promise<void>>>();
  readonly #cutOff = new AbortController();
  #listener: OutboxListener = { onError: () => undefined, onGivenUp: () => undefined };
  #isStopping = false;
  #isWoken = false;
  #endPause: () => void = () => undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly now: () => number,
    private readonly channels: ReadonlyMap<string, OutboxChannel>,
  ) {}

  start(listener: OutboxListener): void {
    this.#listener = listener;
    this.#working = this.#work();
  }

  /** Takes nothing more, lets what is under way finish for `graceMs`, and gives the rest back. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    this.wake();
    await this.#working;
    const cutOff = setTimeout(() => this.#cutOff.abort(), graceMs);
    await Promise.all(this.#underWay());
    clearTimeout(cutOff);
  }

  /** Looks at once; there may be something to deliver. */
  wake(): void {
    this.#isWoken = true;
    this.#endPause();
  }

  /** Delivers until nothing is due; what fails waits for its next attempt. Instead of `start`. */
  async deliverDue(): Promise<void> {
    do {
      this.#isWoken = false;
      await this.#look();
      await Promise.all(this.#underWay());
      // What ended during the look may have made room for more of its key.
    } while (this.#isWoken);
  }

  #underWay(): Promise<void>[] {
    return [...this.#running.values()].flatMap((running) => [...running.values()]);
  }

  async #work(): Promise<void> {
    let isFailing = false;
    let isFirst = true;
    while (!this.#isStopping) {
      this.#isWoken = false;
      let pause = lookEveryMs;
      try {
        if (isFirst) await endLeasesOfTheDead(this.database, this.#context());
        isFirst = false;
        const next = await inTime(this.#look(), lookWithinMs, "A look at the outbox");
        if (next !== null) pause = Math.min(pause, Math.max(next - this.now(), 0));
        isFailing = false;
      } catch (error) {
        // A database that is away fails every look; the first tells enough.
        if (!isFailing) this.#listener.onError(error);
        isFailing = true;
        pause = pauseAfterFailureMs;
      }
      if (!this.#isWoken) await this.#paused(pause);
    }
  }

  #paused(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      timer.unref();
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Begins what is due; answers when the next is, `null` where the usual pause will do. */
  async #look(): Promise<number | null> {
    let next: number | null = null;
    for (const channel of this.channels.values()) {
      const due = await this.#lookAt(channel);
      if (due !== null) next = Math.min(next ?? due, due);
    }
    return next;
  }

  async #lookAt(channel: OutboxChannel): Promise<number | null> {
    const running = this.#runningOf(channel);
    while (!this.#isStopping && running.size < channel.concurrency) {
      const now = this.now();
      const found = await findCandidates(
        this.database,
        channel,
        busyKeys(channel, running),
        candidatesAtOnce,
      );
      // Told to stop while it looked: what it found is for others.
      if (this.#isStopping) return null;
      const taken = withinLimits(
        channel,
        running,
        found.filter(({ dueAt }) => dueAt <= now),
      );
      const leased = await leaseMessages(
        this.database,
        this.#context(),
        taken,
        this.#owner,
        channel.timeoutMs + leaseMarginMs,
      );
      for (const row of leased) this.#begin(channel, row, running);
      // Another look, as those of one key may have hidden the others behind them.
      if (leased.length === 0) return found.find(({ dueAt }) => dueAt > now)?.dueAt ?? null;
    }
    return null;
  }

  #begin(channel: OutboxChannel, row: LeasedRow, running: Map<LeasedRow, Promise<void>>): void {
    const work = this.#deliver(channel, row)
      .catch((error: unknown) => this.#listener.onError(error))
      .finally(() => {
        running.delete(row);
        this.wake();
      });
    running.set(row, work);
  }

  async #deliver(channel: OutboxChannel, row: LeasedRow): Promise<void> {
    const message = messageOf(row);
    // It lay while nobody sent, or whoever worked it died each time: it is no news any more.
    const isTooLate = this.now() > row.giveUpAt;
    const attempted: Attempted<unknown> | "CUT_OFF" = isTooLate
      ? { type: "GIVEN_UP", reason: "Its time was over before it could be delivered" }
      : await attemptDelivery(channel, message, this.#cutOff.signal, this.#listener.onError);
    if (attempted === "CUT_OFF") {
      const { unitOfWork } = this.database;
      return unitOfWork.run(this.#context(), (tx) => releaseMessage(tx, row));
    }
    const settlement = this.#settlement(channel, row, attempted);
    const counted = !(attempted.type === "RETRY_LATER" && attempted.uncounted);
    const isOurs = await this.#record(async () => {
      const ctx = this.#context();
      return this.database.unitOfWork.run(ctx, async (tx) => {
        const met = await settleMessage(tx, row, settlement, { at: ctx.now(), counted });
        if (met) await channel.record?.(ctx, tx, message, settlement, attempted.detail);
        return met;
      });
    });
    if (isOurs && settlement.outcome === "GIVEN_UP") {
      this.#listener.onGivenUp(message, channel.name, settlement.reason);
    }
  }

  #settlement(
    channel: OutboxChannel,
    { failures, giveUpAt }: LeasedRow,
    attempted: Attempted<unknown>,
  ): Settlement {
    if (attempted.type === "DELIVERED") return { outcome: "DELIVERED" };
    const { reason } = attempted;
    if (attempted.type === "GIVEN_UP") return { outcome: "GIVEN_UP", reason };
    const nextAt = this.now() + (attempted.afterMs ?? channel.backOff(failures));
    if (nextAt > giveUpAt) return { outcome: "GIVEN_UP", reason };
    return { outcome: "RETRY_LATER", reason, nextAt };
  }

  /** What was delivered and could not be recorded would be delivered twice, so it is tried again. */
  async #record<T>(write: () => Promise<T>): Promise<T> {
    for (const pause of recordAgainAfterMs) {
      try {
        return await write();
      } catch (error) {
        this.#listener.onError(error);
        if (this.#isStopping) throw error;
        await sleep(pause);
      }
    }
    return write();
  }

  #runningOf({ name }: OutboxChannel): Map<LeasedRow, Promise<void>> {
    let running = this.#running.get(name);
    if (!running) {
      running = new Map();
      this.#running.set(name, running);
    }
    return running;
  }

  #context() {
    return systemContext("outbox", this.now);
  }
}

const messageOf = (row: LeasedRow): OutboxMessage => ({
  messageId: row.messageId,
  key: row.key,
  payload: JSON.parse(row.payload) as unknown,
  attempt: row.failures,
  enqueuedAt: row.createdAt,
});

import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import { startLeasedWork } from "../leased-work.js";
import type { LedgerMerger } from "./ledger-merger.js";

const lookEvery = 2_000;
/**
 * The office's work comes first: for each stretch that merging takes it rests so many times as long, by
 * whether the server had much to do while it rested last.
 */
const restsPerWork = { busy: 99, idle: 4 };
/** The part of a rest in which a busy server did something. */
const busyAbove = 0.5;
const longestRest = 5_000;
/** So long somebody who wants a report waits for what is not added up yet. */
const catchUpWithin = 2_000;

/** Has the sums follow the log, without anybody noticing. */
export class LedgerKeeper {
  #catchingUp: Promise<boolean> | null = null;

  constructor(
    private readonly database: Database,
    private readonly merger: LedgerMerger,
  ) {}

  /** The result stops it and waits for what is under way. */
  start(makeContext: () => Context, onError: (error: unknown) => void): () => Promise<void> {
    return startLeasedWork({
      database: this.database,
      name: "ledger",
      every: lookEvery,
      isNeeded: () => this.merger.isBehind(),
      work: (ctx, signal) => this.#followQuietly(ctx, signal),
      makeContext,
      onError,
    });
  }

  /**
   * Adds at once what is left, for two seconds at most, as somebody waits for it; `false`: some is left.
   * Whoever asks meanwhile waits for the same. What cannot be added now, as others have the same cells in
   * hand, is no reason to tell nobody anything: a report works out by itself what is left.
   */
  async catchUp(ctx: Context): Promise<boolean> {
    this.#catchingUp ??= this.#catchUp(ctx)
      .catch(() => false)
      .finally(() => {
        this.#catchingUp = null;
      });
    const enough = new AbortController();
    const tooLong = sleep(catchUpWithin, false, { signal: enough.signal }).catch(() => false);
    try {
      return await Promise.race([this.#catchingUp, tooLong]);
    } finally {
      enough.abort();
    }
  }

  async #catchUp(ctx: Context): Promise<boolean> {
    const until = performance.now() + catchUpWithin;
    while (performance.now() < until) {
      if ((await this.merger.mergeSome(ctx)) === 0) return true;
      // Others get their turn.
      await sleep(0);
    }
    return false;
  }

  async #followQuietly(ctx: Context, signal: AbortSignal): Promise<void> {
    let rests = restsPerWork.busy;
    while (!signal.aborted) {
      const began = performance.now();
      if ((await this.merger.mergeSome(ctx)) === 0) return;
      const rest = Math.min((performance.now() - began) * rests, longestRest);
      const before = performance.eventLoopUtilization();
      await sleep(rest, undefined, { signal }).catch(() => undefined);
      const { utilization } = performance.eventLoopUtilization(before);
      rests = utilization > busyAbove ? restsPerWork.busy : restsPerWork.idle;
    }
  }
}

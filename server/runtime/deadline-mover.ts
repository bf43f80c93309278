import { randomUUID } from "node:crypto";
import type { CaseState } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import { moveDeadline } from "../persistence/case-store.js";
import type { Database, Row, Statement, Tx } from "../persistence/database.js";
import { findOutdatedCases, type StampedHead, stampCase } from "../persistence/deadline-store.js";
import { releaseLease, takeLease } from "../persistence/lease.js";
import type { CaseRunner } from "./case-runner.js";
import { movedDeadlines } from "./moved-deadlines.js";
import { settleCalendarChanges } from "./settle-calendar-changes.js";
import { readWorkingCalendar } from "./working-calendars.js";

/** Cases of one unit of work: short enough that nobody waits for it. */
const casesOfBatch = 20;
/** How long others keep away after the last sign of life. */
const leaseMs = 30_000;
const prolongAfter = 10_000;
const leaseName = "deadlines";

const closed = new Set(["COMPLETED", "CANCELLED"]);

/**
 * Brings open deadlines to the calendar that is in force. Each case keeps the number of the calendar
 * change that its deadlines rest on, so that what is left to do is in the rows themselves: a batch
 * that was cut off, and a task that a server opened by a calendar it still remembered, are found and
 * done by whichever server looks next. A case whose deadlines move has it in its log.
 */
export class DeadlineMover {
  readonly #owner = randomUUID();
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(
    private readonly database: Database,
    private readonly runner: CaseRunner,
  ) {}

  /** Does all that there is to do; resolves when it is done, here or by another server's lease. */
  run(ctx: Context): Promise<void> {
    // Whatever comes while it runs is looked at once more.
    this.#again = true;
    return (this.#running ??= this.#loop(ctx));
  }

  /** Ends after the batch that is under way; what is left is found again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => undefined);
  }

  async #loop(ctx: Context): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#once(ctx);
      }
    } finally {
      this.#running = null;
    }
  }

  async #once(ctx: Context): Promise<void> {
    const { behind, isUnsettled } = await this.#look();
    if (behind.length === 0 && !isUnsettled) return;
    if (!(await this.#lease(ctx))) return;
    if (!(await this.#move(ctx, behind))) return;
    await settleCalendarChanges(this.database, ctx);
    await this.database.unitOfWork.run(ctx, (tx) => releaseLease(tx, leaseName, this.#owner));
  }

  /** `false`: another server took the rest over, or this one is to end. */
  async #move(ctx: Context, offices: readonly number[]): Promise<boolean> {
    let leasedAt = performance.now();
    for (const officeId of offices) {
      for (;;) {
        if (this.#stopped) return false;
        const done = await this.database.unitOfWork.run(ctx, (tx) =>
          this.#batch(ctx, tx, officeId),
        );
        if (done < casesOfBatch) break;
        if (performance.now() - leasedAt < prolongAfter) continue;
        if (!(await this.#lease(ctx))) return false;
        leasedAt = performance.now();
      }
    }
    return true;
  }

  /** The offices some of whose open deadlines were counted by an older calendar than the newest. */
  async #look(): Promise<{ behind: readonly number[]; isUnsettled: boolean }> {
    const { reader } = this.database;
    const newest = await reader.all<Row & { officeId: number | null; stamp: number }>(
      `SELECT office_id AS officeId, MAX(seq) AS stamp FROM calendar_change GROUP BY office_id`,
      [],
    );
    if (newest.length === 0) return { behind: [], isUnsettled: false };
    const ofAll = newest.find(({ officeId }) => officeId === null)?.stamp ?? 0;
    const own = new Map(newest.map(({ officeId, stamp }) => [officeId, stamp]));
    const offices = await reader.all<Row & { id: number; oldest: number | null }>(
      `SELECT o.id, (SELECT MIN(i.calendar_stamp) FROM instance i
        WHERE i.office_id = o.id AND i.calendar_stamp IS NOT NULL) AS oldest FROM office o`,
      [],
    );
    const behind: number[] = [];
    for (const { id, oldest } of offices) {
      const stamp = Math.max(ofAll, own.get(id) ?? 0);
      this.runner.calendars.forget(id, stamp);
      if (oldest !== null && oldest < stamp) behind.push(id);
    }
    const unsettled = await reader.get(
      "SELECT seq FROM calendar_change WHERE settled_at IS NULL LIMIT 1",
      [],
    );
    return { behind, isUnsettled: unsettled !== undefined };
  }

  #lease(ctx: Context): Promise<boolean> {
    return this.database.unitOfWork.run(ctx, (tx) =>
      takeLease(tx, this.database.dialect, leaseName, this.#owner, leaseMs),
    );
  }

  /** Some cases of an office; answers how many it found. */
  async #batch(ctx: Context, tx: Tx, officeId: number): Promise<number> {
    const calendar = await readWorkingCalendar(tx, officeId);
    const { stamp } = calendar;
    const found = await findOutdatedCases(tx, officeId, stamp, casesOfBatch);
    const open = found.filter(({ status }) => !closed.has(status));
    const cases = [];
    for (const head of open) {
      const version = await this.runner.versions.get(tx, head.versionId);
      cases.push({ instanceId: head.instanceId, version });
    }
    const moved = await movedDeadlines(tx, calendar, cases);
    const same: Statement[] = [];
    let movedTasks = 0;
    for (const head of found) {
      const own = moved.get(head.instanceId);
      if (!own) {
        const next = hasOpenTasks(head) ? stamp : null;
        same.push(stampCase(head.instanceId, head.seq, next));
        continue;
      }
      movedTasks += own.length;
      await this.runner.run(
        ctx,
        tx,
        head,
        { type: "MOVE_DEADLINES", calendar: stamp, moved: own },
        [
          ...own.map(({ task, to }) => moveDeadline(head.instanceId, task, to)),
          stampCase(head.instanceId, head.seq + 1, stamp),
        ],
      );
    }
    if (movedTasks > 0) {
      same.push({
        sql: `UPDATE calendar_change SET moved_cases = moved_cases + ?,
          moved_tasks = moved_tasks + ? WHERE seq = ?`,
        params: [moved.size, movedTasks, stamp],
        expect: 1,
      });
    }
    if (same.length > 0) await tx.batch(same);
    return found.length;
  }
}

const hasOpenTasks = ({ status, state }: StampedHead): boolean =>
  !closed.has(status) && (JSON.parse(state) as CaseState).tasks.length > 0;

const EVERY = 3_000;

/** Looks now, and every three seconds for what other servers changed; the result stops it. */
export function startMovingDeadlines(
  mover: DeadlineMover,
  makeContext: () => Context,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const run = (): void => void mover.run(makeContext()).catch(onError);
  run();
  const timer = setInterval(run, EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
    return mover.stop();
  };
}

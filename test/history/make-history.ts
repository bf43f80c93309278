import "reflect-metadata";
import { setImmediate as yieldToWriting } from "node:timers/promises";
import { isOpenTask } from "../../domain/index.js";
import { seedDemo } from "../../server/api/seed-demo.js";
import { PasswordHasher } from "../../server/features/people/password-hasher.js";
import { systemContext } from "../../server/kernel/system-context.js";
import type { Database, Row } from "../../server/persistence/database.js";
import { readWorkingCalendar } from "../../server/runtime/working-calendars.js";
import { momentOfDay, planDays } from "./arrivals.js";
import { BulkWriter } from "./bulk-writer.js";
import { CaseRegister } from "./case-register.js";
import { Desks } from "./desks.js";
import { type HistoryOffice, makeOffice } from "./history-office.js";
import { enactProcedures, type HistoryProcedure } from "./history-procedures.js";
import { OfficeAtWork } from "./office-at-work.js";
import type { PlayedCase } from "./played-case.js";
import { TimeDice } from "./random-times.js";
import { measureCases, spreadAttention } from "./trial-run.js";

export interface HistorySettings {
  /** Finished tasks, about. */
  readonly tasks: number;
  /** The same seed and `until`, the same history. */
  readonly seed: number;
  /** Over how many years. */
  readonly years: number;
  /** Where it ends, in epoch milliseconds. */
  readonly until: number;
  /** How many tasks are open then, about, however long the history is. */
  readonly openTasks: number;
}

export interface MadeHistory {
  readonly office: HistoryOffice;
  readonly procedures: readonly HistoryProcedure[];
  readonly cases: number;
  readonly finishedTasks: number;
  readonly openTasks: number;
  readonly rows: number;
}

const DAY = 86_400_000;
const never = Number.POSITIVE_INFINITY;
/** What nobody goes on with began in so many days before the end. */
const lyingFor = 120 * DAY;
/** After so many tasks, at most, nobody goes on with it. */
const mostDoneOfLying = 4;

/**
 * Makes an office and plays its history into the database, which nobody else writes to meanwhile. Only
 * the cases that run are in memory.
 */
export async function makeHistory(
  database: Database,
  settings: HistorySettings,
  onProgress: (finishedTasks: number) => void = () => undefined,
): Promise<MadeHistory> {
  const { seed, until, tasks } = settings;
  const from = until - Math.round(settings.years * 365.25 * DAY);
  const contextAt = (at: number) => systemContext("Alur", () => at);
  await seedDemo(database, new PasswordHasher(), () => from);
  const dice = new TimeDice(seed);
  const office = await makeOffice(database, contextAt(from), dice);
  const calendar = await readWorkingCalendar(database.reader, office.id);
  const middle = from + Math.round((until - from) / 2);
  const procedures = await enactProcedures(database, contextAt, office, { from, middle, calendar });

  const usual = measureCases(office, procedures, calendar, { seed, from, until });
  const days = planDays(calendar, from, until);
  const doneOfLying = (settings.openTasks * mostDoneOfLying) / 2;
  const cases = Math.max(0, tasks - doneOfLying) / usual.finished;
  const { minutesPerWorkingDay } = calendar;
  const inDay = cases / days.length;
  const attention = spreadAttention(usual, inDay, office, minutesPerWorkingDay, dice);
  const desks = new Desks(calendar, office.holders, attention);
  const register = new CaseRegister(procedures, await lastInstance(database));
  const work = new OfficeAtWork(register, dice, desks, office);
  const writer = new BulkWriter(database, contextAt(until));

  let usualCases = 0;
  let lyingCases = 0;
  let toLie: number | null = null;
  for (const { day, share } of days) {
    const coming = dice.count(Math.max(0, cases - usualCases) * share);
    usualCases += coming;
    const isLate = day * DAY >= until - lyingFor;
    if (isLate) toLie ??= Math.max(0, settings.openTasks - work.cases.openTasks());
    const lying = dice.count(Math.max(0, (toLie ?? 0) - lyingCases) * share);
    lyingCases += lying;
    for (let arrival = 0; arrival < coming + lying; arrival += 1) {
      const at = momentOfDay(calendar, day, dice);
      const lyingAfter = arrival < coming ? never : dice.below(mostDoneOfLying + 1);
      if (at <= until) work.plan(at, lyingAfter);
    }
    await writer.write(work.pass(Math.min(until, (day + 1) * DAY)));
    // So that what is being written gets on meanwhile.
    await yieldToWriting();
    onProgress(work.finished);
  }
  await writer.write(work.pass(until));
  await writer.write(keptOpen(work.cases.takeRunning(), settings.openTasks, dice));
  await writer.flush();
  const { finishedTasks, openTasks, rows } = writer;
  return { office, procedures, cases: writer.cases, finishedTasks, openTasks, rows };
}

async function lastInstance({ reader }: Database): Promise<number> {
  const last = await reader.get<Row & { id: number | null }>(
    "SELECT MAX(id) AS id FROM instance",
    [],
  );
  return Number(last?.id ?? 0);
}

/** Where more runs than is wanted, some cases never were, nor what they called. */
function keptOpen(families: PlayedCase[][], wanted: number, dice: TimeDice): PlayedCase[] {
  const openOf = (family: readonly PlayedCase[]): number =>
    family.reduce((sum, { state }) => sum + state.tasks.filter(isOpenTask).length, 0);
  let open = families.reduce((sum, family) => sum + openOf(family), 0);
  while (open > wanted * 1.05) {
    const [dropped] = families.splice(dice.below(families.length), 1);
    open -= openOf(dropped ?? []);
  }
  return families.flat();
}

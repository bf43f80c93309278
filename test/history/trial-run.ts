import type { WorkingCalendar } from "../../domain/index.js";
import { momentOfDay, planDays } from "./arrivals.js";
import { Desks } from "./desks.js";
import type { HistoryOffice } from "./history-office.js";
import { chooseProcedure, type HistoryProcedure } from "./history-procedures.js";
import { OfficeAtWork } from "./office-at-work.js";
import { taskTable } from "./played-case.js";
import { TimeDice } from "./random-times.js";

const MINUTE = 60_000;
const cases = 600;
/** Longer than anything takes. */
const longest = 5 * 366 * 86_400_000;

/** What a case makes of work, on average. */
export interface UsualCase {
  /** Tasks that are done. */
  readonly finished: number;
  /** Tasks that come to a position, by its id. */
  readonly byPosition: ReadonlyMap<number, number>;
}

/** Plays some cases that nobody keeps, in an office with time for each. */
export function measureCases(
  office: HistoryOffice,
  procedures: readonly HistoryProcedure[],
  calendar: WorkingCalendar,
  options: { readonly seed: number; readonly from: number },
): UsualCase {
  const { seed, from } = options;
  const dice = new TimeDice(seed + 1);
  const work = new OfficeAtWork(dice, new Desks(calendar, office.holders, new Map()), office);
  const days = planDays(calendar, from, from + longest / 5);
  for (let id = 1; id <= cases; id += 1) {
    const { title, versions } = chooseProcedure(procedures, dice);
    const rules = versions.at(-1)?.rules;
    const day = dice.pick(days)?.day ?? 0;
    if (!rules) throw new Error(`${title} has no version`);
    const at = momentOfDay(calendar, day, dice);
    work.plan(at, { id, title, rules, lyingAfter: Number.POSITIVE_INFINITY });
  }
  const byPosition = new Map<number, number>();
  for (const { tasks } of work.pass(from + longest)) {
    for (const row of tasks) {
      const position = Number(row[taskTable.at("position_id")]);
      byPosition.set(position, (byPosition.get(position) ?? 0) + 1 / cases);
    }
  }
  return { finished: work.finished / cases, byPosition };
}

/** How much of their time the holders of most positions are asked for; and of a few. */
const busy = { least: 0.45, most: 0.68, bottleneck: 0.82 } as const;
/** Where so little comes that nobody is ever busy. */
const mostAttention = 120 * MINUTE;

/**
 * How much attention a task takes, by the position, in working milliseconds: so much that the holders
 * are as busy as people are, however many cases there are in a day; one position has too much to do.
 */
export function spreadAttention(
  { byPosition }: UsualCase,
  casesInDay: number,
  office: HistoryOffice,
  minutesPerWorkingDay: number,
  dice: TimeDice,
): ReadonlyMap<number, number> {
  const positions = [...office.holders];
  const busiest = Math.max(...byPosition.values());
  return new Map(
    positions.map(([id, { length }]) => {
      const inCase = byPosition.get(id) ?? 0;
      const usual = busy.least + (busy.most - busy.least) * dice.share();
      const part = inCase === busiest ? busy.bottleneck : usual;
      const tasksInDay = Math.max(inCase * casesInDay, 0.001);
      const attention = (part * length * minutesPerWorkingDay * MINUTE) / tasksInDay;
      return [id, Math.min(attention, mostAttention)];
    }),
  );
}

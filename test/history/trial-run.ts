import type { WorkingCalendar } from "../../domain/index.js";
import { momentOfDay, planDays } from "./arrivals.js";
import { CaseRegister } from "./case-register.js";
import { Desks } from "./desks.js";
import type { HistoryOffice } from "./history-office.js";
import type { HistoryProcedure } from "./history-procedures.js";
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

/** Plays some cases that nobody keeps, from all of its time, in an office with time for each. */
export function measureCases(
  office: HistoryOffice,
  procedures: readonly HistoryProcedure[],
  calendar: WorkingCalendar,
  options: { readonly seed: number; readonly from: number; readonly until: number },
): UsualCase {
  const { seed, from, until } = options;
  const dice = new TimeDice(seed + 1);
  const desks = new Desks(calendar, office.holders, new Map());
  const work = new OfficeAtWork(new CaseRegister(procedures, 0), dice, desks, office);
  const days = planDays(calendar, from, until);
  for (let number = 1; number <= cases; number += 1) {
    work.plan(momentOfDay(calendar, dice.pick(days)?.day ?? 0, dice));
  }
  const byPosition = new Map<number, number>();
  for (const { tasks } of work.pass(until + longest)) {
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

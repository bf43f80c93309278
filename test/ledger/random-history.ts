import { transition } from "../../domain/engine/transition.js";
import type { LoggedEvents } from "../../domain/ledger/case-moments.js";
import type { Plan } from "../../domain/plan/plan.js";
import type { Graph } from "../../domain/sop/graph.js";
import { toWorkingCalendar } from "../../domain/time/calendar-definition.js";
import type { WorkingCalendar } from "../../domain/time/working-calendar.js";
import { randomCalendar } from "../calendar/random-calendar.js";
import { Dice } from "../walks/dice.js";
import { certainPapers } from "../walks/link-outputs.js";
import { RandomCommands } from "../walks/random-command.js";
import { walkGraph } from "../walks/walk.js";
import { WalkRun } from "../walks/walk-run.js";

/** A case that went at random through a sound SOP, and when it did. */
export interface RandomHistory {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly log: readonly LoggedEvents[];
  /** Until when it is looked at; not before its last event. */
  readonly until: number;
  /** By which its time is counted: two calendars, as before and after an edit. */
  readonly calendars: readonly [WorkingCalendar, WorkingCalendar];
}

const first = Date.parse("2026-01-05T00:00:00Z");
const DAY = 86_400_000;

/** The same seed makes the same history: loops, joint steps, branches, returns, holds, delegations. */
export function randomHistory(seed: number, known: readonly Graph[]): RandomHistory {
  const dice = new Dice(seed);
  const graph = walkGraph(dice, known);
  const random = new RandomCommands(dice, !certainPapers(graph));
  const run = new WalkRun(graph, transition);
  const log: LoggedEvents[] = [];
  let at = first + dice.below(300 * DAY);
  for (let left = dice.between(8, 70); left > 0; left -= 1) {
    const before = run.log.length;
    run.do(random.next(run.oracle));
    if (run.log.length === before) continue;
    log.push({ at, events: run.log.slice(before) });
    at += pause(dice);
  }
  const calendars = [randomOffice(dice), randomOffice(dice)] as const;
  return { graph, plan: run.plan, log, until: at, calendars };
}

/** An office at random hours, by any of the clocks there are. */
function randomOffice(dice: Dice): WorkingCalendar {
  const { definition, holidays, utcOffset } = randomCalendar(dice);
  return toWorkingCalendar(definition, holidays, { utcOffset });
}

/** Mostly minutes and hours; now and then nothing at all, or a week. */
const pause = (dice: Dice): number =>
  dice.below(
    { none: 1, instant: 50, minutes: 3_600_000, hours: 8 * 3_600_000, days: 9 * DAY }[
      dice.weighted({ none: 1, instant: 2, minutes: 5, hours: 5, days: 2 })
    ],
  );

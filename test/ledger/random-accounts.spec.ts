import { describe, expect, it } from "vitest";
import { caseIntervals, caseLedger } from "../../domain/ledger/case-ledger.js";
import { caseMoments } from "../../domain/ledger/case-moments.js";
import { caseAccount, timeMeasure } from "../../domain/ledger/case-tally.js";
import type { ShareState } from "../../domain/ledger/open-work.js";
import { caseSubject, subjectParts } from "../../domain/ledger/subjects.js";
import { Tally } from "../../domain/ledger/tally.js";
import { workingTimeBetween } from "../../domain/time/working-time-between.js";
import { localDay, startOfDay, type WorkingCalendar } from "../../domain/time/working-calendar.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { plainDurations } from "./plain-ledger.js";
import { plainStays } from "./plain-stays.js";
import { randomHistory, type RandomHistory } from "./random-history.js";

const known = knownGraphs();
/** A sample; all of them with `npm test -- --all-seeds`. */
const histories = process.env["ALUR_ALL_SEEDS"] ? 2000 : 200;

/** Every duration is a bin of its own. */
const exactly = (milliseconds: number): number => milliseconds;

const accountOf = ({ plan, log }: RandomHistory, calendar: WorkingCalendar) =>
  caseAccount(plan, caseMoments(plan, log), calendar, exactly);

/** Each history is counted by a calendar, and once more after that was edited. */
function everyHistory(
  check: (history: RandomHistory, calendar: WorkingCalendar, seed: number) => void,
): void {
  for (let seed = 1; seed <= histories; seed += 1) {
    const history = randomHistory(seed, known);
    for (const calendar of history.calendars) check(history, calendar, seed);
  }
}

describe("the account of a random history", () => {
  it("has the shares of the ledger, day by day, without remainder", () => {
    everyHistory((history, calendar, seed) => {
      const { plan, log } = history;
      const { tally } = accountOf(history, calendar);
      const lastAt = log.at(-1)!.at;
      const sums = new Map<string, number>();
      const days = new Map<string, number>();
      for (const [day, subject, measure, value] of tally.entries()) {
        const parts = subjectParts(subject);
        if (parts.type !== "STEP" || !/^(clock|working):/.test(measure)) continue;
        const key = `${parts.lane} ${measure}`;
        sums.set(key, (sums.get(key) ?? 0) + value);
        const ofDay = `${day} ${measure.split(":")[0]}`;
        days.set(ofDay, (days.get(ofDay) ?? 0) + value);
        expect(value, `seed ${seed}`).toBeGreaterThan(0);
      }
      const intervals = caseIntervals(caseMoments(plan, log), lastAt);
      const expected = new Map<string, number>();
      for (const { lane, state, isRework, clock, working } of caseLedger(intervals, calendar)) {
        const measure = (scale: "clock" | "working", of: ShareState) =>
          `${lane} ${timeMeasure(scale, of, isRework)}`;
        if (clock > 0) expected.set(measure("clock", state), clock);
        if (working > 0) expected.set(measure("working", state), working);
      }
      expect([...sums].toSorted(), `seed ${seed}`).toEqual([...expected].toSorted());
      const from = log[0]!.at;
      const to = intervals.at(-1)?.to ?? from;
      for (let day = localDay(calendar, from); day <= localDay(calendar, to); day += 1) {
        const [begins, ends] = [
          Math.max(from, startOfDay(calendar, day)),
          Math.min(to, startOfDay(calendar, day + 1)),
        ];
        expect(days.get(`${day} clock`) ?? 0, `seed ${seed}`).toBe(Math.max(0, ends - begins));
        expect(days.get(`${day} working`) ?? 0, `seed ${seed}`).toBe(
          workingTimeBetween(calendar, begins, ends),
        );
      }
    });
  });

  it("has every task and waiting connector, as a plain count of the events says", () => {
    const seen = { done: 0, withdrawn: 0, open: 0, rework: 0, held: 0 };
    everyHistory((history, calendar, seed) => {
      const { graph, log } = history;
      const { stays, tally } = accountOf(history, calendar);
      const plain = plainStays(graph, log);
      const durations = plainDurations(graph, log, log.at(-1)!.at, calendar);
      const named = (stay: (typeof stays)[number]) => ({
        lane: stay.lane,
        node: stay.node,
        isRework: stay.isRework,
        openedAt: stay.openedAt,
        endedAt: stay.endedAt,
        isDone: stay.ending === "DONE",
      });
      const inOrder = (items: readonly object[]): string[] =>
        items.map((item) => JSON.stringify(item, Object.keys(item).toSorted())).toSorted();
      expect(inOrder(stays.map(named)), `seed ${seed}`).toEqual(inOrder(plain));
      const times = stays.map(({ lane, openedAt, queue, work, elsewhere, held }) => ({
        ...{ lane, openedAt, queue, work, elsewhere, held },
      }));
      expect(inOrder(times), `seed ${seed}`).toEqual(inOrder(durations));
      const counts = { arrived: 0, finished: 0, withdrawn: 0 };
      for (const [, subject, measure, value] of tally.entries()) {
        if (subjectParts(subject).type === "STEP" && measure in counts) {
          counts[measure as keyof typeof counts] += value;
        }
      }
      expect(counts).toEqual({
        arrived: plain.length,
        finished: plain.filter(({ isDone }) => isDone).length,
        withdrawn: plain.filter(({ endedAt, isDone }) => endedAt !== null && !isDone).length,
      });
      for (const { ending, isRework, held } of stays) {
        seen[ending === null ? "open" : ending === "DONE" ? "done" : "withdrawn"] += 1;
        if (isRework) seen.rework += 1;
        if (held > 0) seen.held += 1;
      }
    });
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
  });

  it("is taken out of a sum again without a trace, and put in by an edited calendar", () => {
    everyHistory((history, calendar, seed) => {
      const sum = new Tally();
      const [before, after] = [
        calendar,
        ...history.calendars.filter((one) => one !== calendar),
      ].map((each) => accountOf(history, each).tally);
      sum.addAll(before!);
      sum.addAll(before!, -1);
      expect(sum.toJSON(), `seed ${seed}`).toEqual([]);
      sum.addAll(after!);
      const named = (tally: Tally) =>
        [...tally.entries()].map((entry) => entry.join(" ")).toSorted();
      expect(named(sum), `seed ${seed}`).toEqual(named(after!));
    });
  });

  it("begins once, ends at most once, and takes its whole time from the one to the other", () => {
    everyHistory((history, calendar, seed) => {
      const { log } = history;
      const numbers = new Map<string, number>();
      for (const [, subject, measure, value] of accountOf(history, calendar).tally.entries()) {
        if (subject === caseSubject) numbers.set(measure, value);
      }
      const end = log.find(({ events }) =>
        events.some(({ type }) => type === "CASE_COMPLETED" || type === "CASE_CANCELLED"),
      );
      const isCompleted = end?.events.some(({ type }) => type === "CASE_COMPLETED") ?? false;
      expect(numbers.get("started"), `seed ${seed}`).toBe(1);
      expect(numbers.get("completed") ?? 0).toBe(isCompleted ? 1 : 0);
      expect(numbers.get("cancelled") ?? 0).toBe(end && !isCompleted ? 1 : 0);
      const lead = isCompleted ? end!.at - log[0]!.at : undefined;
      expect(numbers.get("clockLead:sum")).toBe(lead === 0 ? undefined : lead);
    });
  });
});

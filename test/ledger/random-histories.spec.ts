import { describe, expect, it } from "vitest";
import { caseIntervals, caseLedger } from "../../domain/ledger/case-ledger.js";
import { caseMoments } from "../../domain/ledger/case-moments.js";
import { workingTimeBetween } from "../../domain/time/working-time-between.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { plainLedger } from "./plain-ledger.js";
import { randomHistory } from "./random-history.js";

const known = knownGraphs();
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
/** A sample; all of them with `npm test -- --all-seeds`. */
const histories = process.env["ALUR_ALL_SEEDS"] ? 2000 : 300;

describe("the ledger of a random history", () => {
  it("adds up to the lead time, and is what a plain count of every task's life says", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= histories; seed += 1) {
      const { graph, plan, log, until, calendars } = randomHistory(seed, known);
      const calendar = calendars[seed % 2]!;
      const intervals = caseIntervals(caseMoments(plan, log), until);
      const shares = caseLedger(intervals, calendar);
      const [from, to] = [log[0]!.at, intervals.at(-1)?.to ?? log[0]!.at];
      expect(sum(shares.map(({ clock }) => clock)), `seed ${seed}`).toBe(to - from);
      const working = workingTimeBetween(calendar, from, to);
      expect(sum(shares.map((share) => share.working)), `seed ${seed}`).toBe(working);
      const plain = plainLedger(graph, log, until, calendar);
      expect(shares.length, `seed ${seed}`).toBe(plain.size);
      for (const { lane, state, isRework, ...share } of shares) {
        const key = `${lane} ${state} ${isRework ? "again" : "first"}`;
        seen.add(key.split(" ").slice(1).join(" "));
        expect(Math.abs(share.clock - plain.get(key)!.clock), `seed ${seed} ${key}`).toBeLessThan(
          intervals.length,
        );
        expect(Math.abs(share.working - plain.get(key)!.working)).toBeLessThan(intervals.length);
      }
    }
    const states = ["HELD", "CHILD_SOP", "REQUESTER", "WORK", "QUEUE"];
    expect([...seen].toSorted()).toEqual(
      states.flatMap((state) => [`${state} again`, `${state} first`]).toSorted(),
    );
  });
});

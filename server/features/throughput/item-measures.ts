import type { Select } from "../../persistence/keyset-page.js";
import type { Measure } from "./report-inputs.js";
import { numberOf, type Sum } from "./report-sums.js";

/** The moments that a list is about, in epoch milliseconds: `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A condition on `t`, beside that of the version. */
interface ItemArm extends Select {
  /** Found among what is open in the office, and then by version; in other indexes most is over. */
  readonly amongOpen?: true;
}

/** How the items of a measure are found, one arm for each way; each needs an index of its own. */
interface ItemMeasure {
  /** Of which table, as `t`. */
  readonly of: "CASE" | "STAY";
  /** By which its order goes; the oldest first where that is what matters. */
  readonly order: "openedAt" | "endedAt";
  readonly oldestFirst?: true;
  readonly arms: (span: Span) => readonly ItemArm[];
  /** The number itself, of cases or of one lane or step. */
  readonly numberIn: (sum: Sum) => number;
}

const within = (column: string, { from, to }: Span, more = ""): Select => ({
  sql: `t.${column} >= ? AND t.${column} < ?${more}`,
  params: [from, to],
});

const opened = (measure: string): Pick<ItemMeasure, "order" | "arms" | "numberIn"> => ({
  order: "openedAt",
  arms: (span) => [within("opened_at", span)],
  numberIn: (sum) => numberOf(sum, measure),
});

const ended = (measure: string, condition: string) => ({
  order: "endedAt" as const,
  arms: (span: Span) => [within("ended_at", span, ` AND ${condition}`)],
  numberIn: (sum: Sum) => numberOf(sum, measure),
});

/**
 * What is open at the end of the span: what is open now, and what has ended since, by its endings. With
 * the plus SQLite does not go through all that ever opened, in order, to find these few.
 */
const openAtEnd = (
  opened: string,
  isOpen: Omit<ItemArm, "params">,
  endings: readonly string[],
) => ({
  order: "openedAt" as const,
  oldestFirst: true as const,
  arms: ({ to }: Span): ItemArm[] => [
    { ...isOpen, sql: `${isOpen.sql} AND +t.${opened} < ?`, params: [to] },
    ...endings.map((ending) => ({
      sql: `${ending} AND t.ended_at >= ? AND +t.${opened} < ?`,
      params: [to, to],
    })),
  ],
});

/** Every number that can be opened. */
export const itemMeasures: Record<Measure, ItemMeasure> = {
  CASES_STARTED: {
    of: "CASE",
    order: "openedAt",
    arms: (span) => [within("started_at", span)],
    numberIn: (sum) => numberOf(sum, "started"),
  },
  CASES_COMPLETED: { of: "CASE", ...ended("completed", "t.ending = 'COMPLETED'") },
  CASES_CANCELLED: { of: "CASE", ...ended("cancelled", "t.ending = 'CANCELLED'") },
  CASES_RUNNING: {
    of: "CASE",
    ...openAtEnd("started_at", { sql: "t.is_open = 1", amongOpen: true }, [
      "t.ending = 'COMPLETED'",
      "t.ending = 'CANCELLED'",
    ]),
    numberIn: () => 0,
  },
  ARRIVED: { of: "STAY", ...opened("arrived") },
  FINISHED: { of: "STAY", ...ended("finished", "t.ending = 'DONE'") },
  WITHDRAWN: { of: "STAY", ...ended("withdrawn", "t.ending = 'WITHDRAWN'") },
  WAITING: {
    of: "STAY",
    ...openAtEnd("opened_at", { sql: "t.ended_at IS NULL" }, ["1 = 1"]),
    numberIn: () => 0,
  },
  REWORK: { of: "STAY", ...ended("rework", "t.ending = 'DONE' AND t.is_rework = 1") },
  ON_TIME: { of: "STAY", ...ended("onTime", "t.ending = 'DONE' AND t.ended_at <= t.due_at") },
  LATE: {
    of: "STAY",
    ...ended("withStandard", "t.ending = 'DONE' AND t.ended_at > t.due_at"),
    numberIn: (sum) => numberOf(sum, "withStandard") - numberOf(sum, "onTime"),
  },
  HANDED_OVER: { of: "STAY", ...opened("count") },
};

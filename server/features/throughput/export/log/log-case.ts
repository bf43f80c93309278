import type { LocalTime } from "../../../../../domain/index.js";
import type { CaseTrail } from "./case-trail.js";
import type { LogNames } from "./log-names.js";
import type { LogPeople } from "./log-people.js";

/** A case of an event log. */
export interface LogCase {
  /** Its row. */
  readonly id: number;
  readonly sopId: number;
  readonly sopTitle: string;
  /** 1, 2, 3 … within the SOP. */
  readonly version: number;
  readonly title: string | null;
  readonly trail: CaseTrail;
}

/** What an event log says of itself, and how it names things. */
export interface LogFacts {
  readonly office: string;
  /** The first and the last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Up to which moment it is told, in epoch milliseconds. */
  readonly asOf: number;
  readonly clocks: LocalTime;
  /** Whether performers are named; then cases have their titles and documents their numbers, too. */
  readonly isNamed: boolean;
  readonly names: LogNames;
  readonly people: LogPeople;
}

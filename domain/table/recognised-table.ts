import type { NodeKind, StandardTime } from "../sop/graph.js";

/**
 * What a column of a table holds. `lane`: marks of one performer. `actors`: names of performers,
 * each of which becomes a lane. `skip`: nothing that is taken.
 */
export const columnRoles = [
  "number",
  "activity",
  "lane",
  "actors",
  "requirements",
  "time",
  "output",
  "remarks",
  "skip",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

export interface RecognisedColumn {
  /** Its place in the grid. */
  readonly index: number;
  readonly role: ColumnRole;
  readonly title: string;
  readonly sure: boolean;
}

/** Rows under one heading; a heading that returns on the next page may be arranged otherwise. */
export interface TableSection {
  readonly headings: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly RecognisedColumn[];
}

export interface RecognisedLane {
  readonly name: string;
  /** False where two spellings were taken for one, or the heading did not say that it is a lane. */
  readonly sure: boolean;
}

/** What of a step was guessed; `row`: put together from several rows; `added`: not in the table. */
export type GuessedField = "kind" | "lanes" | "text" | "time" | "arrows" | "row" | "added";

/** What stands in a lane's cell. */
export interface LaneMark {
  /** Place in `lanes`. */
  readonly lane: number;
  /** As written. */
  readonly mark: string;
  readonly label: string | null;
}

export interface RecognisedStep {
  /** Known by its first row in the grid; `start` and `end` where the table has none. */
  readonly id: string;
  readonly rows: readonly number[];
  readonly number: string | null;
  readonly kind: NodeKind;
  readonly work: boolean;
  readonly text: string;
  /** Where its symbol stands; several on a joint step. */
  readonly lanes: readonly LaneMark[];
  /** Marks that say something of the step but not where it stands, as written. */
  readonly hints: readonly string[];
  readonly requirements: readonly string[];
  readonly time: StandardTime | null;
  /** The time as written. */
  readonly timeText: string;
  readonly outputs: readonly string[];
  readonly remarks: string | null;
  readonly guesses: readonly GuessedField[];
}

/** An arrow between two steps, by their places in `steps`. */
export interface RecognisedArrow {
  readonly from: number;
  readonly to: number;
  readonly outcome: string | null;
}

/** Why a text is not taken. */
export type LeftOutReason = "HEADING" | "NUMBERING" | "SECTION" | "TOTAL" | "COLUMN" | "NO_ROOM";

export interface LeftOut {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly why: LeftOutReason;
}

export interface RecognisedTable {
  readonly sections: readonly TableSection[];
  readonly lanes: readonly RecognisedLane[];
  readonly steps: readonly RecognisedStep[];
  readonly arrows: readonly RecognisedArrow[];
  readonly leftOut: readonly LeftOut[];
}

/** The words that a drawing gets where the table has none; in the language of the form. */
export interface TableWords {
  readonly yes: string;
  readonly no: string;
  readonly start: string;
  readonly end: string;
  /** Stands before a time that was not understood, in the remarks. */
  readonly writtenTime: string;
  /** Names a lane that has no heading, with its number. */
  readonly lane: string;
}

/** What a person chose in place of what was guessed. */
export interface TableChoices {
  /** By section and column: `0:3`. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  /** By the id of the step. */
  readonly kinds: Readonly<Record<string, NodeKind>>;
  /** By the id of the step: the names of its lanes. */
  readonly lanes: Readonly<Record<string, readonly string[]>>;
}

export const noChoices: TableChoices = { roles: {}, kinds: {}, lanes: {} };

import type { ReviewNote } from "../domain/sop/review-note.js";
import type { SopDocument } from "../domain/sop/sop-document.js";

/** `procedures/<nnn>-<slug>.json`: one SOP with its version in force. */
export interface Procedure {
  readonly office: string;
  readonly number: string | null;
  readonly part: "A" | "B" | null;
  readonly title: string;
  readonly document: SopDocument;
  readonly notes: readonly ReviewNote[];
}

/** `office/demo-office.json`. Positions and offices are referred to by their codes. */
export interface DemoOffice {
  readonly offices: readonly { code: string; name: string; government: string; timeZone: string }[];
  readonly positions: readonly {
    code: string;
    office: string;
    name: string;
    head?: boolean;
    /** The code of the one above it, which comes before it in the list. */
    superior?: string;
  }[];
  readonly people: readonly {
    username: string;
    name: string;
    office: string;
    nip: string | null;
    locale: string;
    roles: readonly string[];
    positions: readonly string[];
  }[];
  readonly tokens: readonly { name: string; scopes: readonly string[]; note: string }[];
}

/** `date` is `YYYY-MM-DD` in the office's own time zone. */
export interface Day {
  readonly date: string;
  readonly name: string;
}

/** `holidays/<year>.json`: the joint decree of three ministers (`basis`). */
export interface HolidayTable {
  readonly year: number;
  readonly basis: string;
  readonly holidays: readonly Day[];
  readonly jointLeave: readonly Day[];
}

/** `calendar/default.json`: ISO weekday → working spans as wall-clock `HH:MM`. */
export interface Calendar {
  readonly name: string;
  readonly timeZone: string;
  readonly minutesPerWorkingDay: number;
  readonly weekly: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly periods: readonly unknown[];
}

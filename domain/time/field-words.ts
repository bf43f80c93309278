import type { HolidayKind } from "./calendar-definition.js";

/** The words in the text of a calendar's field that are not the office's own. */
export interface FieldWords {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly kinds: Readonly<Record<HolidayKind, string>>;
}

export const fieldWords: Readonly<Record<"id" | "en", FieldWords>> = {
  id: {
    weekdays: ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"],
    kinds: { HOLIDAY: "libur nasional", JOINT_LEAVE: "cuti bersama" },
  },
  en: {
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    kinds: { HOLIDAY: "national holiday", JOINT_LEAVE: "joint leave" },
  },
};

import type { DayHours, WeeklyDefinition } from "../../domain/index.js";

const fourDays = (hours: DayHours) => ({ 1: hours, 2: hours, 3: hours, 4: hours });

export interface HoursPreset {
  readonly name: "fiveDays" | "sixDays" | "ramadan";
  readonly weekly: WeeklyDefinition;
}

/** 37 hours 30 minutes a week in five days (Perpres 21/2023). */
const fiveDays: HoursPreset = {
  name: "fiveDays",
  weekly: {
    ...fourDays([
      ["07:30", "12:00"],
      ["13:00", "16:00"],
    ]),
    5: [
      ["07:30", "11:30"],
      ["13:00", "16:30"],
    ],
  },
};

/** The same 37 hours 30 minutes in six days. */
const sixDays: HoursPreset = {
  name: "sixDays",
  weekly: {
    ...fourDays([
      ["07:30", "12:00"],
      ["12:30", "14:30"],
    ]),
    5: [["07:30", "11:30"]],
    6: [
      ["07:30", "12:00"],
      ["12:30", "15:30"],
    ],
  },
};

/** 32 hours 30 minutes a week in five days. */
const ramadan: HoursPreset = {
  name: "ramadan",
  weekly: {
    ...fourDays([
      ["08:00", "12:00"],
      ["12:30", "15:00"],
    ]),
    5: [
      ["08:00", "11:30"],
      ["12:30", "15:30"],
    ],
  },
};

export const weeklyPresets: readonly HoursPreset[] = [fiveDays, sixDays];
export const periodPresets: readonly HoursPreset[] = [ramadan];

import type { StandardTime } from "../sop/graph.js";
import { addWorkingTime } from "./add-working-time.js";
import { subtractWorkingTime } from "./subtract-working-time.js";
import { MINUTE, type WorkingCalendar } from "./working-calendar.js";

export type ReminderUnit = "PERCENT" | "MINUTE" | "HOUR" | "WORKING_DAY";

/** When the people of a task are reminded of its deadline, and whoever is above them is told. */
export interface ReminderRules {
  /** How long before; PERCENT is of the step's standard time. `null`: not. */
  readonly before: { readonly value: number; readonly unit: ReminderUnit } | null;
  readonly atDeadline: boolean;
  /** How long after it has passed; `null`: never. */
  readonly escalateAfter: {
    readonly value: number;
    readonly unit: Exclude<ReminderUnit, "PERCENT">;
  } | null;
}

export const usualReminders: ReminderRules = {
  before: { value: 20, unit: "PERCENT" },
  atDeadline: true,
  escalateAfter: { value: 1, unit: "WORKING_DAY" },
};

/** What is told of a deadline, in order; each once, and the later ones make the earlier pointless. */
export type ReminderStage = "NEAR" | "REACHED" | "PASSED";
export const reminderStages: readonly ReminderStage[] = ["NEAR", "REACHED", "PASSED"];

/** Nobody can do anything with a reminder that comes so shortly before. */
const shortestNotice = 10 * MINUTE;

/** Of a task; times in epoch milliseconds. */
export interface RemindedTask {
  readonly openedAt: number;
  readonly dueAt: number;
  readonly standardTime: StandardTime | null;
  /** A requester's own task only reminds. */
  readonly isRequesters: boolean;
}

/** When each stage comes, in epoch milliseconds; `null`: it does not. */
export function reminderMoments(
  calendar: WorkingCalendar,
  rules: ReminderRules,
  task: RemindedTask,
): Readonly<Record<ReminderStage, number | null>> {
  const { escalateAfter, atDeadline } = rules;
  const isEscalated = escalateAfter !== null && !task.isRequesters;
  return {
    NEAR: nearMoment(calendar, rules, task),
    REACHED: atDeadline ? task.dueAt : null,
    PASSED: isEscalated ? addWorkingTime(calendar, task.dueAt, escalateAfter) : null,
  };
}

/**
 * A moment before which there is nothing to tell of a task that opens now, cheaply; `null`: there never
 * will be.
 */
export function firstAttention(
  calendar: WorkingCalendar,
  rules: ReminderRules,
  task: RemindedTask,
): number | null {
  const near = nearMoment(calendar, rules, task);
  if (near !== null) return near;
  const isEscalated = rules.escalateAfter !== null && !task.isRequesters;
  return rules.atDeadline || isEscalated ? task.dueAt : null;
}

function nearMoment(
  calendar: WorkingCalendar,
  { before }: ReminderRules,
  { openedAt, dueAt, standardTime }: RemindedTask,
): number | null {
  const lead = before && leadOf(before, standardTime);
  if (!lead) return null;
  const moment = subtractWorkingTime(calendar, dueAt, lead);
  // Whoever was just told of the task need not be told that it is urgent.
  if (moment === null || moment <= openedAt || dueAt - moment < shortestNotice) return null;
  return moment;
}

function leadOf(
  { value, unit }: NonNullable<ReminderRules["before"]>,
  standardTime: StandardTime | null,
): StandardTime | null {
  if (unit !== "PERCENT") return { value, unit };
  return standardTime && { value: (standardTime.value * value) / 100, unit: standardTime.unit };
}

export interface ReminderStep {
  /** What is to be told now. */
  readonly stage: ReminderStage | null;
  /** How many of the stages are settled then, told or pointless. */
  readonly settled: number;
  /** When there is something to tell again; `null`: never. */
  readonly nextAt: number | null;
}

/** How long the word that a deadline has come is of use: over a weekend. */
const reachedIsNewsFor = 72 * 60 * MINUTE;

/**
 * What to tell at `now` of a task of which the first `settled` stages are; of these, whatever lies ahead
 * again, because the deadline moved, is not. Where several are due, because nobody was there to tell
 * them, only the last is told. What comes too late to be of use is dropped; that a deadline has passed
 * is always told.
 */
export function nextReminder(
  moments: Readonly<Record<ReminderStage, number | null>>,
  { dueAt, settled, now }: { dueAt: number; settled: number; now: number },
): ReminderStep {
  const open = reminderStages.filter(
    (stage, index) => index >= settled || (moments[stage] ?? now) > now,
  );
  const last = open.filter((stage) => (moments[stage] ?? Infinity) <= now).at(-1);
  const ahead = open.flatMap((stage) => {
    const moment = moments[stage];
    return moment !== null && moment > now ? [moment] : [];
  });
  const isTooLate =
    (last === "NEAR" && now >= dueAt) || (last === "REACHED" && now > dueAt + reachedIsNewsFor);
  const [first] = open;
  return {
    stage: last && !isTooLate ? last : null,
    settled: last
      ? reminderStages.indexOf(last) + 1
      : first
        ? reminderStages.indexOf(first)
        : reminderStages.length,
    nextAt: ahead.length > 0 ? Math.min(...ahead) : null,
  };
}

const units: ReadonlySet<string> = new Set(["PERCENT", "MINUTE", "HOUR", "WORKING_DAY"]);
const longest: Readonly<Record<ReminderUnit, number>> = {
  PERCENT: 90,
  MINUTE: 10_000,
  HOUR: 1_000,
  WORKING_DAY: 100,
};

/** The field at fault where rules cannot be meant; `null`: they can. */
export function faultOfReminders({ before, escalateAfter }: ReminderRules): string | null {
  if (before && !isSpan(before, true)) return "before";
  return escalateAfter && !isSpan(escalateAfter, false) ? "escalateAfter" : null;
}

function isSpan({ value, unit }: { value: number; unit: ReminderUnit }, percent: boolean): boolean {
  if (!units.has(unit) || (unit === "PERCENT" && !percent)) return false;
  return Number.isInteger(value) && value >= 1 && value <= longest[unit];
}

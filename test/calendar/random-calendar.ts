import type {
  CalendarDefinition,
  DayHours,
  Holiday,
  WeeklyDefinition,
} from "../../domain/index.js";
import { dateOfDay } from "../../domain/index.js";
import type { Dice } from "../walks/dice.js";

/** A calendar with its national table, and the clocks that it is kept by. */
export interface CalendarFixture {
  readonly definition: CalendarDefinition;
  readonly holidays: readonly Holiday[];
  /** Minutes ahead of UTC. */
  readonly utcOffset: number;
}

/** The days that holidays and periods of a random calendar lie in, since 1970-01-01: 2026 to 2028. */
export const firstDay = 20_454;
export const lastDay = firstDay + 900;

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function randomHours(dice: Dice): DayHours {
  const spans: (readonly [string, string])[] = [];
  // Now and then from midnight, or to it.
  let at = dice.chance(0.1) ? 0 : dice.between(0, 600);
  for (let left = dice.between(1, 4); left > 0 && at < 1439; left -= 1) {
    const end = dice.chance(0.05) ? 1440 : Math.min(1440, at + dice.between(1, 400));
    spans.push([time(at), time(end)]);
    // Sometimes without a break between two spans.
    at = end + (dice.chance(0.2) ? 0 : dice.between(1, 120));
  }
  return spans;
}

function randomWeekly(dice: Dice): WeeklyDefinition {
  const shape = dice.weighted({ official: 4, six: 3, random: 4, sparse: 1 });
  const weekly: Record<string, DayHours> = {};
  if (shape === "official" || shape === "six") {
    const day = [
      ["07:30", "12:00"],
      ["13:00", "16:00"],
    ] as const;
    for (const weekday of "1234") weekly[weekday] = day;
    weekly["5"] = [
      ["07:30", "11:30"],
      ["13:00", "16:30"],
    ];
    if (shape === "six") weekly["6"] = [["07:30", "12:30"]];
    return weekly;
  }
  for (const weekday of "1234567") {
    if (dice.chance(shape === "sparse" ? 0.15 : 0.75)) weekly[weekday] = randomHours(dice);
  }
  return weekly;
}

/** Periods overlap, days are named twice, a holiday is a Sunday: whatever can be written down. */
export function randomCalendar(dice: Dice): CalendarFixture {
  const date = () => dateOfDay(dice.between(firstDay, lastDay));
  const many = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: dice.below(most + 1) }, make);
  const holidays = many(60, (): Holiday => {
    const kind = dice.chance(0.6) ? "HOLIDAY" : "JOINT_LEAVE";
    return { date: date(), name: "Libur", kind, basis: "" };
  });
  const periods = many(4, () => {
    const from = dice.between(firstDay, lastDay);
    const to = from + dice.below(60);
    return { from: dateOfDay(from), to: dateOfDay(to), name: "Masa", weekly: randomWeekly(dice) };
  });
  const minutes = dice.weighted({ "450": 5, "480": 4, other: 2 });
  return {
    definition: {
      name: "Acak",
      minutesPerWorkingDay: minutes === "other" ? dice.between(1, 700) : Number(minutes),
      weekly: randomWeekly(dice),
      periods,
      daysOff: many(5, () => ({ date: date(), name: "Libur kantor" })),
      extraDays: many(5, () => ({ date: date(), name: "Masuk", hours: randomHours(dice) })),
      worksThrough: [
        ...many(3, date),
        ...holidays.filter(() => dice.chance(0.1)).map((holiday) => holiday.date),
      ],
    },
    holidays,
    utcOffset: dice.pick([420, 480, 540]) ?? 420,
  };
}

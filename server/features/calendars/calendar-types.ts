import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type {
  CalendarDefinition,
  DayReason as DayReasonName,
  FieldChange,
  HolidayKind as HolidayKindName,
} from "../../../domain/index.js";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { DateTime, LocalDate } from "../../runtime/graphql/scalars.js";

export const DayReason = {
  WORKING_DAY: "WORKING_DAY",
  PERIOD: "PERIOD",
  EXTRA_DAY: "EXTRA_DAY",
  WORKED_THROUGH: "WORKED_THROUGH",
  WEEKLY_REST: "WEEKLY_REST",
  HOLIDAY: "HOLIDAY",
  JOINT_LEAVE: "JOINT_LEAVE",
  OFFICE_DAY_OFF: "OFFICE_DAY_OFF",
} as const satisfies { [Name in DayReasonName]: Name };
export type DayReason = DayReasonName;
registerEnumType(DayReason, {
  name: "DayReason",
  description: "Why a day is worked, or not.",
  valuesConfig: {
    WORKING_DAY: { description: "Worked by the hours of the week." },
    PERIOD: { description: "Worked by the hours of a period, as Ramadan." },
    EXTRA_DAY: { description: "Worked by hours of its own." },
    WORKED_THROUGH: { description: "A holiday or joint leave that this office works through." },
    WEEKLY_REST: { description: "A day of the week without hours." },
    HOLIDAY: { description: "A national holiday." },
    JOINT_LEAVE: { description: "A national joint leave (cuti bersama)." },
    OFFICE_DAY_OFF: { description: "A day off of this office alone." },
  },
});

export const HolidayKind = { HOLIDAY: "HOLIDAY", JOINT_LEAVE: "JOINT_LEAVE" } as const;
export type HolidayKind = HolidayKindName;
registerEnumType(HolidayKind, {
  name: "HolidayKind",
  description: "A holiday (libur nasional) or a joint leave (cuti bersama).",
  valuesConfig: {
    HOLIDAY: { description: "A national holiday." },
    JOINT_LEAVE: { description: "A joint leave, which the yearly decree adds to the holidays." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A stretch of a day in which work is done." })
export class WorkingSpan {
  @Field(() => String, { description: "From this time of day, HH:MM." })
  from!: string;

  @Field(() => String, { description: "To this one, HH:MM; 24:00 is the end of the day." })
  to!: string;
}

@ObjectType({ simpleResolvers: true, description: "The hours of one day of the week." })
export class WeekdayHours {
  @Field(() => Int, { description: "1 (Monday) to 7 (Sunday)." })
  weekday!: number;

  @Field(() => [WorkingSpan], { description: "In their order; what lies between is a break." })
  spans!: WorkingSpan[];
}

@ObjectType({ simpleResolvers: true, description: "Other hours for a while, as in Ramadan." })
export class CalendarPeriod {
  @Field(() => String, { description: "The first day, YYYY-MM-DD." })
  from!: string;

  @Field(() => String, { description: "The last day, YYYY-MM-DD." })
  to!: string;

  @Field(() => String, { description: "What it is." })
  name!: string;

  @Field(() => [WeekdayHours], { description: "Its hours; a day that is not named is free." })
  weekly!: WeekdayHours[];
}

@ObjectType({ simpleResolvers: true, description: "A day on which this office alone is closed." })
export class OfficeDayOff {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "Why." })
  name!: string;
}

@ObjectType({ simpleResolvers: true, description: "A day with hours of its own." })
export class ExtraWorkingDay {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "Why." })
  name!: string;

  @Field(() => [WorkingSpan], { description: "Its hours." })
  spans!: WorkingSpan[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A day of a calendar, and why it is worked or not.",
})
export class CalendarDay {
  @Field(() => LocalDate, { description: "The day." })
  date!: number;

  @Field(() => Boolean, { description: "Whether it is worked." })
  isWorked!: boolean;

  @Field(() => Int, { description: "How many minutes are worked." })
  minutes!: number;

  @Field(() => DayReason, { description: "Why." })
  reason!: DayReason;

  @Field(() => [String], { description: "What the reason is called, as the holidays of the day." })
  names!: string[];

  @Field(() => [WorkingSpan], { description: "Its hours; none where it is not worked." })
  spans!: WorkingSpan[];
}

@ObjectType({
  simpleResolvers: true,
  description: "When an office works. Deadlines are counted by it.",
})
export class WorkingCalendar {
  /** `null`: of every office without its own. */
  officeRowId!: number | null;
  definition!: CalendarDefinition;

  @Field(() => Boolean, {
    description: "Whether it is the office's own; else it is the one for all offices.",
  })
  isOwn!: boolean;

  @Field(() => Int, {
    description:
      "Counts up with each save; the next save must name it. 0 where the office has never had its own.",
  })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description: "IANA name of the office's time zone; null of the calendar for all.",
  })
  timeZone!: string | null;

  @Field(() => Int, { description: "How many working minutes one working day (1 hari) is." })
  minutesPerWorkingDay!: number;

  @Field(() => [WeekdayHours], { description: "The hours of the week, the free days left out." })
  weekly!: WeekdayHours[];

  @Field(() => [CalendarPeriod], { description: "Other hours for a while." })
  periods!: CalendarPeriod[];

  @Field(() => [OfficeDayOff], { description: "Days on which this office alone is closed." })
  daysOff!: OfficeDayOff[];

  @Field(() => [ExtraWorkingDay], { description: "Days with hours of their own." })
  extraDays!: ExtraWorkingDay[];

  @Field(() => [String], {
    description: "Holidays and joint leave that this office works through, YYYY-MM-DD.",
  })
  worksThrough!: string[];
}

@ObjectType({ simpleResolvers: true, description: "A day of the national table." })
export class Holiday {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => HolidayKind, { description: "Which of the two it is." })
  kind!: HolidayKind;

  @Field(() => String, { description: "The decree that it rests on; may be empty." })
  basis!: string;
}

@ObjectType({ simpleResolvers: true, description: "The national holidays of a year." })
export class HolidayYear {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => Int, { description: "The number of its last change; the next save must name it." })
  revision!: number;

  @Field(() => [Holiday], { description: "By date." })
  days!: Holiday[];
}

@ObjectType({ simpleResolvers: true, description: "Something in a calendar that became another." })
export class CalendarFieldChange {
  @Field(() => String, {
    description: "What: weekly.1, period.2027-02-08, dayOff.2026-12-24, holiday.2026-12-24.Name, …",
  })
  field!: string;

  @Field(() => String, { nullable: true, description: "What it was, for people to read." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "What it is." })
  after!: string | null;
}

export const CalendarChangeKind = { CALENDAR: "CALENDAR", HOLIDAYS: "HOLIDAYS" } as const;
export type CalendarChangeKind = keyof typeof CalendarChangeKind;
registerEnumType(CalendarChangeKind, {
  name: "CalendarChangeKind",
  description: "Whether a working calendar changed, or the national holidays.",
  valuesConfig: {
    CALENDAR: { description: "The calendar of an office, or the one for all." },
    HOLIDAYS: { description: "The national table of holidays and joint leave." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A change of a calendar: who, when, what, and what became of the open deadlines.",
})
export class CalendarChange {
  fieldChanges!: readonly FieldChange[];

  @Field(() => Int, { description: "1, 2, 3 … over all calendars." })
  seq!: number;

  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => String, { description: "Who made it." })
  actorName!: string;

  @Field(() => CalendarChangeKind, { description: "What was changed." })
  kind!: CalendarChangeKind;

  @Field(() => Boolean, { description: "Whether it was for all offices." })
  isForAll!: boolean;

  @Field(() => Int, { description: "How many open deadlines it has moved so far." })
  movedTasks!: number;

  @Field(() => Int, { description: "Of how many cases." })
  movedCases!: number;

  @Field(() => Boolean, { description: "Whether all open deadlines are counted by it by now." })
  isSettled!: boolean;
}

export const CalendarChangeConnection = connectionOf(CalendarChange, "CalendarChange");

import { Field, ID, InputType, Int } from "type-graphql";
import { HolidayKind } from "./calendar-types.js";

@InputType({ description: "A stretch of a day in which work is done." })
export class WorkingSpanInput {
  @Field(() => String, { description: "From this time of day, HH:MM." })
  from!: string;

  @Field(() => String, { description: "To this one, HH:MM; 24:00 is the end of the day." })
  to!: string;
}

@InputType({ description: "The hours of one day of the week." })
export class WeekdayHoursInput {
  @Field(() => Int, { description: "1 (Monday) to 7 (Sunday), each once." })
  weekday!: number;

  @Field(() => [WorkingSpanInput], { description: "In their order, without overlap." })
  spans!: WorkingSpanInput[];
}

@InputType({ description: "Other hours for a while; no two periods overlap." })
export class CalendarPeriodInput {
  @Field(() => String, { description: "The first day, YYYY-MM-DD." })
  from!: string;

  @Field(() => String, { description: "The last day, at most two years later." })
  to!: string;

  @Field(() => String, { description: "What it is." })
  name!: string;

  @Field(() => [WeekdayHoursInput], { description: "Its hours; a day that is not named is free." })
  weekly!: WeekdayHoursInput[];
}

@InputType({ description: "A day on which this office alone is closed." })
export class OfficeDayOffInput {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "Why." })
  name!: string;
}

@InputType({ description: "A day with hours of its own, whatever else it is." })
export class ExtraWorkingDayInput {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "Why." })
  name!: string;

  @Field(() => [WorkingSpanInput], { description: "Its hours." })
  spans!: WorkingSpanInput[];
}

@InputType({ description: "A whole working calendar, and the one that it was made from." })
export class SaveWorkingCalendarInput {
  @Field(() => ID, {
    nullable: true,
    description: "Whose own; left out: the one of all offices that have none.",
  })
  officeId?: string | null;

  @Field(() => Int, {
    description: "The revision that was edited (`WorkingCalendar.revision`); another: CONFLICT.",
  })
  expectedRevision!: number;

  @Field(() => String, {
    nullable: true,
    description: "IANA name of the office's time zone; left out: as it is. Not for all offices.",
  })
  timeZone?: string | null;

  @Field(() => Int, { description: "How many working minutes one working day (1 hari) is." })
  minutesPerWorkingDay!: number;

  @Field(() => [WeekdayHoursInput], { description: "The hours of the week; free days left out." })
  weekly!: WeekdayHoursInput[];

  @Field(() => [CalendarPeriodInput], { description: "Other hours for a while." })
  periods!: CalendarPeriodInput[];

  @Field(() => [OfficeDayOffInput], { description: "Days on which this office alone is closed." })
  daysOff!: OfficeDayOffInput[];

  @Field(() => [ExtraWorkingDayInput], { description: "Days with hours of their own." })
  extraDays!: ExtraWorkingDayInput[];

  @Field(() => [String], { description: "Holidays and joint leave worked through, YYYY-MM-DD." })
  worksThrough!: string[];
}

@InputType({ description: "Which office goes by the calendar for all offices again." })
export class DropWorkingCalendarInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => Int, { description: "The revision of its own calendar; another: CONFLICT." })
  expectedRevision!: number;
}

@InputType({ description: "A day of the national table." })
export class HolidayInput {
  @Field(() => String, { description: "The day, YYYY-MM-DD." })
  date!: string;

  @Field(() => String, { description: "What it is called." })
  name!: string;

  @Field(() => HolidayKind, { description: "Which of the two it is." })
  kind!: HolidayKind;

  @Field(() => String, { nullable: true, description: "The decree that it rests on." })
  basis?: string | null;
}

@InputType({ description: "The national holidays of a year as they shall be, all of them." })
export class SaveHolidaysInput {
  @Field(() => Int, { description: "The year." })
  year!: number;

  @Field(() => Int, {
    description: "The revision that was edited (`HolidayYear.revision`); another: CONFLICT.",
  })
  expectedRevision!: number;

  @Field(() => [HolidayInput], { description: "Every day of it." })
  days!: HolidayInput[];
}

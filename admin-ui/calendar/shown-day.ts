import type { CalendarYearQuery } from "../generated/graphql.js";

/** A day of the year view. */
export type ShownDay = CalendarYearQuery["workingCalendar"]["days"][number];

import type { CalendarYearQuery } from "../generated/graphql.js";

/** A day as the year view shows it. */
export type ShownDay = CalendarYearQuery["workingCalendar"]["days"][number];

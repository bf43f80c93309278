import type { CalendarYearQuery } from "../generated/graphql.js";

/** A day of the year as the server tells it. */
export type ShownDay = CalendarYearQuery["workingCalendar"]["days"][number];

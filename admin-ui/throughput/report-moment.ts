import { localTime } from "../app/office-moment.js";

interface Moment {
  readonly to: string;
  readonly asOf: string;
  readonly office: { readonly timeZone: string };
}

/** The office's date at the moment of a report. */
export const todayOf = ({ asOf, office }: Omit<Moment, "to">): string =>
  localTime(Date.parse(asOf), office.timeZone).slice(0, 10);

/** Whether it is yet to begin, so that nothing can be told of it. */
export const isAhead = (report: { readonly from: string } & Omit<Moment, "to">): boolean =>
  report.from > todayOf(report);

/** Whether what was open is counted at the end of the period, and not now. */
export const isOver = (report: Moment): boolean => report.to < todayOf(report);

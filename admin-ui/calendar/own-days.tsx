import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsCalendars } from "../app/shows-types.js";
import { useFormat } from "../app/use-format.js";
import type { DayReason } from "../generated/graphql.js";
import { calendarYearQuery } from "./calendar-operations.js";

const own: ReadonlySet<DayReason> = new Set(["OFFICE_DAY_OFF", "EXTRA_DAY", "WORKED_THROUGH"]);

/** Where an office differs from the national table in a year; nothing where it does not. */
export function OwnDays({ officeId, year }: { officeId: string; year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data }] = useQuery({
    query: calendarYearQuery,
    variables: { officeId, year },
    context: showsCalendars,
  });
  const days = (data?.workingCalendar.days ?? []).filter(({ reason }) => own.has(reason));
  if (days.length === 0) return null;
  return (
    <section className="sheet sheet-pad own-days" aria-label={t("calendar.ownDays")}>
      <h2 className="section-title">{t("calendar.ownDays")}</h2>
      <ul className="change-list">
        {days.map(({ date, reason, names }) => (
          <li key={date}>
            <strong>{format.day(date)}</strong> · {t(`calendar.reason.${reason}`)}
            {names.length > 0 && `: ${names.join("; ")}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useSession } from "../app/session.js";
import { showsCalendars } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import { groupBy } from "../app/group-by.js";
import { localTime } from "../app/office-moment.js";
import { useNow } from "../app/use-format.js";
import type { CalendarYearQuery } from "../generated/graphql.js";
import { calendarYearQuery } from "./calendar-operations.js";
import { DayDetails } from "./day-details.js";
import { dayAfterKey } from "./year-keys.js";
import { YearLegend } from "./year-legend.js";
import { YearMonth } from "./year-month.js";
import { YearStep } from "./year-step.js";

/** The twelve months of a year: what is worked, and of the day that one looks at, why. */
export function YearView(props: {
  officeId: string | null;
  year: number;
  onYear: (year: number) => void;
}) {
  const { t } = useTranslation();
  const { officeId, year, onYear } = props;
  const zone = useSession().me?.office.timeZone ?? "Asia/Jakarta";
  const today = localTime(useNow(), zone).slice(0, "2026-01-01".length);
  /** How often today was asked for: it is gone to each time. */
  const [wanted, setWanted] = useState(0);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: calendarYearQuery,
    variables: { officeId, year },
    context: showsCalendars,
    requestPolicy: "cache-and-network",
  });
  return (
    <>
      <YearStep year={year} onYear={onYear}>
        <Button
          variant="default"
          fw={400}
          onClick={() => {
            setWanted(wanted + 1);
            onYear(Number(today.slice(0, 4)));
          }}
        >
          {t("calendar.today")}
        </Button>
      </YearStep>
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && (
        <Year
          key={`${year}.${wanted}`}
          year={year}
          today={today}
          isWanted={wanted > 0 && today.startsWith(String(year))}
          calendar={data.workingCalendar}
        />
      )}
    </>
  );
}

function Year(props: {
  year: number;
  today: string;
  /** Whether today is gone to at once. */
  isWanted: boolean;
  calendar: CalendarYearQuery["workingCalendar"];
}) {
  const { t } = useTranslation();
  const { year, today, isWanted, calendar } = props;
  const { days } = calendar;
  const begin = today.startsWith(String(year)) ? today : `${year}-01-01`;
  const [looked, setLooked] = useState(begin);
  const [pointed, setPointed] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) grid.current?.querySelector<HTMLElement>('[aria-current="date"]')?.focus();
  }, [isWanted]);
  const byMonth = useMemo(() => groupBy(days, ({ date }) => date.slice(0, 7)), [days]);
  const shown = days.find(({ date }) => date === (pointed ?? looked));
  const onKey = (event: React.KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey ? null : dayAfterKey(looked, event.key);
    if (next === null) return;
    event.preventDefault();
    setLooked(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className="calendar-with-side">
      <div
        ref={grid}
        className="calendar-months"
        role="group"
        aria-label={t("calendar.monthsOf", { year })}
        aria-describedby="kalender-kunci"
        onKeyDown={onKey}
        onPointerLeave={() => setPointed(null)}
      >
        {[...byMonth].map(([month, ofMonth]) => (
          <YearMonth
            key={month}
            month={month}
            days={ofMonth}
            looked={looked}
            today={today}
            onLook={setLooked}
            onPoint={setPointed}
          />
        ))}
      </div>
      <aside className="calendar-side" aria-label={t("calendar.legend")}>
        {shown !== undefined && <DayDetails day={shown} />}
        <YearLegend days={days} />
        <p className="quiet calendar-keys" id="kalender-kunci">
          {t("calendar.keys")}
        </p>
      </aside>
    </div>
  );
}

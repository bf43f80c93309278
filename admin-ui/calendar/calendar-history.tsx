import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { PagedLedger } from "../app/paged-ledger.js";
import { showsCalendars } from "../app/shows-types.js";
import { EmptyState } from "../app/states.js";
import { useFormat } from "../app/use-format.js";
import type { CalendarChangesQuery } from "../generated/graphql.js";
import { calendarChangesQuery } from "./calendar-operations.js";
import { ChangeList } from "./change-list.js";

type Change = CalendarChangesQuery["workingCalendar"]["changes"]["nodes"][number];

/** Who changed what of a calendar, and how many open deadlines moved. */
export function CalendarHistory({ officeId }: { officeId: string | null }) {
  const { t } = useTranslation();
  const source = {
    query: calendarChangesQuery,
    context: showsCalendars,
    variables: { officeId },
    page: (data: CalendarChangesQuery) => data.workingCalendar.changes,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  return (
    <PagedLedger
      key={officeId ?? "common"}
      source={source}
      first={first}
      empty={<EmptyState title={t("calendar.noChanges")}>{t("calendar.noChangesHint")}</EmptyState>}
      renderRow={(change) => <ChangeRow key={change.seq} change={change} />}
    />
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, actorName, kind, isForAll, movedTasks, movedCases, isSettled, fields } = change;
  const what = kind === "HOLIDAYS" ? "holidays" : isForAll ? "common" : "own";
  return (
    <li>
      <div>
        <strong>{t(`calendar.changed.${what}`, { name: actorName })}</strong>
        <div className="quiet">
          {format.dateTime(at)} ·{" "}
          {!isSettled
            ? t("calendar.moving")
            : movedTasks === 0
              ? t("calendar.movedNone")
              : t("calendar.moved", { count: movedTasks, cases: movedCases })}
        </div>
      </div>
      <ChangeList changes={fields} />
    </li>
  );
}

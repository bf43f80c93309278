import { useTranslation } from "react-i18next";
import type { DayReason } from "../generated/graphql.js";
import { lengthText } from "./calendar-words.js";
import type { ShownDay } from "./shown-day.js";

const reasons: readonly DayReason[] = [
  "WORKING_DAY",
  "PERIOD",
  "EXTRA_DAY",
  "WORKED_THROUGH",
  "WEEKLY_REST",
  "HOLIDAY",
  "JOINT_LEAVE",
  "OFFICE_DAY_OFF",
];

/** What the looks of the days mean, how many there are of each, and what the year comes to. */
export function YearLegend({ days }: { days: readonly ShownDay[] }) {
  const { t } = useTranslation();
  const worked = days.filter(({ isWorked }) => isWorked);
  const minutes = worked.reduce((sum, day) => sum + day.minutes, 0);
  return (
    <section className="sheet sheet-pad">
      <h3 className="section-title">{t("calendar.legend")}</h3>
      <dl className="calendar-legend">
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>
              <span className="calendar-swatch" data-reason={reason} aria-hidden="true" />
              {t(`calendar.reason.${reason}`)}
            </dt>
            <dd>{days.filter((day) => day.reason === reason).length}</dd>
          </div>
        ))}
      </dl>
      <p className="calendar-sum">
        {t("calendar.sum", { count: worked.length, length: lengthText(minutes, t) })}
      </p>
    </section>
  );
}

import { useTranslation } from "react-i18next";
import { hoursText } from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import { lengthText } from "./calendar-words.js";
import type { ShownDay } from "./shown-day.js";

/** Why the day that one looks at is worked or not, and its hours. */
export function DayDetails({ day }: { day: ShownDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { date, reason, names, spans, minutes, isWorked } = day;
  return (
    <section className="sheet sheet-pad calendar-details" aria-live="polite">
      <h3 className="section-title">{format.weekday(`${date}T05:00:00Z`)}</h3>
      <p>
        <span className="calendar-swatch" data-reason={reason} aria-hidden="true" />{" "}
        <strong>{t(`calendar.reason.${reason}`)}</strong>
      </p>
      {names.length > 0 && <p>{names.join("; ")}</p>}
      <p className="quiet">
        {isWorked
          ? t("calendar.hoursOfDay", {
              hours: hoursText(spans.map(({ from, to }) => [from, to])),
              length: lengthText(minutes, t),
            })
          : t("calendar.notWorked")}
      </p>
    </section>
  );
}

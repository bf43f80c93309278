import { memo } from "react";
import { useTranslation } from "react-i18next";
import { dayOfDate } from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import type { ShownDay } from "./shown-day.js";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
/** 1970-01-01 was a Thursday. */
const columnOf = (date: string): number => ((((dayOfDate(date) ?? 0) + 3) % 7) + 7) % 7;

/** A month as it hangs on the wall, Monday first. */
export const YearMonth = memo(function YearMonth(props: {
  month: string;
  days: readonly ShownDay[];
  looked: string;
  today: string;
  onLook: (date: string) => void;
  onPoint: (date: string | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const { month, days, looked, today, onLook, onPoint } = props;
  const name = new Intl.DateTimeFormat(i18n.language === "en" ? "en-GB" : "id-ID", {
    timeZone: "UTC",
    month: "long",
  }).format(new Date(`${month}-01`));
  const worked = days.filter(({ isWorked }) => isWorked).length;
  return (
    <section className="calendar-month" aria-label={name}>
      <h3>
        {name} <span className="quiet">{t("calendar.workingDays", { count: worked })}</span>
      </h3>
      <div className="calendar-days">
        {weekdays.map((weekday) => (
          <span key={weekday} className="calendar-weekday" aria-hidden="true">
            {t(`calendar.weekdayShort.${weekday}`)}
          </span>
        ))}
        {days.map((day, index) => (
          <DayButton
            key={day.date}
            day={day}
            column={index === 0 ? columnOf(day.date) + 1 : null}
            isLooked={day.date === looked}
            isToday={day.date === today}
            onLook={onLook}
            onPoint={onPoint}
          />
        ))}
      </div>
    </section>
  );
});

const DayButton = memo(function DayButton(props: {
  day: ShownDay;
  column: number | null;
  isLooked: boolean;
  isToday: boolean;
  onLook: (date: string) => void;
  onPoint: (date: string | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, column, isLooked, isToday, onLook, onPoint } = props;
  const { date, reason, names } = day;
  const words = [format.weekday(`${date}T05:00:00Z`), t(`calendar.reason.${reason}`), ...names];
  return (
    <button
      type="button"
      className="calendar-day"
      data-reason={reason}
      data-date={date}
      data-today={isToday || undefined}
      aria-pressed={isLooked}
      aria-current={isToday ? "date" : undefined}
      aria-label={words.join(", ")}
      tabIndex={isLooked ? 0 : -1}
      style={column === null ? undefined : { gridColumnStart: column }}
      onClick={() => onLook(date)}
      onFocus={() => onLook(date)}
      onPointerEnter={(event) => event.pointerType === "mouse" && onPoint(date)}
    >
      {Number(date.slice(-2))}
    </button>
  );
});

import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DayHours } from "../../domain/index.js";
import { type FaultAt, HoursFields } from "./hours-fields.js";

interface SingleDay {
  readonly date: string;
  readonly name?: string;
  readonly hours?: DayHours;
}

/** A list of single days, each with a name where it has one. */
export function SingleDayFields<Day extends SingleDay>(props: {
  title: string;
  hint: string;
  /** Of the list in the calendar: `daysOff`. */
  path: string;
  days: readonly Day[];
  faultAt: FaultAt;
  /** A date's own path; `daysOff.0.date` unless told. */
  datePath?: (index: number) => string;
  /** What is said of a day that has no name of its own to be typed. */
  wordsOf?: (day: Day) => string;
  blank: Day;
  onDays: (days: readonly Day[]) => void;
  /** Whether each has hours of its own. */
  withHours?: boolean;
}) {
  const { t } = useTranslation();
  const { title, hint, path, days, faultAt, blank, onDays, wordsOf } = props;
  return (
    <section className="sheet sheet-pad" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      <p className="quiet">{hint}</p>
      {days.map((day, index) => {
        const change = (part: Partial<Day>) =>
          onDays(days.map((one, at) => (at === index ? { ...one, ...part } : one)));
        const of = { title, number: index + 1 };
        const dateFault = faultAt(props.datePath?.(index) ?? `${path}.${index}.date`);
        return (
          <div key={index} className="day-row">
            <TextInput
              type="date"
              aria-label={t("calendar.dateOf", of)}
              value={day.date}
              error={dateFault !== null && day.date === "" ? t("calendar.dateMissing") : dateFault}
              onChange={(event) => change({ date: event.currentTarget.value } as Partial<Day>)}
            />
            {wordsOf === undefined ? (
              <TextInput
                aria-label={t("calendar.nameOf", of)}
                placeholder={t("calendar.name")}
                value={day.name ?? ""}
                error={faultAt(`${path}.${index}.name`)}
                onChange={(event) => change({ name: event.currentTarget.value } as Partial<Day>)}
              />
            ) : (
              <span className="quiet">{wordsOf(day)}</span>
            )}
            <Button
              className="day-remove"
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t("calendar.removeOf", of)}
              onClick={() => onDays(days.filter((_, at) => at !== index))}
            >
              {t("calendar.remove")}
            </Button>
            {props.withHours === true && (
              <HoursFields
                label={day.name || t("calendar.extraDays")}
                hours={day.hours ?? []}
                fault={faultAt(`${path}.${index}.hours`)}
                onHours={(hours) => change({ hours } as Partial<Day>)}
              />
            )}
          </div>
        );
      })}
      <Button variant="default" size="sm" fw={400} mt="sm" onClick={() => onDays([...days, blank])}>
        {t("calendar.addDay")}
      </Button>
    </section>
  );
}

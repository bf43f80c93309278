import { ActionIcon, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DayHours } from "../../domain/index.js";
import { TimeField } from "./time-field.js";

/** What is wrong at a path of the calendar, in words; `null`: nothing. */
export type FaultAt = (path: string) => string | null;

const firstSpan = ["07:30", "16:00"] as const;

/** The stretches of a day; what lies between them is a break. */
export function HoursFields(props: {
  /** Whose hours they are, for who cannot see the row: "Senin". */
  label: string;
  hours: DayHours;
  fault: string | null;
  onHours: (hours: DayHours) => void;
}) {
  const { t } = useTranslation();
  const { label, hours, fault, onHours } = props;
  const setAt = (index: number, span: readonly [string, string]) =>
    onHours(hours.map((one, at) => (at === index ? span : one)));
  const last = hours.at(-1)?.[1];
  return (
    <div className="hours-spans">
      {hours.map(([from, to], index) => (
        <span key={index} className="hours-span">
          <TimeField
            label={t("calendar.fromOf", { label, number: index + 1 })}
            value={from}
            isFaulty={fault !== null}
            onTime={(time) => setAt(index, [time, to])}
          />
          –
          <TimeField
            label={t("calendar.toOf", { label, number: index + 1 })}
            value={to}
            isFaulty={fault !== null}
            onTime={(time) => setAt(index, [from, time])}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("calendar.removeSpan", { label, number: index + 1 })}
            onClick={() => onHours(hours.filter((_, at) => at !== index))}
          >
            ×
          </ActionIcon>
        </span>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t(hours.length === 0 ? "calendar.addHoursTo" : "calendar.addSpanTo", { label })}
        onClick={() => onHours([...hours, last === undefined ? firstSpan : [last, "16:00"]])}
      >
        {hours.length === 0 ? t("calendar.addHours") : t("calendar.addSpan")}
      </Button>
      {fault !== null && (
        <span className="hours-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { minutesOf, type WeeklyDefinition } from "../../domain/index.js";
import type { HoursPreset } from "./calendar-presets.js";
import { lengthText } from "./calendar-words.js";
import { type FaultAt, HoursFields } from "./hours-fields.js";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** The hours of a week, day by day, with what they come to. */
export function WeeklyFields(props: {
  weekly: WeeklyDefinition;
  presets: readonly HoursPreset[];
  /** Where these hours stand in the calendar: `weekly`, `periods.0.weekly`. */
  path: string;
  faultAt: FaultAt;
  onWeekly: (weekly: WeeklyDefinition) => void;
}) {
  const { t } = useTranslation();
  const { weekly, presets, path, faultAt, onWeekly } = props;
  const sum = weekdays.reduce((total, day) => total + minutesOf(weekly[day] ?? []), 0);
  return (
    <>
      <Group gap="xs" mb="sm">
        {presets.map(({ name, weekly: preset }) => (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            fw={400}
            onClick={() => onWeekly(preset)}
          >
            {t(`calendar.preset.${name}`)}
          </Button>
        ))}
      </Group>
      <div className="hours-rows">
        {weekdays.map((day) => {
          const hours = weekly[day] ?? [];
          return (
            <div key={day} className="hours-row">
              <strong>{t(`calendar.weekday.${day}`)}</strong>
              <HoursFields
                label={t(`calendar.weekday.${day}`)}
                hours={hours}
                fault={faultAt(`${path}.${day}`)}
                onHours={(next) => onWeekly({ ...weekly, [day]: next })}
              />
              <span className="hours-length">
                {hours.length === 0 ? t("calendar.free") : lengthText(minutesOf(hours), t)}
              </span>
            </div>
          );
        })}
      </div>
      <p className="calendar-sum">{t("calendar.weekSum", { length: lengthText(sum, t) })}</p>
      {faultAt(path) !== null && (
        <p className="hours-fault" role="alert">
          {faultAt(path)}
        </p>
      )}
    </>
  );
}

import { Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Dates as a date field has them: "2026-12-01", or nothing. */
export interface DayRange {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The first and the last day, both included. */
export function DayFields(props: {
  days: DayRange;
  onDays: (days: DayRange) => void;
  /** The office's today. */
  today: string;
  isLastOptional?: boolean;
  isFirstFixed?: boolean;
  errorOf: (field: string) => string | null;
}) {
  const { t } = useTranslation();
  const { days, onDays, today, isLastOptional = false, isFirstFixed = false } = props;
  return (
    <Group grow align="flex-start" className="day-fields">
      {!isFirstFixed && (
        <TextInput
          type="date"
          label={t("positions.firstDay")}
          required
          min={today}
          value={days.firstDay}
          error={props.errorOf("firstDay")}
          onChange={(event) => onDays({ ...days, firstDay: event.currentTarget.value })}
        />
      )}
      <TextInput
        type="date"
        label={t("positions.lastDay")}
        required={!isLastOptional}
        description={isLastOptional ? t("positions.lastDayOpen") : null}
        inputWrapperOrder={["label", "input", "description", "error"]}
        min={isFirstFixed ? today : days.firstDay}
        value={days.lastDay}
        error={props.errorOf("lastDay")}
        onChange={(event) => onDays({ ...days, lastDay: event.currentTarget.value })}
      />
    </Group>
  );
}

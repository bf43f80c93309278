import { ActionIcon, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { calendarLimits } from "../../domain/index.js";

/** The year that is shown, with the way to those beside it. */
export function YearStep(props: {
  year: number;
  onYear: (year: number) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { year, onYear } = props;
  return (
    <Group gap="xs" mb="md" role="group" aria-label={t("calendar.year")}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("calendar.yearBefore", { year: year - 1 })}
        disabled={year <= calendarLimits.firstYear}
        onClick={() => onYear(year - 1)}
      >
        ‹
      </ActionIcon>
      <h2 className="calendar-year" aria-live="polite">
        {year}
      </h2>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t("calendar.yearAfter", { year: year + 1 })}
        disabled={year >= calendarLimits.lastYear}
        onClick={() => onYear(year + 1)}
      >
        ›
      </ActionIcon>
      {props.children}
    </Group>
  );
}

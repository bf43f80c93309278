import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isDate, type Period, periodNames } from "./report-period.js";
import { periodOf, type ReportView } from "./report-view.js";

const own = "own";

/** A period by name, or two days of one's own. */
export function PeriodChoice(props: {
  view: ReportView;
  today: string;
  onChange: (change: Partial<ReportView>) => void;
}) {
  const { t } = useTranslation();
  const { view, today, onChange } = props;
  const { period } = view;
  const days = periodOf(view, today);
  return (
    <>
      <Select
        className="report-period"
        label={t("throughput.period")}
        allowDeselect={false}
        value={typeof period === "string" ? period : own}
        data={[...periodNames, own].map((value) => ({
          value,
          label: t(`throughput.periods.${value}`),
        }))}
        onChange={(next) => onChange({ period: periodNames.find((name) => name === next) ?? days })}
      />
      {typeof period !== "string" && (
        <OwnDays period={period} onChange={(next) => onChange({ period: next })} />
      )}
    </>
  );
}

/** A year is typed digit by digit; and while the days are the wrong way round, nothing is asked. */
function OwnDays(props: { period: Period; onChange: (period: Period) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.period);
  const isReversed = isDate(typed.from) && isDate(typed.to) && typed.to < typed.from;
  const ask = useDebouncedCallback(props.onChange, 600);
  const type = (changed: Partial<Period>): void => {
    const next = { ...typed, ...changed };
    setTyped(next);
    if (isDate(next.from) && isDate(next.to) && next.from <= next.to) ask(next);
  };
  return (
    <div className="report-days">
      <TextInput
        type="date"
        label={t("throughput.from")}
        value={typed.from}
        onChange={(event) => type({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("throughput.to")}
        value={typed.to}
        error={isReversed ? t("throughput.daysReversed") : null}
        onChange={(event) => type({ to: event.currentTarget.value })}
      />
    </div>
  );
}

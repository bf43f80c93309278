import { Button, Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PeriodDefinition } from "../../domain/index.js";
import { periodPresets } from "./calendar-presets.js";
import { faultPath } from "./fault-path.js";
import type { FaultAt } from "./hours-fields.js";
import { WeeklyFields } from "./weekly-fields.js";

/** Periods with hours of their own, as Ramadan. */
export function PeriodFields(props: {
  periods: readonly PeriodDefinition[];
  faultAt: FaultAt;
  onPeriods: (periods: readonly PeriodDefinition[]) => void;
}) {
  const { t } = useTranslation();
  const { periods, faultAt, onPeriods } = props;
  const change = (index: number, part: Partial<PeriodDefinition>) =>
    onPeriods(periods.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const add = () =>
    onPeriods([
      ...periods,
      { from: "", to: "", name: "Ramadan", weekly: periodPresets[0]?.weekly ?? {} },
    ]);
  return (
    <section className="sheet sheet-pad" aria-label={t("calendar.periods")}>
      <h2 className="section-title">{t("calendar.periods")}</h2>
      <p className="quiet">{t("calendar.periodsHint")}</p>
      {periods.map((period, index) => {
        const path = faultPath("periods", index);
        const label = period.name || t("calendar.period", { number: index + 1 });
        return (
          <fieldset key={index} className="calendar-period">
            <legend>{label}</legend>
            <Group align="flex-start" mb="sm">
              <TextInput
                label={t("calendar.name")}
                required
                value={period.name ?? ""}
                error={faultAt(`${path}.name`)}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t("calendar.firstDay")}
                required
                value={period.from}
                error={faultAt(`${path}.from`)}
                onChange={(event) => change(index, { from: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t("calendar.lastDay")}
                required
                value={period.to}
                error={faultAt(`${path}.to`)}
                onChange={(event) => change(index, { to: event.currentTarget.value })}
              />
            </Group>
            <WeeklyFields
              weekly={period.weekly}
              presets={periodPresets}
              path={`${path}.weekly`}
              faultAt={faultAt}
              onWeekly={(weekly) => change(index, { weekly })}
            />
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              onClick={() => onPeriods(periods.filter((_, at) => at !== index))}
            >
              {t("calendar.removePeriod", { name: label })}
            </Button>
          </fieldset>
        );
      })}
      <Button variant="default" onClick={add}>
        {t("calendar.addPeriod")}
      </Button>
    </section>
  );
}

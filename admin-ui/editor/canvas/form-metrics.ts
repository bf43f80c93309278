import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { defaultMetrics, type Metrics } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";

/** The domain's metrics with the headings and units of the reader's language. */
export function useFormMetrics(): Metrics {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      ...defaultMetrics,
      timeText: ({ unit, value }) =>
        t(`timeAmount.${unit}`, { count: value, value: format.number(value) }),
      titles: {
        number: t("form.number"),
        activity: t("form.activity"),
        lanes: t("form.lanes"),
        standard: t("form.standard"),
        requirements: t("form.requirements"),
        time: t("form.time"),
        output: t("form.output"),
        remarks: t("form.remarks"),
      },
    }),
    [t, format],
  );
}

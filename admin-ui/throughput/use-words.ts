import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Format } from "../app/format.js";
import { useFormat } from "../app/use-format.js";
import type { ThroughputBucket } from "../generated/graphql.js";
import { workingAmount } from "../worklist/working-amount.js";
import type { Period } from "./report-period.js";
import { workingLength } from "./working-length.js";

interface NamedLane {
  readonly name: string;
}

/** What numbers and names of a report are in words. */
export interface ReportWords {
  readonly format: Format;
  lane(lane: NamedLane): string;
  /** Working time in two units, "2 hari 3 jam"; a dash where there is none. */
  time(milliseconds: number | null | undefined): string;
  /** The same where nothing around it says what kind of days they are: "2 hari kerja 3 jam". */
  workingTime(milliseconds: number | null | undefined): string;
  /** A dash where there is none. */
  part(part: number | null | undefined): string;
  /** A step of the period, in little room. */
  step(step: Period): string;
  /** The same in full. */
  stepInFull(step: Period): string;
}

const none = "–";

export function useWords(report: {
  readonly minutesPerWorkingDay: number;
  readonly bucket: ThroughputBucket;
  readonly office: { readonly timeZone: string };
}): ReportWords {
  const { t } = useTranslation();
  const format = useFormat(report.office.timeZone);
  const { minutesPerWorkingDay, bucket } = report;
  return useMemo(() => {
    const time = (milliseconds: number | null | undefined, unit: string): string => {
      if (milliseconds == null) return none;
      const { days, ...rest } = workingLength(milliseconds, minutesPerWorkingDay);
      const whole = days > 0 ? t(unit, { count: days }) : null;
      const parts = workingAmount({ days: 0, ...rest, minutes: days > 0 ? 0 : rest.minutes }, t);
      const words = [whole, parts].filter((one) => one !== null).join(" ");
      // In a narrow column a number stays beside its unit.
      return words.replaceAll(/(\d) /g, "$1\u00a0") || t("throughput.less");
    };
    const stepInFull = ({ from, to }: Period): string =>
      from === to ? format.day(from) : format.days(from, to);
    return {
      format,
      lane: ({ name }) => (name === "" ? t("throughput.requesters") : name),
      time: (milliseconds) => time(milliseconds, "worklist.days"),
      workingTime: (milliseconds) => time(milliseconds, "throughput.workingDays"),
      part: (part) => (part == null ? none : format.percent(part)),
      step: ({ from }) => (bucket === "MONTH" ? format.month(from) : format.shortDay(from)),
      stepInFull,
    };
  }, [t, format, minutesPerWorkingDay, bucket]);
}

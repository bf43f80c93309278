import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Format } from "../app/format.js";
import { useFormat } from "../app/use-format.js";
import type { ThroughputBucket } from "../generated/graphql.js";
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

interface TimeWords {
  readonly days: string;
  readonly hours: string;
  readonly minutes: string;
}

const inFull: TimeWords = {
  days: "throughput.workingDays",
  hours: "worklist.hours",
  minutes: "worklist.minutes",
};

const inTables: TimeWords = {
  days: "throughput.shortDays",
  hours: "throughput.shortHours",
  minutes: "throughput.shortMinutes",
};

export function useWords(report: {
  readonly minutesPerWorkingDay: number;
  readonly bucket: ThroughputBucket;
  readonly office: { readonly timeZone: string };
  readonly from: string;
  readonly to: string;
}): ReportWords {
  const { t } = useTranslation();
  const format = useFormat(report.office.timeZone);
  const { minutesPerWorkingDay, bucket } = report;
  const isOfOneYear = report.from.slice(0, 4) === report.to.slice(0, 4);
  return useMemo(() => {
    const time = (milliseconds: number | null | undefined, units: TimeWords): string => {
      if (milliseconds == null) return none;
      const { days, hours, minutes } = workingLength(milliseconds, minutesPerWorkingDay);
      const words = [
        ...(days > 0 ? [t(units.days, { count: days, number: format.number(days) })] : []),
        ...(hours > 0 ? [t(units.hours, { count: hours })] : []),
        // Beside days they say nothing.
        ...(days === 0 && minutes > 0 ? [t(units.minutes, { count: minutes })] : []),
      ].join(" ");
      // In a narrow column a number stays beside its unit.
      return (
        words.replaceAll(/(\d) /g, "$1\u00a0") || t("throughput.less").replaceAll(" ", "\u00a0")
      );
    };
    const stepInFull = ({ from, to }: Period): string =>
      from === to ? format.day(from) : format.days(from, to);
    return {
      format,
      lane: ({ name }) => (name === "" ? t("throughput.requesters") : name),
      time: (milliseconds) => time(milliseconds, inTables),
      workingTime: (milliseconds) => time(milliseconds, inFull),
      part: (part) => (part == null ? none : format.percent(part)),
      step({ from }) {
        if (bucket === "MONTH") return format.month(from);
        return isOfOneYear ? format.shortDay(from) : format.shortDate(from);
      },
      stepInFull,
    };
  }, [t, format, minutesPerWorkingDay, bucket, isOfOneYear]);
}

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { exactTimeParts, timeParts } from "./expected-time.js";

/**
 * Says working minutes as an office does: "2 hari kerja 3 jam". To the hour where it takes days; to
 * the minute where one compares (`exactly`).
 */
export function useTimeWords(
  minutesPerWorkingDay: number,
  exactly = false,
): (workingMinutes: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (workingMinutes) => {
      const partsOf = exactly ? exactTimeParts : timeParts;
      const { days, hours, minutes } = partsOf(workingMinutes, minutesPerWorkingDay);
      const words = [
        ...(days > 0 ? [t("catalogue.days", { count: days })] : []),
        ...(hours > 0 ? [t("catalogue.hours", { count: hours })] : []),
        ...(minutes > 0 ? [t("catalogue.minutes", { count: minutes })] : []),
      ];
      const told = words.length === 0 ? [t("catalogue.minutes", { count: 0 })] : words;
      // A number stays beside its unit where a line is broken.
      return told.map((part) => part.replaceAll(" ", "\u00a0")).join(" ");
    },
    [t, minutesPerWorkingDay, exactly],
  );
}

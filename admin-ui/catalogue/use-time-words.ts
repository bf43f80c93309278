import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { timeParts } from "./expected-time.js";

/** Says working minutes as an office does: "2 hari kerja 3 jam". */
export function useTimeWords(minutesPerWorkingDay: number): (workingMinutes: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (workingMinutes) => {
      const { days, hours, minutes } = timeParts(workingMinutes, minutesPerWorkingDay);
      const words = [
        ...(days > 0 ? [t("catalogue.days", { count: days })] : []),
        ...(hours > 0 ? [t("catalogue.hours", { count: hours })] : []),
        ...(minutes > 0 ? [t("catalogue.minutes", { count: minutes })] : []),
      ];
      return words.length === 0 ? t("catalogue.minutes", { count: 0 }) : words.join(" ");
    },
    [t, minutesPerWorkingDay],
  );
}

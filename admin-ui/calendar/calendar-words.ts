import type { TFunction } from "i18next";
import { saysJointLeave } from "../../domain/index.js";
import type { Format } from "../app/format.js";
import { zoneLabel } from "../offices/zone-label.js";

/**
 * What a changed field of a calendar is called: `weekly.1` is Monday's hours. `text` is what the field
 * is now, or was where it is gone: only that tells joint leave from a holiday.
 */
export function fieldLabel(
  field: string,
  text: string | null,
  t: TFunction,
  format: Format,
): string {
  const [kind = "", key = ""] = field.split(".");
  const names: Readonly<Record<string, () => string>> = {
    weekly: () => t("calendar.field.weekly", { day: t(`calendar.weekday.${key}`) }),
    period: () => t("calendar.field.period", { date: format.day(key) }),
    dayOff: () => t("calendar.field.dayOff", { date: format.day(key) }),
    extraDay: () => t("calendar.field.extraDay", { date: format.day(key) }),
    worksThrough: () => t("calendar.field.worksThrough", { date: format.day(key) }),
    holiday: () =>
      t(saysJointLeave(text ?? "") ? "calendar.field.jointLeave" : "calendar.field.holiday", {
        date: format.day(key),
      }),
    minutesPerWorkingDay: () => t("calendar.minutesPerDay"),
    timeZone: () => t("calendar.timeZone"),
  };
  return names[kind]?.() ?? field;
}

/** A field's text, where it is kept by a name that nobody says: "WITA (Makassar)". */
export const fieldWording = (field: string, text: string): string =>
  field === "timeZone" ? zoneLabel(text) : text;

/** "7 jam 30 menit"; nothing is "0 menit". */
export function lengthText(minutes: number, t: TFunction): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [t("calendar.hours", { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [t("calendar.minutes", { count: rest })] : []),
  ];
  return parts.join(" ");
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import { rules } from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import type { Format } from "../app/format.js";
import { fieldLabel, fieldWording } from "../calendar/calendar-words.js";
import type { AuditEntryView } from "./audit-operations.js";

/** What entries are in the words of the screen's language. */
export interface AuditWords {
  readonly action: (action: string) => string;
  readonly subjectType: (type: string) => string;
  readonly actor: (entry: Pick<AuditEntryView, "actorName" | "actorType">) => string;
  readonly field: (change: AuditEntryView["changes"][number]) => string;
  readonly value: (field: string, value: string | null) => string;
  readonly headings: () => readonly string[];
}

/** Whether it is a rule of drawing whose level was changed. */
const isRule = (field: string): boolean => rules.some(({ name }) => name === field);

/** Where a value is a name of ours, its words; blank for nothing. */
function wordsOfValue(t: TFunction, format: Format, field: string, value: string | null): string {
  if (value === null) return "";
  const each = (prefix: string) =>
    value
      .split(", ")
      .map((name) => t(`${prefix}.${name}`, { defaultValue: name }))
      .join(", ");
  if (field === "roles") return each("role");
  if (field === "scopes") return each("scope");
  if (field === "events") return each("webhookEvent");
  if (field === "capacity") return t(`capacity.${value}`, { defaultValue: value });
  if (field === "missingRequirements") return t(`strictness.${value}`, { defaultValue: value });
  if (isRule(field)) return t(`ruleLevel.${value}`, { defaultValue: value });
  if (field === "isHead") return value === "1" ? t("audit.yes") : t("audit.no");
  if (field === "atDeadline") return t(value === "true" ? "audit.yes" : "audit.no");
  if (field === "before" || field === "escalateAfter") return reminderSpan(t, value);
  if (field === "columns") return t("audit.arranged");
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.day(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return format.dateTime(value);
  return fieldWording(field, value);
}

/** "50 persen waktu baku", of what is kept as "50 PERCENT". */
function reminderSpan(t: TFunction, value: string): string {
  const [amount = "", unit = ""] = value.split(" ");
  return t(`reminderSpan.${unit}`, { count: Number(amount), defaultValue: value });
}

export function useAuditWords(): AuditWords {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      action: (action) => t(`audit.actions.${action}`, { defaultValue: action }),
      subjectType: (type) => t(`audit.subjects.${type}`, { defaultValue: type }),
      actor: ({ actorName, actorType }) =>
        actorType === "PERSON" ? actorName : `${actorName} (${t(`audit.actors.${actorType}`)})`,
      field: ({ field, before, after }) =>
        t(`audit.fields.${field}`, {
          defaultValue: isRule(field)
            ? t(`ruleName.${field}`, { defaultValue: field })
            : fieldLabel(field, after ?? before, t, format),
        }),
      value: (field, value) => wordsOfValue(t, format, field, value),
      headings: () => [
        ...[t("audit.number"), t("audit.instant"), t("audit.time"), t("audit.actor")],
        ...[t("audit.action"), t("audit.kind"), t("audit.subject"), t("people.office")],
        ...[t("audit.field"), t("audit.before"), t("audit.after")],
      ],
    }),
    [t, format],
  );
}

import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Holiday } from "../../domain/index.js";

/** One national holiday or joint leave as it is typed. */
export function HolidayRow(props: {
  day: Holiday;
  number: number;
  /** Just added: its date takes the focus. */
  isNew: boolean;
  faultAt: (part: string) => string | null;
  onChange: (part: Partial<Holiday>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { day, number, isNew, faultAt, onChange } = props;
  const of = { title: t(`calendar.reason.${day.kind}`), number };
  const date = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) date.current?.focus();
  }, [isNew]);
  return (
    <div className="day-row" data-kind="holiday">
      <TextInput
        ref={date}
        type="date"
        aria-label={t("calendar.dateOf", of)}
        value={day.date}
        error={faultAt("date")}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t("calendar.nameOf", of)}
        value={day.name}
        error={faultAt("name")}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        aria-label={t("calendar.kindOf", of)}
        allowDeselect={false}
        data={[
          { value: "HOLIDAY", label: t("calendar.reason.HOLIDAY") },
          { value: "JOINT_LEAVE", label: t("calendar.reason.JOINT_LEAVE") },
        ]}
        value={day.kind}
        onChange={(kind) => onChange({ kind: kind === "HOLIDAY" ? "HOLIDAY" : "JOINT_LEAVE" })}
      />
      <Textarea
        autosize
        minRows={1}
        aria-label={t("calendar.basisOf", of)}
        placeholder={t("calendar.basis")}
        value={day.basis}
        error={faultAt("basis")}
        // Wrapped to be read in full, and still a single line.
        onChange={(event) =>
          onChange({ basis: event.currentTarget.value.replaceAll(/\s*\n/g, " ") })
        }
      />
      <Button
        className="day-remove"
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("calendar.removeOf", of)}
        onClick={props.onRemove}
      >
        {t("calendar.remove")}
      </Button>
    </div>
  );
}

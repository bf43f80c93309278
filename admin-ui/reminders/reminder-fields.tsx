import { Checkbox, Group, NumberInput, Select, Stack } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type {
  RemindersFieldsFragment,
  RemindersInput,
  ReminderUnit,
} from "../generated/graphql.js";
import "./reminders.css";

type Span = RemindersFieldsFragment["before"];
type SpanName = "before" | "escalateAfter";

const units: Readonly<Record<SpanName, readonly ReminderUnit[]>> = {
  before: ["PERCENT", "MINUTE", "HOUR", "WORKING_DAY"],
  escalateAfter: ["MINUTE", "HOUR", "WORKING_DAY"],
};
const first: Readonly<Record<SpanName, NonNullable<Span>>> = {
  before: { value: 20, unit: "PERCENT" },
  escalateAfter: { value: 1, unit: "WORKING_DAY" },
};
/** As the server takes them. */
const longest: Readonly<Record<ReminderUnit, number>> = {
  PERCENT: 90,
  MINUTE: 10_000,
  HOUR: 1_000,
  WORKING_DAY: 100,
};

/** The same as a mutation takes it: without what only answers have. */
export function remindersInput({
  before,
  atDeadline,
  escalateAfter,
}: RemindersFieldsFragment): RemindersInput {
  const span = (it: Span) => it && { value: it.value, unit: it.unit };
  return { before: span(before), atDeadline, escalateAfter: span(escalateAfter) };
}

/** When people are reminded: three lines, each of which can be left out. */
export function ReminderFields(props: {
  value: RemindersFieldsFragment;
  onChange: (value: RemindersFieldsFragment) => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const hintId = useId();
  const span = (name: SpanName) => (
    <div>
      <Checkbox
        label={t(`reminders.${name}`)}
        aria-describedby={`${hintId}-${name}`}
        checked={value[name] !== null}
        disabled={props.disabled ?? false}
        onChange={(event) =>
          onChange({ ...value, [name]: event.currentTarget.checked ? first[name] : null })
        }
      />
      <div id={`${hintId}-${name}`} className="reminder-hint quiet">
        {t(`reminders.${name}_hint`)}
      </div>
      {value[name] !== null && (
        <SpanFields
          name={name}
          value={value[name]}
          disabled={props.disabled ?? false}
          onChange={(next) => onChange({ ...value, [name]: next })}
        />
      )}
    </div>
  );
  return (
    <Stack gap="md">
      {span("before")}
      <Checkbox
        label={t("reminders.atDeadline")}
        checked={value.atDeadline}
        disabled={props.disabled ?? false}
        onChange={(event) => onChange({ ...value, atDeadline: event.currentTarget.checked })}
      />
      {span("escalateAfter")}
    </Stack>
  );
}

function SpanFields(props: {
  name: SpanName;
  value: NonNullable<Span>;
  disabled: boolean;
  onChange: (value: NonNullable<Span>) => void;
}) {
  const { t } = useTranslation();
  const { name, value, onChange } = props;
  return (
    <Group gap={8} className="reminder-span">
      <NumberInput
        aria-label={t(`reminders.${name}_value`)}
        w={96}
        min={1}
        max={longest[value.unit]}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        disabled={props.disabled}
        value={value.value}
        onChange={(next) => {
          if (typeof next === "number" && next >= 1) onChange({ ...value, value: next });
        }}
      />
      <Select
        aria-label={t(`reminders.${name}_unit`)}
        w={240}
        allowDeselect={false}
        disabled={props.disabled}
        value={value.unit}
        onChange={(next) => {
          const unit = units[name].find((one) => one === next);
          if (unit) onChange({ value: Math.min(value.value, longest[unit]), unit });
        }}
        data={units[name].map((unit) => ({ value: unit, label: t(`reminderUnit.${unit}`) }))}
      />
    </Group>
  );
}

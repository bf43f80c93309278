import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ActionError } from "../app/read-action.js";

/** At the foot of what is edited: how much is not saved yet, and what is in its way. */
export function SaveBar(props: {
  count: number;
  isNew?: boolean;
  errors: readonly ActionError[];
  isFaulty: boolean;
  busy: boolean;
  onUndo: () => void;
  onSave: () => void;
}) {
  const { t } = useTranslation();
  const { count, isNew = false, errors, isFaulty, busy } = props;
  const hasSomething = count > 0 || isNew;
  return (
    <div className="calendar-save">
      <span role="status">
        {errors.length > 0
          ? errors.map(({ message }) => message).join(" ")
          : isFaulty
            ? t("calendar.faulty")
            : count === 0
              ? t("calendar.allSaved")
              : t("calendar.unsaved", { count })}
      </span>
      <Group gap="xs">
        <Button variant="default" disabled={count === 0} onClick={props.onUndo}>
          {t("calendar.undo")}
        </Button>
        <Button disabled={!hasSomething} loading={busy} onClick={props.onSave}>
          {t("calendar.save")}
        </Button>
      </Group>
    </div>
  );
}

import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ActionError } from "../app/read-action.js";
import { useUnsavedWork, type WorkOf } from "./unsaved-work.js";

/** At the foot of what is edited: how much is not saved yet, and what is in its way. */
export function SaveBar(props: {
  count: number;
  /** Nothing of it is saved at all, however little of it was changed. */
  isNew?: boolean;
  /** What takes the work away when it changes in the address. */
  workOf: WorkOf;
  errors: readonly ActionError[];
  isFaulty: boolean;
  busy: boolean;
  onUndo: () => void;
  onSave: () => void;
}) {
  const { t } = useTranslation();
  const { count, isNew = false, errors, isFaulty, busy } = props;
  const hasSomething = count > 0 || isNew;
  useUnsavedWork(hasSomething, props.workOf);
  return (
    <div className="calendar-save">
      <span role="status">
        {errors.length > 0
          ? errors.map(({ message }) => message).join(" ")
          : isFaulty
            ? t("calendar.faulty")
            : isNew
              ? t("calendar.newUnsaved")
              : count === 0
                ? t("calendar.allSaved")
                : t("calendar.unsaved", { count })}
      </span>
      <Group gap="xs">
        <Button variant="default" disabled={!hasSomething} onClick={props.onUndo}>
          {t("calendar.undo")}
        </Button>
        <Button disabled={!hasSomething} loading={busy} onClick={props.onSave}>
          {t("calendar.save")}
        </Button>
      </Group>
    </div>
  );
}

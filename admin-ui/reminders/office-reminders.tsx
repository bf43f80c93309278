import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { RemindersFieldsFragment } from "../generated/graphql.js";
import { ReminderFields, remindersInput } from "./reminder-fields.js";
import { setOfficeRemindersMutation } from "./reminder-operations.js";

/** When people are reminded of the tasks of an office's SOPs, unless an SOP has it otherwise. */
export function OfficeReminders(props: {
  office: {
    readonly id: string;
    readonly name: string;
    readonly remindersInUse: RemindersFieldsFragment;
  };
}) {
  const { t } = useTranslation();
  const { office } = props;
  const [busy, save] = useAction(setOfficeRemindersMutation);
  const [changed, setChanged] = useState<RemindersFieldsFragment | null>(null);
  const submit = async () => {
    const reminders = changed && remindersInput(changed);
    const result = await save({ input: { officeId: office.id, reminders } });
    if (!result.ok) return;
    setChanged(null);
    notifications.show({ message: t("strictness.saved", { office: office.name }) });
  };
  const title = `reminders-${office.id}`;
  return (
    <div role="group" aria-labelledby={title} style={{ marginTop: 22 }}>
      <h3 className="section-title" id={title}>
        {t("reminders.title")}
      </h3>
      <ReminderFields value={changed ?? office.remindersInUse} onChange={setChanged} />
      <p className="quiet">{t("reminders.hint")}</p>
      {changed !== null && (
        <Group>
          <Button loading={busy} onClick={() => void submit()}>
            {t("common.save")}
          </Button>
          <Button variant="default" onClick={() => setChanged(null)}>
            {t("common.back")}
          </Button>
        </Group>
      )}
    </div>
  );
}

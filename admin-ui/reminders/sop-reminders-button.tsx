import { ActionIcon, Button, Group, Modal, Radio, Stack, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { ReminderIcon } from "../app/icons.js";
import { showsReminders } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import type { RemindersFieldsFragment, SopRemindersFieldsFragment } from "../generated/graphql.js";
import { ReminderFields, remindersInput } from "./reminder-fields.js";
import { setSopRemindersMutation, sopRemindersQuery } from "./reminder-operations.js";

/** Says when people are reminded of the tasks of an SOP. */
export function SopRemindersButton({ sopId }: { sopId: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Tooltip label={t("reminders.title")}>
        <ActionIcon
          size="input-sm"
          variant="default"
          aria-label={t("reminders.title")}
          onClick={open}
        >
          <ReminderIcon />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("reminders.title")}
        size="lg"
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        {isOpen && <Loader sopId={sopId} onClose={close} />}
      </Modal>
    </>
  );
}

function Loader({ sopId, onClose }: { sopId: string; onClose: () => void }) {
  const [{ data, error }, refetch] = useQuery({
    query: sopRemindersQuery,
    variables: { id: sopId },
    context: showsReminders,
    requestPolicy: "network-only",
  });
  const sop = data?.node;
  if (error !== undefined && data === undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (sop?.__typename !== "Sop") return <Loading />;
  return <Form sop={sop} onClose={onClose} />;
}

function Form({ sop, onClose }: { sop: SopRemindersFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const [busy, save] = useAction(setSopRemindersMutation);
  const [isOwn, setOwn] = useState(sop.hasOwnReminders);
  const [own, setOwnRules] = useState<RemindersFieldsFragment>(sop.remindersInUse);
  const submit = async () => {
    const result = await save({
      input: { sopId: sop.id, reminders: isOwn ? remindersInput(own) : null },
    });
    if (!result.ok) return;
    notifications.show({ message: t("reminders.saved") });
    onClose();
  };
  return (
    <Stack>
      <Radio.Group
        aria-label={t("reminders.whose")}
        value={isOwn ? "own" : "office"}
        onChange={(value) => setOwn(value === "own")}
      >
        <Stack gap="sm">
          <Radio value="office" label={t("reminders.ofOffice")} />
          <Radio value="own" label={t("reminders.own")} />
        </Stack>
      </Radio.Group>
      <ReminderFields
        value={isOwn ? own : sop.office.remindersInUse}
        onChange={setOwnRules}
        disabled={!isOwn}
      />
      <p className="quiet">{t("reminders.hint")}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.back")}
        </Button>
        <Button loading={busy} onClick={() => void submit()}>
          {t("common.save")}
        </Button>
      </Group>
    </Stack>
  );
}

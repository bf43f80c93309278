import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { TaskFilter } from "../generated/graphql.js";
import { saveViewMutation } from "./worklist-operations.js";

/** Keeps what is looked at now under a name. */
export function SaveViewDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly filter: TaskFilter;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("views.saveTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <NameForm {...props} />
    </Modal>
  );
}

function NameForm(props: { readonly onClose: () => void; readonly filter: TaskFilter }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, save] = useAction(saveViewMutation, { quiet: true });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await save({ input: { name, filter: props.filter } });
    if (!result.ok) {
      setFault(result.errors.map(({ message }) => message).join(" "));
      return;
    }
    notifications.show({ message: t("views.saved", { name: name.trim() }) });
    props.onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Text>{t("views.saveHint")}</Text>
        <TextInput
          data-autofocus
          label={t("views.name")}
          value={name}
          maxLength={80}
          error={fault}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("common.back")}
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === ""}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

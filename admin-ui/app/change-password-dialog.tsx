import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { changePasswordMutation } from "./account-operations.js";
import { useAction } from "./use-action.js";

/** `required`: the password was set by the admin and must be replaced before anything else. */
export function ChangePasswordDialog(props: {
  opened: boolean;
  onClose: () => void;
  required: boolean;
}) {
  const { t } = useTranslation();
  const [busy, change] = useAction(changePasswordMutation, { quiet: true });
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [again, setAgain] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (newPassword !== again) {
      setFault(t("account.passwordsDiffer"));
      return;
    }
    const result = await change({ input: { currentPassword, newPassword } });
    if (!result.ok) {
      setFault(result.errors.map((error) => error.message).join(" "));
      return;
    }
    setCurrent("");
    setNew("");
    setAgain("");
    setFault(null);
    notifications.show({ message: t("account.passwordChanged") });
    props.onClose();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t("account.changePassword")}
      withCloseButton={!props.required}
      closeOnEscape={!props.required}
      closeOnClickOutside={!props.required}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {props.required && <Text size="sm">{t("account.mustChange")}</Text>}
          {fault !== null && (
            <Alert color="red" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          <PasswordInput
            label={t("account.currentPassword")}
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            required
          />
          <PasswordInput
            label={t("account.newPassword")}
            description={t("account.newPasswordHint")}
            autoComplete="new-password"
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
            required
          />
          <PasswordInput
            label={t("account.newPasswordAgain")}
            autoComplete="new-password"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            required
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

import { Button, Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { showsNotices } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { setEmailMutation } from "./notice-operations.js";

/** Where somebody gets e-mails; blank: nowhere. In a dialog, `onClose` ends it. */
export function EmailForm(props: { personId: string; email: string | null; onClose?: () => void }) {
  const { t } = useTranslation();
  const { onClose } = props;
  const [busy, save] = useAction(setEmailMutation, { quiet: true, context: showsNotices });
  const [email, setEmail] = useState(props.email ?? "");
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    const wanted = email.trim();
    const result = await save({
      input: { personId: props.personId, email: wanted === "" ? null : wanted },
    });
    if (!result.ok) {
      const [first] = result.errors;
      setError(first?.field === "input.email" ? t("email.invalid") : (first?.message ?? null));
      return;
    }
    notifications.show({ message: t("email.saved") });
    onClose?.();
  };
  const saveButton = (
    <Button type="submit" loading={busy} disabled={email.trim() === (props.email ?? "")}>
      {t("common.save")}
    </Button>
  );
  return (
    <form
      className={onClose === undefined ? "email-form" : undefined}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <TextInput
        type="email"
        autoComplete="email"
        label={t("email.label")}
        maxLength={254}
        value={email}
        error={error}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {onClose === undefined ? (
        saveButton
      ) : (
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          {saveButton}
        </Group>
      )}
    </form>
  );
}

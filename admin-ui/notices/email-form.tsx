import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { showsNotices } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { setEmailMutation } from "./notice-operations.js";

/** Where somebody gets e-mails; blank: nowhere. */
export function EmailForm(props: { personId: string; email: string | null; onSaved?: () => void }) {
  const { t } = useTranslation();
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
    props.onSaved?.();
  };
  return (
    <form className="email-form" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        type="email"
        autoComplete="email"
        label={t("email.label")}
        maxLength={254}
        value={email}
        error={error}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={email.trim() === (props.email ?? "")}>
        {t("common.save")}
      </Button>
    </form>
  );
}

import {
  Alert,
  Button,
  getDefaultZIndex,
  Group,
  Modal,
  PasswordInput,
  Stack,
  Text,
} from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { signInMutation } from "./account-operations.js";
import { useAction } from "./use-action.js";

/** ms without a key before the dialog may take the keyboard. */
const pause = 1200;

/** Whether the person has stopped typing, since this was first asked. */
function useHasPaused(): boolean {
  const [hasPaused, setPaused] = useState(false);
  useEffect(() => {
    if (hasPaused) return;
    let timer = setTimeout(() => setPaused(true), pause);
    const onKey = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPaused(true), pause);
    };
    window.addEventListener("keydown", onKey, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [hasPaused]);
  return hasPaused;
}

/** The session is over while work stands on the screen: the password is asked for over the work. */
export function SignInAgainDialog(props: {
  person: { readonly username: string; readonly name: string };
  onSignedIn: () => void;
  /** To the sign-in page instead; what is not saved stays in this browser. */
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  // In the middle of a word, the rest of it would go into the password.
  const opened = useHasPaused();
  const [busy, signIn] = useAction(signInMutation, { quiet: true });
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const { username, name } = props.person;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await signIn({ input: { username, password, bearer: false } });
    if (result.ok) props.onSignedIn();
    else setFault(result.errors.map((error) => error.message).join(" "));
  };
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={getDefaultZIndex("max")}
      title={t("signInAgain.title")}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">{t("signInAgain.text")}</Text>
          {fault !== null && (
            <Alert color="red" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          {/* So that the browser's own keeper of passwords knows whose it is. */}
          <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
          <PasswordInput
            label={t("signInAgain.password", { name })}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            required
          />
          <Group justify="space-between">
            <Button variant="subtle" onClick={props.onLeave}>
              {t("signInAgain.leave")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("signIn.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useSearchParams } from "react-router";
import { signInMutation } from "../app/account-operations.js";
import { setLanguage } from "../app/i18n.js";
import { LanguageSwitch } from "../app/language-switch.js";
import { useSession } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import "./sign-in.css";

/** Only a path of this app may be the way back, never another site. */
const safeBack = (path: string | null): string =>
  path !== null && path.startsWith("/") && !path.startsWith("//") ? path : "/tugas";

export function SignInPage() {
  const { t } = useTranslation();
  const { me, restart } = useSession();
  const [params] = useSearchParams();
  const [busy, signIn] = useAction(signInMutation, { quiet: true });
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  if (me !== null) return <Navigate to={safeBack(params.get("ke"))} replace />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const result = await signIn({
      input: { username: username.trim(), password, bearer: false },
    });
    if (result.ok) restart();
    else setFault(result.errors.map((error) => error.message).join(" "));
  };
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <h1 className="sign-in-brand">Alur</h1>
        <p className="sign-in-line">{t("signIn.tagline")}</p>
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            {fault !== null && (
              <Alert color="red" variant="light" role="alert">
                {fault}
              </Alert>
            )}
            <TextInput
              label={t("signIn.username")}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              size="md"
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              required
            />
            <PasswordInput
              label={t("signIn.password")}
              name="password"
              autoComplete="current-password"
              size="md"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              {t("signIn.submit")}
            </Button>
          </Stack>
        </form>
        <div className="sign-in-foot">
          <LanguageSwitch onChange={(language) => void setLanguage(language)} />
          <Anchor component={Link} to="/lacak" size="sm">
            {t("signIn.follow")}
          </Anchor>
          <span className="quiet">{t("signIn.forgot")}</span>
        </div>
      </div>
    </main>
  );
}

import { Alert, Anchor, Button, Stack, TextInput } from "@mantine/core";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useClient } from "urql";
import { setLanguage } from "../app/i18n.js";
import { LanguageSwitch } from "../app/language-switch.js";
import { readAction } from "../app/read-action.js";
import { readFollowAddress } from "../receipts/follow-address.js";
import { followCaseQuery, type FollowedCase } from "./follow-operations.js";
import { FollowedScreen } from "./followed-screen.js";
import "./follow.css";

interface Typed {
  readonly number: string;
  readonly secret: string;
}

const read = (): Typed => readFollowAddress(globalThis.location.hash);

/** Shows a case to whoever has its receipt; nobody is signed in here. */
export function FollowPage() {
  const { t } = useTranslation();
  const client = useClient();
  const [typed, setTyped] = useState(read);
  const [open, setOpen] = useState<Typed | null>(() => {
    const { number, secret } = read();
    return number !== "" && secret !== "" ? { number, secret } : null;
  });
  const [found, setFound] = useState<FollowedCase | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(open !== null);
  useEffect(() => {
    document.title = `${t("follow.title")} · Alur`;
  }, [t]);
  useEffect(() => {
    if (open === null) return;
    let isOver = false;
    const context = { requestPolicy: "network-only" as const };
    void client
      .query(followCaseQuery, { input: open }, context)
      .toPromise()
      .then((answer) => {
        if (isOver) return;
        const result = readAction(answer, t);
        setIsBusy(false);
        setFault(result.ok ? null : result.errors.map(({ message }) => message).join(" "));
        if (result.ok) setFound(result.payload.case ?? null);
      });
    return () => {
      isOver = true;
    };
    // `t` is another with another language, in which the sentences are asked for again.
  }, [client, open, t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setFault(null);
    setOpen({ ...typed });
  };
  const leave = () => {
    globalThis.history.replaceState(null, "", "/lacak");
    setFound(null);
    setOpen(null);
    setTyped({ number: "", secret: "" });
  };
  return (
    <main className="follow">
      <header className="follow-head">
        <div>
          <div className="brand-name">Alur</div>
          <h1>{t("follow.title")}</h1>
        </div>
        <LanguageSwitch onChange={(next) => void setLanguage(next)} />
      </header>
      {found === null ? (
        <form className="sheet sheet-pad follow-ask" onSubmit={submit}>
          <Stack>
            <p className="follow-lead">{t("follow.lead")}</p>
            {fault !== null && (
              <Alert color="red" variant="light" role="alert">
                {fault}
              </Alert>
            )}
            <TextInput
              label={t("receipt.number")}
              name="number"
              placeholder="K7M2-9QXT"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              size="md"
              maxLength={40}
              required
              value={typed.number}
              onChange={(event) => setTyped({ ...typed, number: event.currentTarget.value })}
            />
            <TextInput
              label={t("receipt.secret")}
              name="secret"
              description={t("follow.secretHint")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              size="md"
              maxLength={40}
              required
              value={typed.secret}
              onChange={(event) => setTyped({ ...typed, secret: event.currentTarget.value })}
            />
            <Button type="submit" size="md" loading={isBusy}>
              {t("follow.submit")}
            </Button>
          </Stack>
        </form>
      ) : (
        <FollowedScreen
          item={found}
          fault={fault}
          isBusy={isBusy}
          onAgain={() => {
            setIsBusy(true);
            setOpen(open && { ...open });
          }}
          onLeave={leave}
        />
      )}
      <footer className="follow-foot quiet">
        <Anchor component={Link} to="/masuk" inherit>
          {t("follow.haveAccount")}
        </Anchor>
      </footer>
    </main>
  );
}

import { Alert, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { showsMail } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { MailStateQuery } from "../generated/graphql.js";
import { mailStateQuery, sendTestMailMutation } from "./mail-operations.js";
import "./mail.css";

const lookEvery = 10_000;

/** Whether e-mails go out, for the admin. */
export function MailPage() {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: mailStateQuery,
    context: showsMail,
    requestPolicy: "cache-and-network",
  });
  useEffect(() => {
    const timer = setInterval(() => refetch({ requestPolicy: "network-only" }), lookEvery);
    return () => clearInterval(timer);
  }, [refetch]);
  const [sending, send] = useAction(sendTestMailMutation);
  const tryIt = async () => {
    const result = await send({});
    if (!result.ok) return;
    notifications.show({ message: t("mail.testSent", { address: result.payload.sentTo ?? "" }) });
    refetch({ requestPolicy: "network-only" });
  };
  const state = data?.mailState;
  return (
    <div className="measure">
      <PageHeader
        title={t("mail.title")}
        under={t("mail.hint")}
        actions={
          state?.isOn === true && (
            <Button variant="default" loading={sending} onClick={() => void tryIt()}>
              {t("mail.test")}
            </Button>
          )
        }
      />
      {state === undefined && fetching && <Loading />}
      {state === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {state !== undefined && <State state={state} />}
    </div>
  );
}

function State({ state }: { state: MailStateQuery["mailState"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const moment = (at: string | null) => (at === null ? "–" : format.dateTime(at));
  return (
    <>
      {!state.isOn && (
        <Alert color="yellow" variant="light" role="status" mb="md">
          {t("mail.off")}
        </Alert>
      )}
      {state.lastError !== null && (
        <Alert color="red" variant="light" role="alert" mb="md" title={t("mail.failing")}>
          {state.lastError}
        </Alert>
      )}
      <dl className="sheet sheet-pad mail-facts">
        <dt>{t("mail.from")}</dt>
        <dd>{state.from ?? "–"}</dd>
        <dt>{t("mail.waiting")}</dt>
        <dd>{format.number(state.waiting)}</dd>
        <dt>{t("mail.oldest")}</dt>
        <dd>{moment(state.oldestAt)}</dd>
        <dt>{t("mail.next")}</dt>
        <dd>{moment(state.nextAt)}</dd>
        <dt>{t("mail.lastSent")}</dt>
        <dd>{moment(state.lastSentAt)}</dd>
      </dl>
      <h2 className="section-title" style={{ marginTop: 24 }}>
        {t("mail.givenUp")}
      </h2>
      <div className="sheet">
        {state.givenUp.length === 0 ? (
          <EmptyState title={t("mail.noneGivenUp")} />
        ) : (
          <ul className="ledger">
            {state.givenUp.map((mail, index) => (
              <li key={index} className="mail-row">
                <div>
                  <strong>{mail.subject}</strong>
                  <div className="quiet">
                    {mail.to} · {format.dateTime(mail.at)}
                  </div>
                </div>
                <div className="mail-reason">{mail.reason}</div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { eventGroups, groupNames } from "./event-groups.js";
import { WebhookStateMark } from "./webhook-state-mark.js";

/** What is wrong with it, if anything is, and what becomes of that. */
export function WebhookTrouble({ webhook }: { webhook: WebhookFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, failingSince, pausedAt } = webhook;
  if (state === "FAILED" && pausedAt !== null) {
    return (
      <Alert
        color="red"
        variant="light"
        role="alert"
        mb="md"
        title={t("webhooks.failedSince", { date: format.dateTime(pausedAt) })}
      >
        {t("webhooks.failedHint")}
      </Alert>
    );
  }
  if (state === "PAUSED" && pausedAt !== null) {
    return (
      <Alert
        color="gray"
        variant="light"
        role="status"
        mb="md"
        title={t("webhooks.pausedSince", { date: format.dateTime(pausedAt) })}
      >
        {t("webhooks.pausedHint")}
      </Alert>
    );
  }
  if (failingSince === null) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="status"
      mb="md"
      title={t("webhooks.failingSince", { date: format.dateTime(failingSince) })}
    >
      {t("webhooks.failingHint")}
    </Alert>
  );
}

export function WebhookFacts({ webhook }: { webhook: WebhookFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { office, events, lastSuccessAt, waiting, createdAt, previousSecretUntil } = webhook;
  return (
    <section className="sheet sheet-pad webhook-facts" aria-label={t("webhooks.facts")}>
      <h2 className="section-title">{t("webhooks.facts")}</h2>
      <dl>
        <dt>{t("webhooks.state")}</dt>
        <dd>
          <WebhookStateMark webhook={webhook} />
        </dd>
        <dt>{t("webhooks.office")}</dt>
        <dd>{office?.name ?? t("webhooks.everyOffice")}</dd>
        <dt>{t("webhooks.arrived")}</dt>
        <dd>{lastSuccessAt === null ? t("webhooks.never") : format.dateTime(lastSuccessAt)}</dd>
        <dt>{t("webhooks.queue")}</dt>
        <dd>{format.number(waiting)}</dd>
        <dt>{t("webhooks.created")}</dt>
        <dd>{format.date(createdAt)}</dd>
        {previousSecretUntil !== null && (
          <>
            <dt>{t("webhooks.oldSecret")}</dt>
            <dd>{t("webhooks.oldSecretUntil", { date: format.dateTime(previousSecretUntil) })}</dd>
          </>
        )}
      </dl>
      {groupNames.map((group) => {
        const told = eventGroups[group].filter((event) => events.includes(event));
        if (told.length === 0) return null;
        return (
          <div key={group} className="told-events">
            <h3>{t(`webhookEventGroup.${group}`)}</h3>
            <ul>
              {told.map((event) => (
                <li key={event}>{t(`webhookEvent.${event}`)}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

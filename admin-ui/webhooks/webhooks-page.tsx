import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { showsWebhooks } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useFormat } from "../app/use-format.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { WebhookDialog } from "./webhook-dialog.js";
import { webhooksQuery } from "./webhook-operations.js";
import { WebhookStateMark } from "./webhook-state-mark.js";
import "./webhooks.css";

/** The systems that are told what happens. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: webhooksQuery,
    context: showsWebhooks,
    requestPolicy: "cache-and-network",
  });
  const [isCreating, { open, close }] = useDisclosure(false);
  return (
    <div className="measure">
      <PageHeader
        title={t("webhooks.title")}
        under={t("webhooks.hint")}
        actions={<Button onClick={open}>{t("webhooks.new")}</Button>}
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && (
        <div className="sheet">
          {data.webhooks.length === 0 ? (
            <EmptyState title={t("webhooks.none")}>{t("webhooks.noneHint")}</EmptyState>
          ) : (
            <ul className="ledger">
              {data.webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )}
        </div>
      )}
      {isCreating && <WebhookDialog onClose={close} />}
    </div>
  );
}

function WebhookRow({ webhook }: { webhook: WebhookFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, url, events, office, waiting, lastSuccessAt } = webhook;
  return (
    <li className="webhook-row">
      <div>
        <Link className="row-link" to={`/webhook/${encodeURIComponent(id)}`}>
          {name}
        </Link>
        <div className="quiet webhook-url">{url}</div>
      </div>
      <div className="quiet">
        <div>{office?.name ?? t("webhooks.everyOffice")}</div>
        <div>{t("webhooks.events", { count: events.length })}</div>
      </div>
      <div>
        <WebhookStateMark webhook={webhook} />
        <div className="quiet">
          {lastSuccessAt === null
            ? t("webhooks.neverArrived")
            : t("webhooks.lastArrived", { date: format.dateTime(lastSuccessAt) })}
        </div>
        {waiting > 0 && <div className="quiet">{t("webhooks.waiting", { count: waiting })}</div>}
      </div>
    </li>
  );
}

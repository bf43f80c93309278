import { Anchor, Button, Menu } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { ChevronIcon } from "../app/icons.js";
import { PageHeader } from "../app/page-header.js";
import { showsWebhooks } from "../app/shows-types.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import type { WebhookFieldsFragment } from "../generated/graphql.js";
import { DeliveryLog } from "./delivery-log.js";
import { RemoveDialog } from "./remove-dialog.js";
import { RotateDialog } from "./rotate-dialog.js";
import { useWatch } from "./use-watch.js";
import { WebhookDialog } from "./webhook-dialog.js";
import { WebhookFacts, WebhookTrouble } from "./webhook-facts.js";
import {
  setWebhookPausedMutation,
  testWebhookMutation,
  webhookQuery,
} from "./webhook-operations.js";
import "../task/task.css";
import "./webhooks.css";

/** One system that is told of events: how it goes, and what it was told. */
export function WebhookPage() {
  const { webhookId = "" } = useParams();
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: webhookQuery,
    context: showsWebhooks,
    variables: { id: webhookId },
    requestPolicy: "cache-and-network",
  });
  const webhook = data?.node;
  const isWebhook = webhook?.__typename === "WebhookEndpoint";
  const watch = useWatch(isWebhook && webhook.waiting > 0);
  const { tick } = watch;
  useEffect(() => {
    if (tick > 0) refetch({ requestPolicy: "network-only" });
  }, [tick, refetch]);
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (!isWebhook) return <NotFound />;
  return (
    <div className="measure">
      <PageHeader
        title={webhook.name}
        crumb={
          <Anchor component={Link} to="/webhook" inherit>
            {t("webhooks.title")}
          </Anchor>
        }
        under={<span className="webhook-url">{webhook.url}</span>}
        actions={<WebhookActions webhook={webhook} onSent={watch.begin} />}
      />
      <WebhookTrouble webhook={webhook} />
      <div className="task-columns">
        <DeliveryLog webhookId={webhook.id} watch={watch} />
        <aside className="task-aside">
          <WebhookFacts webhook={webhook} />
        </aside>
      </div>
    </div>
  );
}

function WebhookActions(props: { webhook: WebhookFieldsFragment; onSent: () => void }) {
  const { t } = useTranslation();
  const { webhook, onSent } = props;
  const [testing, test] = useAction(testWebhookMutation);
  const [pausing, setPaused] = useAction(setWebhookPausedMutation);
  const [dialog, setDialog] = useState<"change" | "rotate" | "remove" | null>(null);
  const isActive = webhook.state === "ACTIVE";
  const webhookId = webhook.id;
  const sendTest = async () => {
    if ((await test({ input: { webhookId } })).ok) onSent();
  };
  return (
    <>
      <Button variant="default" loading={testing} onClick={() => void sendTest()}>
        {t("webhooks.test")}
      </Button>
      <Button
        variant={isActive ? "default" : "filled"}
        loading={pausing}
        onClick={() => void setPaused({ input: { webhookId, paused: isActive } })}
      >
        {isActive ? t("webhooks.pause") : t("webhooks.resume")}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronIcon />}>
            {t("webhooks.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog("change")}>{t("webhooks.change")}</Menu.Item>
          <Menu.Item onClick={() => setDialog("rotate")}>{t("webhooks.rotate")}</Menu.Item>
          <Menu.Item className="danger-item" onClick={() => setDialog("remove")}>
            {t("webhooks.remove")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "change" && <WebhookDialog webhook={webhook} onClose={() => setDialog(null)} />}
      {dialog === "rotate" && <RotateDialog webhook={webhook} onClose={() => setDialog(null)} />}
      {dialog === "remove" && <RemoveDialog webhook={webhook} onClose={() => setDialog(null)} />}
    </>
  );
}

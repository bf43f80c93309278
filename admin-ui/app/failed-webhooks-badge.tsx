import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failedWebhooksQuery } from "../webhooks/webhook-operations.js";
import { showsWebhooks } from "./shows-types.js";

/** How many systems the server has paused because nothing arrived; nothing for none. */
export function FailedWebhooksBadge() {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: failedWebhooksQuery, context: showsWebhooks });
  const count = (data?.webhooks ?? []).filter(({ state }) => state === "FAILED").length;
  if (count === 0) return null;
  return (
    <span className="rail-badge">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t("nav.failedWebhooks", { count })}</span>
    </span>
  );
}

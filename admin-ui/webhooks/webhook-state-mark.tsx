import { useTranslation } from "react-i18next";
import type { WebhookFieldsFragment } from "../generated/graphql.js";

/** Whether all goes well, in a word. */
export function WebhookStateMark({ webhook }: { webhook: WebhookFieldsFragment }) {
  const { t } = useTranslation();
  const isFailing = webhook.state === "ACTIVE" && webhook.failingSince !== null;
  const tone = isFailing
    ? "confirm"
    : ({ ACTIVE: "done", PAUSED: "", FAILED: "late" } as const)[webhook.state];
  return (
    <span className="state" data-tone={tone}>
      {isFailing ? t("webhooks.failing") : t(`webhookState.${webhook.state}`)}
    </span>
  );
}

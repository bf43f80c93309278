import { Anchor, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { DeliveryFieldsFragment } from "../generated/graphql.js";
import { deliverySubject } from "./delivery-subject.js";
import { redeliverWebhookMutation } from "./webhook-operations.js";

const tones = { DELIVERED: "done", WAITING: "confirm", FAILED: "late" } as const;

/** One message: what it told, how that went, and on demand what was sent and answered, as text. */
export function DeliveryRow(props: { delivery: DeliveryFieldsFragment; onSent: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { delivery, onSent } = props;
  const [busy, redeliver] = useAction(redeliverWebhookMutation);
  const { id, event, eventAt, state, attempts, failure, status, duration, nextAt } = delivery;
  const subject = deliverySubject(delivery.body as Parameters<typeof deliverySubject>[0]);
  const name = t(`webhookEvent.${event}`);
  const send = async () => {
    if ((await redeliver({ input: { deliveryId: id } })).ok) onSent();
  };
  return (
    <li className="delivery-row">
      <div>
        <strong>{name}</strong>
        {subject !== null && (
          <div>
            <Anchor component={Link} to={subject.to} size="sm">
              {subject.title}
            </Anchor>
          </div>
        )}
        <div className="quiet">{format.dateTime(eventAt)}</div>
      </div>
      <div>
        <span className="state" data-tone={tones[state]}>
          {t(`deliveryState.${state}`)}
        </span>
        <div className="quiet">
          {failure === null
            ? t("deliveries.answered", { status: status ?? 0 })
            : t(`webhookFailure.${failure}`, { status: status ?? 0 })}
        </div>
        {nextAt !== null && (
          <div className="quiet">{t("deliveries.next", { date: format.dateTime(nextAt) })}</div>
        )}
      </div>
      <div className="quiet delivery-numbers">
        <div>{t("deliveries.attempts", { count: attempts })}</div>
        {duration !== null && (
          <div>{t("deliveries.duration", { ms: format.number(duration) })}</div>
        )}
      </div>
      <div className="row-actions">
        {state === "FAILED" && (
          <Button
            variant="default"
            size="compact-sm"
            fw={400}
            loading={busy}
            aria-label={`${t("deliveries.again")}: ${name}`}
            onClick={() => void send()}
          >
            {t("deliveries.again")}
          </Button>
        )}
      </div>
      <details className="delivery-more">
        <summary>{t("deliveries.more")}</summary>
        <DeliveryTexts delivery={delivery} />
      </details>
    </li>
  );
}

function DeliveryTexts({ delivery }: { delivery: DeliveryFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { messageId, attemptedAt, answer, body } = delivery;
  return (
    <>
      <dl>
        <dt>webhook-id</dt>
        <dd className="message-id">{messageId}</dd>
        <dt>{t("deliveries.attempted")}</dt>
        <dd>{format.dateTime(attemptedAt)}</dd>
      </dl>
      <h3>{t("deliveries.answer")}</h3>
      {answer === null || answer === "" ? (
        <p className="quiet">{t("deliveries.noAnswer")}</p>
      ) : (
        <pre tabIndex={0}>{answer}</pre>
      )}
      <h3>{t("deliveries.sent")}</h3>
      <pre tabIndex={0}>{JSON.stringify(body, null, 2)}</pre>
    </>
  );
}

import { toGlobalId } from "../../kernel/global-id.js";
import type { Reader, Row, SqlValue } from "../../persistence/database.js";
import { keysetPage } from "../../persistence/keyset-page.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { SentEvent } from "./webhook-event.js";
import type { WebhookFailure } from "./webhook-failure.js";
import { type DeliveryState, WebhookDelivery } from "./webhook-types.js";

export const WebhookDeliveryConnection = connectionOf(WebhookDelivery, "WebhookDelivery");

interface DeliveryRow extends Row {
  readonly id: number;
  readonly messageId: string;
  readonly event: SentEvent;
  readonly eventAt: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: number;
  readonly attemptedAt: number;
  readonly nextAt: number | null;
  readonly status: number | null;
  readonly duration: number | null;
  readonly failure: WebhookFailure | null;
  readonly answer: string | null;
  readonly body: string;
}

const columns = `d.id, d.message_id AS messageId, d.event, d.event_at AS eventAt, d.state,
  d.attempts, d.created_at AS createdAt, d.attempted_at AS attemptedAt, d.next_at AS nextAt,
  d.status, d.duration, d.failure, d.answer, d.body`;

const toDelivery = (row: DeliveryRow): WebhookDelivery =>
  Object.assign(new WebhookDelivery(), {
    ...{ messageId: row.messageId, event: row.event, eventAt: row.eventAt, state: row.state },
    ...{ attempts: row.attempts, attemptedAt: row.attemptedAt, nextAt: row.nextAt },
    ...{ status: row.status, duration: row.duration, failure: row.failure, answer: row.answer },
    id: toGlobalId("WebhookDelivery", row.id),
    body: JSON.parse(row.body) as unknown,
  });

/** An endpoint's log, newest first, from an index. One statement. */
export async function listDeliveries(
  { reader }: RequestScope,
  endpointId: number,
  state: DeliveryState | null,
  args: PageArgs,
): Promise<Connection<WebhookDelivery>> {
  const page = keysetPage(args, [
    { sql: "d.created_at", key: "createdAt", descending: true },
    { sql: "d.id", key: "id", descending: true },
  ]);
  const params: SqlValue[] = state === null ? [endpointId] : [endpointId, state];
  const query = page.query([
    {
      sql: `SELECT ${columns} FROM webhook_delivery d
        WHERE d.endpoint_id = ?${state === null ? "" : " AND d.state = ?"}`,
      params,
    },
  ]);
  const rows = await reader.all<DeliveryRow>(query.sql, query.params);
  return { ...page.build(rows, toDelivery), totalCount: null };
}

export async function findDelivery(reader: Reader, id: number): Promise<WebhookDelivery | null> {
  const row = await reader.get<DeliveryRow>(
    `SELECT ${columns} FROM webhook_delivery d WHERE d.id = ?`,
    [id],
  );
  return row ? toDelivery(row) : null;
}

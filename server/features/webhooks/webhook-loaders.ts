import { toGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { NodeSource } from "../../runtime/graphql/node.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { keyOfEndpoint, webhookChannelName } from "./webhook-channel.js";
import type { SentEvent } from "./webhook-event.js";
import { WebhookEndpoint, type WebhookState } from "./webhook-types.js";

interface EndpointRow extends Row {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly officeId: number | null;
  readonly events: string;
  readonly state: WebhookState;
  readonly createdBy: number | null;
  readonly createdAt: number;
  readonly pausedAt: number | null;
  readonly failingSince: number | null;
  readonly lastSuccessAt: number | null;
  readonly previousUntil: number | null;
}

const selectEndpoints = `SELECT id, name, url, office_id AS officeId, events, state,
  created_by AS createdBy, created_at AS createdAt, paused_at AS pausedAt,
  failing_since AS failingSince, last_success_at AS lastSuccessAt,
  previous_until AS previousUntil FROM webhook_endpoint WHERE deleted_at IS NULL`;

function toEndpoint({ ctx }: RequestScope, row: EndpointRow): WebhookEndpoint {
  const { previousUntil } = row;
  return Object.assign(new WebhookEndpoint(), {
    rowId: row.id,
    id: toGlobalId("WebhookEndpoint", row.id),
    name: row.name,
    url: row.url,
    officeRowId: row.officeId,
    createdById: row.createdBy,
    events: row.events.split(" ") as SentEvent[],
    state: row.state,
    createdAt: row.createdAt,
    pausedAt: row.pausedAt,
    failingSince: row.failingSince,
    lastSuccessAt: row.lastSuccessAt,
    previousSecretUntil: (previousUntil ?? 0) > ctx.now() ? previousUntil : null,
  });
}

/** All of them, by name. One statement. */
export async function listEndpoints(scope: RequestScope): Promise<WebhookEndpoint[]> {
  const rows = await scope.reader.all<EndpointRow>(`${selectEndpoints} ORDER BY name, id`, []);
  return rows.map((row) => toEndpoint(scope, row));
}

export const endpointById: LoaderDefinition<number, WebhookEndpoint | null> = {
  name: "webhookEndpointById",
  async load(scope, keys) {
    const rows = await scope.reader.all<EndpointRow>(
      `${selectEndpoints} AND id IN (${placeholders(keys)})`,
      keys,
    );
    const found = new Map(rows.map((row) => [row.id, toEndpoint(scope, row)]));
    return keys.map((key) => found.get(key) ?? null);
  },
};

/** How many messages to an endpoint have not ended. */
export const waitingOfEndpoint: LoaderDefinition<number, number> = {
  name: "waitingOfEndpoint",
  async load(scope, keys) {
    const named = keys.map(keyOfEndpoint);
    const rows = await scope.reader.all<Row & { name: string; count: number }>(
      `SELECT message_key AS name, COUNT(*) AS count FROM outbox
        WHERE message_key IN (${placeholders(named)}) AND is_waiting = 1 AND channel = ?
        GROUP BY message_key`,
      [...named, webhookChannelName],
    );
    const counts = new Map(rows.map(({ name, count }) => [name, count]));
    return named.map((name) => counts.get(name) ?? 0);
  },
};

export const webhookSources: readonly NodeSource[] = [
  {
    type: "WebhookEndpoint",
    async find(scope, id) {
      if (!allows(scope.ctx.actor, "webhook.read")) return null;
      return scope.loaders.get(endpointById).load(id);
    },
  },
];

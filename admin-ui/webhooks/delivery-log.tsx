import { SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { PagedLedger } from "../app/paged-ledger.js";
import { showsDeliveries } from "../app/shows-types.js";
import { EmptyState } from "../app/states.js";
import type { WebhookDeliveriesQuery, WebhookDeliveryState } from "../generated/graphql.js";
import { DeliveryRow } from "./delivery-row.js";
import type { Watch } from "./use-watch.js";
import { deliveriesQuery } from "./webhook-operations.js";

const all = "ALL";
const filters = [all, "FAILED", "WAITING", "DELIVERED"] as const;
const nothing = { nodes: [], pageInfo: { hasNextPage: false } };

const pageOf = ({ node }: WebhookDeliveriesQuery) =>
  node?.__typename === "WebhookEndpoint" ? node.deliveries : nothing;

/** What the endpoint was told, newest first. */
export function DeliveryLog(props: { webhookId: string; watch: Watch }) {
  const { t } = useTranslation();
  const { webhookId, watch } = props;
  const [filter, setFilter] = useState<(typeof filters)[number]>(all);
  const state: WebhookDeliveryState | null = filter === all ? null : filter;
  const variables = { id: webhookId, state };
  const first = useQuery({
    query: deliveriesQuery,
    context: showsDeliveries,
    variables,
    requestPolicy: "cache-and-network",
  });
  const [, refetch] = first;
  const { tick } = watch;
  useEffect(() => {
    if (tick > 0) refetch({ requestPolicy: "network-only" });
  }, [tick, refetch]);
  return (
    <section aria-label={t("deliveries.title")}>
      <div className="delivery-head">
        <h2 className="section-title">{t("deliveries.title")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("deliveries.filter")}
          value={filter}
          onChange={(value) => setFilter(value as typeof filter)}
          data={filters.map((value) => ({ value, label: t(`deliveryFilter.${value}`) }))}
        />
      </div>
      <PagedLedger
        key={filter}
        first={first}
        source={{ query: deliveriesQuery, context: showsDeliveries, variables, page: pageOf }}
        renderRow={(delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} onSent={watch.begin} />
        )}
        empty={
          <EmptyState title={t("deliveries.none")}>
            {filter === all ? t("deliveries.noneHint") : null}
          </EmptyState>
        }
      />
    </section>
  );
}

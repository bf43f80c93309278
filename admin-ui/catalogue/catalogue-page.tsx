import { Anchor, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { PagedLedger } from "../app/paged-ledger.js";
import { showsSops } from "../app/shows-types.js";
import { EmptyState } from "../app/states.js";
import type { CatalogueFilter, CatalogueQuery } from "../generated/graphql.js";
import { StartDialog } from "../sops/start-dialog.js";
import { type CatalogueItem, catalogueQuery } from "./catalogue-operations.js";
import { CatalogueRow } from "./catalogue-row.js";
import "./catalogue.css";

const pageSize = 30;

/** What anybody may ask the offices for: the SOPs in force that their requester starts. */
export function CataloguePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [starting, setStarting] = useState<CatalogueItem | null>(null);
  const filter: CatalogueFilter = wanted === "" ? {} : { search: wanted };
  const source = {
    query: catalogueQuery,
    context: showsSops,
    variables: { filter, first: pageSize },
    page: (data: CatalogueQuery) => data.catalogue,
  };
  const first = useQuery({ ...source, requestPolicy: "cache-and-network" });
  const total = first[0].data?.catalogue.totalCount ?? null;
  return (
    <div className="measure">
      <PageHeader
        title={t("catalogue.title")}
        under={total === null ? t("catalogue.lead") : t("catalogue.count", { count: total })}
        actions={
          <Anchor component={Link} to="/permohonan">
            {t("requests.title")}
          </Anchor>
        }
      />
      <div className="filters catalogue-search">
        <TextInput
          type="search"
          aria-label={t("catalogue.search")}
          placeholder={t("catalogue.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <PagedLedger
        key={wanted}
        source={source}
        first={first}
        renderRow={(one) => (
          <CatalogueRow key={one.sop.id} item={one} onStart={() => setStarting(one)} />
        )}
        empty={
          wanted === "" ? (
            <EmptyState title={t("catalogue.none")} />
          ) : (
            <EmptyState title={t("catalogue.noneFound")}>{t("catalogue.noneHint")}</EmptyState>
          )
        }
      />
      {starting !== null && (
        <StartDialog
          sop={{ ...starting.sop, office: starting.office }}
          onClose={() => setStarting(null)}
        />
      )}
    </div>
  );
}

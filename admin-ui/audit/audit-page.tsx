import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useClient } from "urql";
import { PageHeader } from "../app/page-header.js";
import { useFormat } from "../app/use-format.js";
import type { AuditFilter } from "../generated/graphql.js";
import { auditCsv } from "./audit-csv.js";
import { AuditFilters, type AuditWish, filterOf, wishOf } from "./audit-filters.js";
import { AuditList } from "./audit-list.js";
import { downloadCsv } from "./download-csv.js";
import { readWholeTrail } from "./read-whole-trail.js";
import { useAuditWords } from "./use-audit-words.js";
import "./audit.css";

/** Who changed what about people, offices, SOPs and settings. Nobody can alter it. */
export function AuditPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const wish = wishOf(params);
  const [search] = useDebouncedValue(wish.search, 250);
  const filter = filterOf({ ...wish, search });
  const change = (changed: Partial<AuditWish>) =>
    setParams(
      Object.entries({ ...wish, ...changed }).flatMap(([name, value]): [string, string][] =>
        value === "" ? [] : [[paramNames[name as keyof AuditWish], value]],
      ),
      { replace: true },
    );
  return (
    <div className="measure">
      <PageHeader
        title={t("audit.title")}
        under={t("audit.hint")}
        actions={<ExportButton filter={filter} />}
      />
      <AuditFilters wish={wish} onChange={change} />
      <AuditList key={JSON.stringify(filter)} filter={filter} />
    </div>
  );
}

const paramNames: Readonly<Record<keyof AuditWish, string>> = {
  search: "cari",
  officeId: "perangkat",
  action: "tindakan",
  actorId: "oleh",
  subjectId: "tentang",
  from: "dari",
  to: "sampai",
};

/** A file of what is shown, all pages of it. */
function ExportButton({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const client = useClient();
  const words = useAuditWords();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    try {
      const { entries, isCut } = await readWholeTrail(client, filter);
      downloadCsv(`jejak-audit-${entries[0]?.seq ?? 0}.csv`, auditCsv(entries, words, format));
      if (isCut) notifications.show({ message: t("audit.exportCut", { count: entries.length }) });
    } catch {
      notifications.show({ color: "red", message: t("error.server") });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void write()}>
      {t("audit.export")}
    </Button>
  );
}

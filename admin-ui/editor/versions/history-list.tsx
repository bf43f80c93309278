import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorState, Loading } from "../../app/states.js";
import { useFormat } from "../../app/use-format.js";
import type { SopData } from "../sop-operations.js";
import type { ChangeRow } from "./history-operations.js";
import { historyEntries } from "./sittings.js";
import { SittingEntry } from "./sitting-entry.js";
import { useVersionChanges } from "./use-version-changes.js";

/** One version's history, newest first: each sitting folded up, and what was done in between. */
export function HistoryList({ sop, versionId }: { sop: SopData; versionId: string }) {
  const { t } = useTranslation();
  const { loaded, error, fetching, more } = useVersionChanges(versionId);
  if (loaded === null) {
    if (error !== undefined) return <ErrorState error={error} retry={more} />;
    return <Loading />;
  }
  if (loaded.rows.length === 0) return <p className="quiet">{t("history.empty")}</p>;
  return (
    <>
      <ol className="history" data-testid="history">
        {historyEntries(loaded.rows).map((entry) =>
          entry.type === "action" ? (
            <ActionEntry
              key={`${entry.row.revision}${entry.row.kind}${entry.row.at}`}
              row={entry.row}
            />
          ) : (
            <SittingEntry
              key={`edit${entry.to}`}
              sopId={sop.id}
              versionId={versionId}
              sitting={entry}
            />
          ),
        )}
      </ol>
      {loaded.next !== null && (
        <Button variant="default" mt="md" loading={fetching} onClick={more}>
          {t("common.more")}
        </Button>
      )}
    </>
  );
}

function ActionEntry({ row }: { row: ChangeRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = row.source;
  return (
    <li className="history-entry" data-kind={row.kind}>
      <div className="history-head">
        <span className="history-what">
          {row.kind === "CREATE" && from !== null
            ? t("history.createdFrom", { version: from.version })
            : t(`history.kind.${row.kind}`)}
          {row.kind === "ENACT" && row.inForceFrom !== null && (
            <> · {t("schedule.from", { date: format.dateTime(row.inForceFrom) })}</>
          )}
        </span>
        <span className="quiet">
          {row.by?.name ?? t("account.asSystem")} · {format.dateTime(row.at)}
        </span>
      </div>
      {row.message !== null && <blockquote className="history-message">{row.message}</blockquote>}
    </li>
  );
}

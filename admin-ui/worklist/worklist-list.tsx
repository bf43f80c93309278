import { Alert, Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState, Loading } from "../app/states.js";
import type { TaskFilter } from "../generated/graphql.js";
import { BulkClaim, mostClaims } from "./bulk-claim.js";
import { isWorthClaiming } from "./row-actions.js";
import { useTaskPages } from "./use-task-pages.js";
import { WorklistRow } from "./worklist-row.js";
import type { WorklistTab } from "./worklist-view.js";

/**
 * One part of the worklist. Give it another `key` where the filter changes. While rows come and go by
 * themselves, what is selected stays selected for as long as it is there.
 */
export function WorklistList(props: {
  readonly tab: WorklistTab;
  readonly filter: TaskFilter;
  readonly empty: ReactNode;
  /** That the person has begun something here, which must not be taken from under their hands. */
  readonly onBegin: () => void;
}) {
  const { tab, filter, empty, onBegin } = props;
  const { t } = useTranslation();
  const { tasks, hasMore, error, isReadingMore, more, reload } = useTaskPages(filter);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (tasks === null) {
    return error === null ? <Loading /> : <ErrorState error={error} retry={reload} />;
  }
  const claimable = tab === "CLAIMABLE" ? tasks.filter(isWorthClaiming) : [];
  const selected = claimable.filter(({ id }) => picked.has(id)).slice(0, mostClaims);
  const select = (ids: ReadonlySet<string>) => {
    if (ids.size > 0) onBegin();
    setPicked(ids);
  };
  const toggle = (id: string, isSelected: boolean) => {
    const ids = new Set(selected.map((task) => task.id));
    if (isSelected) ids.add(id);
    else ids.delete(id);
    select(ids);
  };
  const isSelectable = claimable.length > 1;
  return (
    <>
      {error !== null && (
        <Alert role="status" mb="md">
          {t("worklist.stale", { reason: t("error.network") })}{" "}
          <button type="button" className="link-button" onClick={reload}>
            {t("worklist.readAgain")}
          </button>
        </Alert>
      )}
      {isSelectable && (
        <BulkClaim claimable={claimable} selected={selected} onSelect={select} onClaimed={reload} />
      )}
      <div className="sheet">
        {tasks.length === 0 ? (
          empty
        ) : (
          <ul className="ledger" aria-label={t("worklist.list")}>
            {tasks.map((task) => {
              const isSelected = selected.includes(task);
              const canSelect = isSelectable && claimable.includes(task);
              return (
                <WorklistRow
                  key={task.id}
                  task={task}
                  tab={tab}
                  selection={
                    canSelect && (isSelected || selected.length < mostClaims)
                      ? { isSelected, toggle: (wanted) => toggle(task.id, wanted) }
                      : null
                  }
                  onChanged={reload}
                />
              );
            })}
          </ul>
        )}
      </div>
      {hasMore && (
        <div className="worklist-more">
          {tasks.length === 0 && <span className="quiet">{t("worklist.lookedFar")}</span>}
          <Button variant="default" loading={isReadingMore} onClick={more}>
            {t(tasks.length === 0 ? "worklist.lookFurther" : "common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

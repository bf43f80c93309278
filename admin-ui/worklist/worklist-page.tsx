import { Button, Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { showsTasks } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { SavedViewsMenu } from "./saved-views-menu.js";
import { WorklistFilters } from "./worklist-filters.js";
import { WorklistList } from "./worklist-list.js";
import { worklistCountsQuery } from "./worklist-operations.js";
import { WorklistTabList, type Counts } from "./worklist-tab-list.js";
import "./worklist.css";
import {
  filterCount,
  filterOf,
  readView,
  type WorklistTab,
  type WorklistView,
  writeView,
} from "./worklist-view.js";

/** "Tugas saya": what is mine, what I could take, what I wait for, what I have done. */
export function WorklistPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: worklistCountsQuery,
    context: showsTasks,
    requestPolicy: "cache-and-network",
  });
  useLiveRefetch(refetch);
  const counts = data?.worklistCounts;
  const tab = useTab(view.tab, counts);
  const look = (next: WorklistView) => setParams(writeView(next), { replace: true });
  const change = (changed: Partial<WorklistView>) => look({ ...view, tab, ...changed });
  const filter = filterOf(view, tab);
  const head = (
    <PageHeader
      title={t("worklist.title")}
      {...(counts === undefined ? {} : { under: <LateLine {...counts.overdue} /> })}
      actions={<SavedViewsMenu view={{ ...view, tab }} filter={filter} onChoose={look} />}
    />
  );
  if (counts === undefined) {
    return (
      <div className="measure">
        {head}
        {fetching || error === undefined ? (
          <Loading />
        ) : (
          <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
        )}
      </div>
    );
  }
  return (
    <div className="measure">
      {head}
      <Tabs
        value={tab}
        className="worklist-tabs"
        onChange={(value) => change({ tab: value as WorklistTab })}
      >
        <WorklistTabList counts={counts} />
        <Tabs.Panel value={tab}>
          <WorklistFilters view={view} onChange={change} />
          <WorklistList
            key={JSON.stringify(filter)}
            tab={tab}
            filter={filter}
            onBegin={() => view.tab === null && change({})}
            empty={
              <NothingThere
                tab={tab}
                isNarrowed={filterCount(view) > 0 || view.search.trim() !== ""}
                counts={counts}
                onSeeClaimable={() => change({ tab: "CLAIMABLE" })}
              />
            }
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/**
 * The tab that was chosen; until one is, what is the person's own, unless they have nothing and could
 * take something. It does not go back by itself, for somebody may be reading it by then.
 */
function useTab(chosen: WorklistTab | null, counts: Counts | undefined): WorklistTab {
  const [leans, setLeans] = useState(false);
  const hasOnlyClaimable =
    counts !== undefined && counts.forMe.count === 0 && counts.claimable.count > 0;
  if (chosen === null && hasOnlyClaimable && !leans) setLeans(true);
  if (chosen !== null) return chosen;
  return leans || hasOnlyClaimable ? "CLAIMABLE" : "FOR_ME";
}

function LateLine({ count, hasMore }: { count: number; hasMore: boolean }) {
  const { t } = useTranslation();
  if (count === 0) return t("worklist.lateNone");
  return (
    <span className="late">
      {t(hasMore ? "worklist.lateUnderMore" : "worklist.lateUnder", { count })}
    </span>
  );
}

function NothingThere(props: {
  readonly tab: WorklistTab;
  readonly isNarrowed: boolean;
  readonly counts: Counts;
  readonly onSeeClaimable: () => void;
}) {
  const { tab, isNarrowed, counts } = props;
  const { t } = useTranslation();
  if (isNarrowed) {
    return <EmptyState title={t("worklist.noneFound")}>{t("worklist.noneFoundHint")}</EmptyState>;
  }
  if (tab === "WAITING") {
    return (
      <EmptyState title={t("worklist.noneWaiting")}>{t("worklist.noneWaitingHint")}</EmptyState>
    );
  }
  if (tab === "DONE") return <EmptyState title={t("worklist.noneDone")} />;
  if (tab === "CLAIMABLE") {
    return (
      <EmptyState title={t("worklist.noneClaimable")}>{t("worklist.noneOpenHint")}</EmptyState>
    );
  }
  const { count } = counts.claimable;
  return (
    <EmptyState title={t("worklist.noneOpen")}>
      {count === 0 ? (
        t("worklist.noneOpenHint")
      ) : (
        <>
          <p>{t("worklist.noneForMeHint", { count })}</p>
          <Button variant="default" onClick={props.onSeeClaimable}>
            {t("worklist.seeClaimable")}
          </Button>
        </>
      )}
    </EmptyState>
  );
}

import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WorklistCountsQuery } from "../generated/graphql.js";
import { worklistTabs, type WorklistTab } from "./worklist-view.js";

export type Counts = WorklistCountsQuery["worklistCounts"];

const labels = {
  FOR_ME: "worklist.forMe",
  CLAIMABLE: "worklist.claimable",
  WAITING: "worklist.waiting",
  DONE: "worklist.doneTab",
} as const satisfies Record<WorklistTab, string>;

/** What is done grows for ever and is not counted. */
const countOf = (counts: Counts | undefined, tab: WorklistTab) =>
  tab === "FOR_ME"
    ? counts?.forMe
    : tab === "CLAIMABLE"
      ? counts?.claimable
      : tab === "WAITING"
        ? counts?.waiting
        : undefined;

/** The parts of the worklist, each with how much is in it. */
export function WorklistTabList({ counts }: { counts: Counts | undefined }) {
  const { t } = useTranslation();
  return (
    <Tabs.List aria-label={t("worklist.tabs")}>
      {worklistTabs.map((tab) => {
        const counted = countOf(counts, tab);
        return (
          <Tabs.Tab key={tab} value={tab}>
            <span>{t(labels[tab])}</span>
            {counted !== undefined && <TabCount {...counted} />}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}

function TabCount({ count, hasMore }: { count: number; hasMore: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="tab-count" data-none={count === 0 || undefined}>
      <span aria-hidden="true">{hasMore ? t("worklist.countMore", { count }) : count}</span>
      <span className="visually-hidden">
        {t(hasMore ? "worklist.countHeardMore" : "worklist.countHeard", { count })}
      </span>
    </span>
  );
}

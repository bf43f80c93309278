import { Alert, Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import "../worklist/worklist.css";
import type { StuckWorkInput } from "../generated/graphql.js";
import { StuckFilters } from "./stuck-filters.js";
import { StuckLaneSection } from "./stuck-lane-section.js";
import type { StuckWork } from "./stuck-operations.js";
import { readView, type StuckView, writeView } from "./stuck-view.js";
import "./stuck.css";
import { useStuckStream, useStuckWork } from "./use-stuck-work.js";

/** So that the lanes below are in sight. */
const shownOfLane = 5;

/** "Yang macet": by lane what waits for somebody, and the one thing that would move each. */
export function StuckPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const officeId = view.officeId ?? me.office.id;
  const input = {
    officeId,
    sopIds: view.sopId === null ? null : [view.sopId],
    withinWorkingDays: view.within,
    first: shownOfLane,
  };
  const { work, error, reload } = useStuckWork(input);
  useStuckStream(officeId);
  const change = (changed: Partial<StuckView>) =>
    setParams(writeView({ ...view, ...changed }), { replace: true });
  return (
    <div className="measure">
      <PageHeader
        title={t("stuck.title")}
        {...(work === undefined
          ? {}
          : { under: <Summary work={work} isNarrowed={view.sopId !== null} /> })}
      />
      <StuckFilters view={view} officeId={officeId} lanes={work?.lanes ?? []} onChange={change} />
      {work === undefined && error === undefined && <Loading />}
      {work === undefined && error !== undefined && <ErrorState error={error} retry={reload} />}
      {work !== undefined && error !== undefined && <Stale onReload={reload} />}
      {work?.isCut === true && (
        <Alert role="status" mb="md">
          {t("stuck.cut")}
        </Alert>
      )}
      {work !== undefined && (
        <>
          <Lanes work={work} view={view} input={input} />
          <p className="quiet stuck-rule">
            {t("stuck.rule", {
              within: t("stuck.days", { count: view.within }),
              idle: t("stuck.days", { count: work.idleWorkingDays }),
            })}
          </p>
        </>
      )}
    </div>
  );
}

/** That what is shown is of a moment ago. */
function Stale({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert role="status" mb="md">
      {t("worklist.stale", { reason: t("error.network") })}{" "}
      <Anchor component="button" type="button" inherit onClick={onReload}>
        {t("worklist.readAgain")}
      </Anchor>
    </Alert>
  );
}

function Summary(props: { work: StuckWork; isNarrowed: boolean }) {
  const { t } = useTranslation();
  const { total, overdue } = props.work;
  if (total === 0) return t(props.isNarrowed ? "stuck.noneHere" : "stuck.none");
  return (
    <>
      {t("stuck.sum", { count: total })}
      {overdue > 0 && (
        <>
          {" · "}
          <span className="late">{t("stuck.sumLate", { count: overdue })}</span>
        </>
      )}
    </>
  );
}

function Lanes(props: {
  readonly work: StuckWork;
  readonly view: StuckView;
  readonly input: StuckWorkInput;
}) {
  const { t } = useTranslation();
  const { work, view, input } = props;
  const lanes = work.lanes.filter(({ id }) => view.laneId === null || id === view.laneId);
  if (lanes.length > 0) {
    return lanes.map((lane) => (
      <StuckLaneSection key={`${lane.id} ${JSON.stringify(input)}`} lane={lane} input={input} />
    ));
  }
  const isNarrowed = view.sopId !== null || view.laneId !== null;
  return (
    <div className="sheet">
      {isNarrowed ? (
        <EmptyState title={t("stuck.noneHere")} />
      ) : (
        <EmptyState title={t("stuck.none")}>{t("stuck.noneHint")}</EmptyState>
      )}
    </div>
  );
}

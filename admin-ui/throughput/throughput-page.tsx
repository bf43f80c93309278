import { Alert, Button } from "@mantine/core";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { localTime } from "../app/office-moment.js";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { showsOffices } from "../app/shows-types.js";
import { Loading } from "../app/states.js";
import { useNow } from "../app/use-format.js";
import { BottleneckHead } from "./bottleneck-head.js";
import { EmptyReport, isEmpty } from "./empty-report.js";
import { ExportMenu } from "./export-menu.js";
import { FiguresContext, type OpenedFigure } from "./figures.js";
import { HandOvers } from "./hand-overs.js";
import { ItemsDrawer } from "./items-drawer.js";
import { KeyFigures } from "./key-figures.js";
import { LaneTable } from "./lane-table.js";
import { LaneTimes } from "./lane-times.js";
import { PeopleTable } from "./people-table.js";
import { ReportControls } from "./report-controls.js";
import { ReportError } from "./report-error.js";
import { inputOf, type ReportView, stuckAddress, usualView } from "./report-view.js";
import { StepTable } from "./step-table.js";
import { reportOfficesQuery } from "./throughput-operations.js";
import "./charts/charts.css";
import "./figures-table.css";
import "./throughput.css";
import { useReport, type ReportReading, type ShownReport } from "./use-report.js";
import { useReportView } from "./use-report-view.js";
import { useWords } from "./use-words.js";

const ReportCharts = lazy(() => import("./charts/report-charts.js"));
const HeatForm = lazy(() => import("./heat-form.js"));

/** Which lane holds up which SOP, since when, and how much. */
export function ThroughputPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [view, change] = useReportView();
  const officeId = view.officeId ?? me.office.id;
  const today = useToday(officeId);
  const input = useMemo(() => inputOf(view, officeId, today), [view, officeId, today]);
  const reading = useReport(input);
  const { shown, error } = reading;
  return (
    <div className="report-page">
      <PageHeader
        title={t("throughput.title")}
        under={shown === null ? t("throughput.hint") : <ReportScope shown={shown} />}
        actions={
          <>
            <Button component={Link} to={stuckAddress(input)} variant="default">
              {t("nav.stuck")}
            </Button>
            <ExportMenu input={input} />
          </>
        }
      />
      <ReportControls view={view} officeId={officeId} today={today} onChange={change} />
      {error !== null && (shown === null || reading.isOld) ? (
        <ReportError error={error} retry={reading.readAgain} onUsual={() => change(usualView)} />
      ) : shown === null ? (
        <Loading />
      ) : (
        <>
          {error !== null && (
            <Alert role="status" mb="md">
              {t("throughput.mayBeOld")}
            </Alert>
          )}
          <ReportBody reading={reading} shown={shown} onChange={change} />
        </>
      )}
    </div>
  );
}

/** The date by the clocks of the office that is looked at. */
function useToday(officeId: string): string {
  const me = useMe();
  const [{ data }] = useQuery({
    query: reportOfficesQuery,
    context: showsOffices,
    pause: officeId === me.office.id,
  });
  const zone = data?.offices.find(({ id }) => id === officeId)?.timeZone ?? me.office.timeZone;
  return localTime(useNow(), zone).slice(0, 10);
}

/** What the report is of, for whoever sees or prints it without its controls. */
function ReportScope({ shown: { report } }: { shown: ShownReport }) {
  const { t } = useTranslation();
  const words = useWords(report);
  const { compared, office } = report;
  return (
    <>
      {t("throughput.scope", { office: office.name, period: words.stepInFull(report) })}
      {compared !== null && (
        <>
          {" "}
          {compared.from === report.from && compared.to === report.to
            ? t("throughput.comparedVersions", {
                versions: compared.versions.map(({ version }) => version).join(", "),
              })
            : t("throughput.comparedPeriod", { period: words.stepInFull(compared) })}
        </>
      )}{" "}
      <span className="report-moment">
        {t("throughput.asOf", { time: words.format.dateTime(report.asOf) })}
      </span>
    </>
  );
}

function ReportBody(props: {
  reading: ReportReading;
  shown: ShownReport;
  onChange: (change: Partial<ReportView>) => void;
}) {
  const { reading, shown, onChange } = props;
  const { input } = shown;
  const isOfOneSop = input.scope.sopIds?.length === 1;
  const report = useMemo(
    () => (isOfOneSop ? shown.report : byShare(shown.report)),
    [shown.report, isOfOneSop],
  );
  const { isOld, news, readAgain } = reading;
  const words = useWords(report);
  const [opened, open] = useState<OpenedFigure | null>(null);
  const [recounted, recount] = useRecounted(report, readAgain);
  const figures = useMemo(() => ({ open, recounted }), [recounted]);
  return (
    <FiguresContext value={figures}>
      <div className="report-body" aria-busy={isOld} data-old={isOld || undefined}>
        {isEmpty(report) ? (
          <EmptyReport report={report} input={input} words={words} onChange={onChange} />
        ) : (
          <>
            <BottleneckHead report={report} input={input} words={words} />
            <KeyFigures report={report} words={words} />
            <LaneTable report={report} words={words} />
            <LaneTimes report={report} words={words} />
            <Suspense fallback={<Loading />}>
              <ReportCharts report={report} words={words} />
            </Suspense>
            {isOfOneSop && (
              <Suspense fallback={<Loading />}>
                <HeatForm report={report} words={words} open={open} />
              </Suspense>
            )}
            <StepTable
              report={report}
              words={words}
              isOfOneSop={isOfOneSop}
              onSop={(sopId) => onChange({ sopIds: [sopId], versionIds: [] })}
            />
            <HandOvers report={report} words={words} />
            <PeopleTable report={report} words={words} />
          </>
        )}
      </div>
      {opened !== null && (
        <ItemsDrawer
          opened={opened}
          input={input}
          words={words}
          news={news}
          onRecount={recount}
          onClose={() => open(null)}
        />
      )}
    </FiguresContext>
  );
}

/** Lanes of one form stand as on it; positions of several by how much of the time they had. */
const byShare = (report: ShownReport["report"]): ShownReport["report"] => ({
  ...report,
  lanes: report.lanes.toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0)),
});

/**
 * Numbers that a list has counted anew, until a report tells of that later moment; it is asked for
 * once for each.
 */
function useRecounted(
  report: ShownReport["report"],
  readAgain: () => void,
): [ReadonlyMap<string, number>, (key: string, count: number) => void] {
  const [{ of, counts }, set] = useState<{
    readonly of: ShownReport["report"];
    readonly counts: ReadonlyMap<string, number>;
  }>({ of: report, counts: new Map() });
  const current = of === report ? counts : none;
  const recount = useCallback(
    (key: string, count: number) => {
      set((before) => {
        const known = before.of === report ? before.counts : none;
        return { of: report, counts: new Map([...known, [key, count]]) };
      });
      readAgain();
    },
    [report, readAgain],
  );
  return [current, recount];
}

const none: ReadonlyMap<string, number> = new Map();

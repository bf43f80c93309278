import { Anchor, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { EmptyState } from "../app/states.js";
import type { LaneThroughputInput } from "../generated/graphql.js";
import { isAhead, todayOf } from "./report-moment.js";
import type { Period } from "./report-period.js";
import type { ReportView } from "./report-view.js";
import { everStartedQuery, type Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** Whether nothing at all happened or lay anywhere in the period, or it is yet to begin. */
export function isEmpty(report: Report): boolean {
  const { cases, lanes } = report;
  return (
    isAhead(report) ||
    (cases.started + cases.completed + cases.cancelled + cases.running === 0 &&
      lanes.every((lane) => lane.arrived + lane.finished + lane.waiting === 0))
  );
}

/** Why there is nothing to see, and where there is something. */
export function EmptyReport(props: {
  report: Report;
  input: LaneThroughputInput;
  words: ReportWords;
  onChange: (change: Partial<ReportView>) => void;
}) {
  const { t } = useTranslation();
  const { report, input, words, onChange } = props;
  const hasNoSop = report.versions.length === 0;
  const [{ data }] = useQuery({
    query: everStartedQuery,
    variables: { input: { scope: input.scope, period: everUntil(report), bucket: "MONTH" } },
    pause: hasNoSop,
  });
  if (hasNoSop) {
    return (
      <EmptyState title={t("throughput.empty.noSop", { office: report.office.name })}>
        <p>{t("throughput.empty.noSopHint")}</p>
        <Anchor component={Link} to="/sop" underline="always">
          {t("throughput.empty.toSops")}
        </Anchor>
      </EmptyState>
    );
  }
  if (data?.laneThroughput.cases.started === 0) {
    return (
      <EmptyState title={t("throughput.empty.noCase")}>
        {t("throughput.empty.noCaseHint")}
      </EmptyState>
    );
  }
  const why = isAhead(report) ? "ahead" : "period";
  return (
    <EmptyState title={t(`throughput.empty.${why}`, { period: words.stepInFull(input.period) })}>
      <p>{t(`throughput.empty.${why}Hint`)}</p>
      <div className="empty-choices">
        {(["this-year", "last-year"] as const).map((period) => (
          <Button key={period} variant="default" onClick={() => onChange({ period, bucket: null })}>
            {t(`throughput.periods.${period}`)}
          </Button>
        ))}
      </div>
    </EmptyState>
  );
}

/** Long enough for any office that works with this. */
function everUntil(report: Report): Period {
  const today = todayOf(report);
  return { from: `${Number(today.slice(0, 4)) - 20}-01-01`, to: today };
}

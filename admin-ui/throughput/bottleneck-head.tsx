import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Count, Measured } from "./figures.js";
import type { LaneThroughputInput } from "../generated/graphql.js";
import type { Figure } from "./figure.js";
import { isOver, todayOf } from "./report-moment.js";
import { stuckAddress } from "./report-view.js";
import type { Report } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** The answer first: which lane holds up the work, and since when. */
export function BottleneckHead(props: {
  report: Report;
  input: LaneThroughputInput;
  words: ReportWords;
}) {
  const { t } = useTranslation();
  const { report, input, words } = props;
  const { bottleneck, lanes } = report;
  if (bottleneck === null) return null;
  const { lane, share, since, waiting, overdue, sentence } = bottleneck;
  const name = words.lane(lane);
  const arrived = lanes.find((one) => one.lane.id === lane.id)?.arrived ?? 0;
  return (
    <section className="bottleneck" aria-labelledby="hambatan">
      <h2 id="hambatan">{t("throughput.bottleneck")}</h2>
      <p className="bottleneck-sentence">{sentence}</p>
      <dl className="bottleneck-facts">
        <div>
          <dt>{t("throughput.since")}</dt>
          <dd>{words.format.day(since)}</dd>
        </div>
        <div>
          <dt>{t("throughput.shareOfTime")}</dt>
          <dd>
            <Measured
              figure={{ measure: "ARRIVED", laneId: lane.id }}
              what={t("throughput.what.ARRIVED", { lane: name })}
              of={arrived}
            >
              {words.part(share)}
            </Measured>
          </dd>
        </div>
        <div>
          <dt>{t("throughput.waitingNow")}</dt>
          <dd>
            <Count
              figure={{ measure: "WAITING", laneId: lane.id, ...untilNow(report) }}
              value={waiting}
              what={t("throughput.what.WAITING", { lane: name })}
            />
          </dd>
        </div>
        <div>
          <dt>{t("throughput.overdueNow")}</dt>
          <dd>
            {overdue === 0 ? (
              words.format.number(overdue)
            ) : (
              <Anchor
                component={Link}
                to={stuckAddress(input, lane.position?.id ?? null)}
                className="late"
                underline="always"
                aria-label={t("throughput.toOverdue", { number: words.format.number(overdue) })}
              >
                {words.format.number(overdue)}
              </Anchor>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** What is open now, where the period ended earlier. */
const untilNow = (report: Report): Pick<Figure, "period"> =>
  isOver(report) ? { period: { from: report.from, to: todayOf(report) } } : {};

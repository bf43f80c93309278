import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { rate } from "./change-of.js";
import { type FigureRow, FigureTable } from "./figure-table.js";
import { Count, Measured } from "./figures.js";
import { LaneName } from "./lane-name.js";
import { ShareBar, ShareLegend } from "./share-bar.js";
import { isOver } from "./report-moment.js";
import type { Report, ReportLane } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** Lane by lane: what came, what went, what lies there, and how much of all time it had. */
export function LaneTable({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const before = ({ lane }: ReportLane) =>
    report.compared?.lanes.find((one) => one.lane.id === lane.id);
  const largest = Math.max(...report.lanes.map(({ share }) => share ?? 0));
  return (
    <section className="sheet sheet-pad" aria-labelledby="pelaksana">
      <h2 id="pelaksana" className="section-title">
        {t("throughput.byLane")}
      </h2>
      <FigureTable
        label={t("throughput.byLane")}
        heading={t("throughput.lane")}
        columns={[
          { key: "share", heading: t("throughput.shareOfTime"), kind: "share" },
          { key: "arrived", heading: t("throughput.arrived") },
          { key: "finished", heading: t("throughput.finished") },
          { key: "withdrawn", heading: t("throughput.withdrawn") },
          {
            key: "waiting",
            heading: isOver(report) ? t("throughput.waitingAtEnd") : t("throughput.waitingNow"),
          },
          { key: "onTime", heading: t("throughput.onTime") },
          { key: "rework", heading: t("throughput.reworkRate") },
        ]}
        rows={report.lanes.map((one): FigureRow => ({
          key: one.lane.id,
          name: (
            <>
              <LaneName name={words.lane(one.lane)} />
              {report.bottleneck?.lane.id === one.lane.id && (
                <span className="bottleneck-mark">{t("throughput.bottleneck")}</span>
              )}
            </>
          ),
          cells: [
            <Fragment key="share">
              <ShareBar
                working={one.working}
                share={one.share ?? 0}
                largest={largest}
                words={words}
              />
              <Before was={before(one)?.share} tell={words.part} />
            </Fragment>,
            <LaneCount key="arrived" measure="ARRIVED" value={one.arrived} {...{ one, words }} />,
            <Fragment key="finished">
              <LaneCount measure="FINISHED" value={one.finished} {...{ one, words }} />
              <Before was={before(one)?.finished} tell={words.format.number} />
            </Fragment>,
            <LaneCount
              key="withdrawn"
              measure="WITHDRAWN"
              value={one.withdrawn}
              {...{ one, words }}
            />,
            <Waiting key="waiting" asOf={report.asOf} {...{ one, words }} />,
            <OnTime key="onTime" {...{ one, words }} />,
            <Rework key="rework" {...{ one, words }} />,
          ],
        }))}
      />
      <ShareLegend />
    </section>
  );
}

/** The number of what the report is compared with. */
function Before(props: { was: number | null | undefined; tell: (value: number) => string }) {
  const { t } = useTranslation();
  const { was, tell } = props;
  if (was == null) return null;
  return <div className="under-number">{t("throughput.was", { value: tell(was) })}</div>;
}

interface CellProps {
  readonly one: ReportLane;
  readonly words: ReportWords;
}

function LaneCount(
  props: CellProps & {
    measure: "ARRIVED" | "FINISHED" | "WITHDRAWN" | "WAITING" | "LATE";
    value: number;
  },
) {
  const { t } = useTranslation();
  const { one, words, measure, value } = props;
  return (
    <Count
      figure={{ measure, laneId: one.lane.id }}
      value={value}
      what={t(`throughput.what.${measure}`, { lane: words.lane(one.lane) })}
    />
  );
}

/** What waits, and since when the oldest does: straight to its case. */
function Waiting({ one, words, asOf }: CellProps & { asOf: string }) {
  const { t } = useTranslation();
  const count = <LaneCount measure="WAITING" value={one.waiting} one={one} words={words} />;
  if (one.oldest === null) return count;
  const { since, instance } = one.oldest;
  const age = words.format.relative(since, Date.parse(asOf));
  const text = t("throughput.oldest", { age });
  return (
    <>
      {count}
      <div className="under-number" title={words.format.dateTime(since)}>
        {instance === null ? (
          text
        ) : (
          <Link
            to={`/berkas/${encodeURIComponent(instance.id)}`}
            aria-label={t("throughput.oldestCase", { age, title: instance.title ?? "" })}
          >
            {text}
          </Link>
        )}
      </div>
    </>
  );
}

function OnTime({ one, words }: CellProps) {
  const { t } = useTranslation();
  const late = one.withStandard - one.onTime;
  return (
    <>
      <Measured
        figure={{ measure: "ON_TIME", laneId: one.lane.id }}
        what={t("throughput.what.ON_TIME", { lane: words.lane(one.lane) })}
        of={one.onTime}
      >
        {words.part(rate(one.onTime, one.withStandard))}
      </Measured>
      {late > 0 && (
        <div className="under-number">
          <LaneCount measure="LATE" value={late} one={one} words={words} /> {t("throughput.late")}
        </div>
      )}
    </>
  );
}

function Rework({ one, words }: CellProps) {
  const { t } = useTranslation();
  return (
    <Measured
      figure={{ measure: "REWORK", laneId: one.lane.id }}
      what={t("throughput.what.REWORK", { lane: words.lane(one.lane) })}
      of={one.rework}
    >
      {words.part(rate(one.rework, one.finished))}
    </Measured>
  );
}

import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { rate } from "./change-of.js";
import { Count, Measured } from "./figures.js";
import { ShareBar, ShareLegend } from "./share-bar.js";
import { TableFrame } from "./table-frame.js";
import type { Report, ReportLane } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

/** Lane by lane: what came, what went, what lies there, and how much of all time it had. */
export function LaneTable({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const largest = Math.max(...report.lanes.map(({ share }) => share ?? 0));
  return (
    <section className="sheet sheet-pad" aria-labelledby="pelaksana">
      <h2 id="pelaksana" className="section-title">
        {t("throughput.byLane")}
      </h2>
      <TableFrame label={t("throughput.byLane")}>
        <thead>
          <tr>
            <th scope="col">{t("throughput.lane")}</th>
            <th scope="col" className="share-column">
              {t("throughput.shareOfTime")}
            </th>
            <th scope="col">{t("throughput.arrived")}</th>
            <th scope="col">{t("throughput.finished")}</th>
            <th scope="col">{t("throughput.withdrawn")}</th>
            <th scope="col">{t("throughput.waitingNow")}</th>
            <th scope="col">{t("throughput.onTime")}</th>
            <th scope="col">{t("throughput.reworkRate")}</th>
          </tr>
        </thead>
        <tbody>
          {report.lanes.map((one) => (
            <LaneRow key={one.lane.id} {...{ one, report, words, largest }} />
          ))}
        </tbody>
      </TableFrame>
      <ShareLegend />
    </section>
  );
}

function LaneRow(props: {
  one: ReportLane;
  report: Report;
  words: ReportWords;
  /** The largest share of a lane, 0 to 1: its bar is as long as the column is wide. */
  largest: number;
}) {
  const { t } = useTranslation();
  const { one, report, words, largest } = props;
  const name = words.lane(one.lane);
  const laneId = one.lane.id;
  const what = (measure: string): string => t(`throughput.what.${measure}`, { lane: name });
  const late = one.withStandard - one.onTime;
  return (
    <tr>
      <th scope="row">
        {name}
        {report.bottleneck?.lane.id === laneId && (
          <span className="bottleneck-mark">{t("throughput.bottleneck")}</span>
        )}
      </th>
      <td className="share-column">
        <ShareBar working={one.working} share={one.share ?? 0} largest={largest} words={words} />
      </td>
      <td>
        <Count figure={{ measure: "ARRIVED", laneId }} value={one.arrived} what={what("ARRIVED")} />
      </td>
      <td>
        <Count
          figure={{ measure: "FINISHED", laneId }}
          value={one.finished}
          what={what("FINISHED")}
        />
      </td>
      <td>
        <Count
          figure={{ measure: "WITHDRAWN", laneId }}
          value={one.withdrawn}
          what={what("WITHDRAWN")}
        />
      </td>
      <td>
        <Count figure={{ measure: "WAITING", laneId }} value={one.waiting} what={what("WAITING")} />
        <Oldest oldest={one.oldest} asOf={report.asOf} words={words} />
      </td>
      <td>
        <Measured figure={{ measure: "ON_TIME", laneId }} what={what("ON_TIME")} of={one.onTime}>
          {words.part(rate(one.onTime, one.withStandard))}
        </Measured>
        {late > 0 && (
          <div className="under-number">
            <Count figure={{ measure: "LATE", laneId }} value={late} what={what("LATE")} />{" "}
            {t("throughput.late")}
          </div>
        )}
      </td>
      <td>
        <Measured figure={{ measure: "REWORK", laneId }} what={what("REWORK")} of={one.rework}>
          {words.part(rate(one.rework, one.finished))}
        </Measured>
      </td>
    </tr>
  );
}

/** Since when the oldest waits: straight to its case. */
function Oldest(props: { oldest: ReportLane["oldest"]; asOf: string; words: ReportWords }) {
  const { t } = useTranslation();
  const { oldest, asOf, words } = props;
  if (oldest === null) return null;
  const { since, instance } = oldest;
  const age = words.format.relative(since, Date.parse(asOf));
  const text = t("throughput.oldest", { age });
  return (
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
  );
}

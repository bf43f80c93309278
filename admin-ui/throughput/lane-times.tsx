import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Measured } from "./figures.js";
import { LaneName } from "./lane-name.js";
import { TableFrame } from "./table-frame.js";
import type { Durations, Report, ReportLane } from "./throughput-operations.js";
import type { ReportWords } from "./use-words.js";

const kinds = [
  { name: "queue", of: (lane: ReportLane) => lane.queueTimes, measure: "FINISHED" },
  { name: "work", of: (lane: ReportLane) => lane.workTimes, measure: "FINISHED" },
  { name: "rework", of: (lane: ReportLane) => lane.reworkTimes, measure: "REWORK" },
  { name: "waiting", of: (lane: ReportLane) => lane.waitingTimes, measure: "FINISHED" },
] as const;
const percentiles = ["p50", "p90", "p95"] as const;
const states = ["queue", "work", "rework", "requester", "childSop", "held", "total"] as const;
const views = ["tasks", "shares"] as const;

/** How long a lane's tasks took; or where the time of all cases went. */
export function LaneTimes({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("tasks");
  return (
    <section className="sheet sheet-pad" aria-labelledby="lama">
      <div className="section-head">
        <h2 id="lama" className="section-title">
          {t("throughput.times")}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t("throughput.times")}
          value={view}
          onChange={(next) => setView(views.find((one) => one === next) ?? "tasks")}
          data={views.map((value) => ({ value, label: t(`throughput.timeViews.${value}`) }))}
        />
      </div>
      <p className="quiet section-hint">{t(`throughput.timeHints.${view}`)}</p>
      {view === "tasks" ? (
        <TaskTimes report={report} words={words} />
      ) : (
        <TimeByState report={report} words={words} />
      )}
    </section>
  );
}

function TaskTimes({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  return (
    <TableFrame label={t("throughput.times")}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("throughput.lane")}
          </th>
          {kinds.map(({ name }) => (
            <th key={name} scope="colgroup" colSpan={3} className="first-of-group">
              {t(`throughput.timeKinds.${name}`)}
            </th>
          ))}
        </tr>
        <tr>
          {kinds.map(({ name }) =>
            percentiles.map((percentile) => (
              <th
                key={`${name} ${percentile}`}
                scope="col"
                className={percentile === "p50" ? "first-of-group" : undefined}
              >
                <abbr title={t(`throughput.percentiles.${percentile}`)}>{percentile}</abbr>
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {report.lanes.map((lane) => (
          <tr key={lane.lane.id}>
            <th scope="row">
              <LaneName name={words.lane(lane.lane)} />
            </th>
            {kinds.map(({ name, of, measure }) => {
              const times: Durations = of(lane);
              return percentiles.map((percentile) => (
                <td
                  key={`${name} ${percentile}`}
                  className={percentile === "p50" ? "first-of-group" : undefined}
                >
                  <Measured
                    figure={{ measure, laneId: lane.lane.id }}
                    what={t(`throughput.what.${measure}`, { lane: words.lane(lane.lane) })}
                    of={times.count}
                  >
                    {words.time(times[percentile])}
                  </Measured>
                </td>
              ));
            })}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function TimeByState({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  return (
    <TableFrame label={t("throughput.times")}>
      <thead>
        <tr>
          <th scope="col">{t("throughput.lane")}</th>
          {states.map((state) => (
            <th key={state} scope="col">
              {t(`throughput.states.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.lanes.map(({ lane, working }) => (
          <tr key={lane.id}>
            <th scope="row">
              <LaneName name={words.lane(lane)} />
            </th>
            {states.map((state) => (
              <td key={state}>{working[state] === 0 ? "–" : words.time(working[state])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

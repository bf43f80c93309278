import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { Measured } from "../figures.js";
import { largestLanes } from "../largest-lanes.js";
import type { CourseStep, Report } from "../throughput-operations.js";
import type { ReportWords } from "../use-words.js";
import { axisUnit } from "../working-length.js";
import { ChartFrame } from "./chart-frame.js";
import { ChartLegend } from "./chart-legend.js";
import {
  axisStyle,
  chartColours,
  chartHeight,
  chartMargin,
  colourOf,
  dashOf,
  gridStyle,
  standardDash,
} from "./chart-style.js";
import { ChartTip } from "./chart-tip.js";

interface TrendProps {
  readonly report: Report;
  readonly words: ReportWords;
  readonly choice: ReactNode;
}

interface Trace {
  readonly name: string;
  readonly colour: number;
  /** ms of working time; null where there is none. */
  readonly of: (step: CourseStep) => number | null;
}

const views = ["leadTimes", "lanes"] as const;

/** Whether it becomes faster or slower: lead times, or what each lane's part of the time is. */
export function TrendChart({ report, words }: Omit<TrendProps, "choice">) {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("leadTimes");
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t("throughput.trend.title")}
      value={view}
      onChange={(next) => setView(views.find((one) => one === next) ?? "leadTimes")}
      data={views.map((value) => ({ value, label: t(`throughput.trend.views.${value}`) }))}
    />
  );
  return view === "leadTimes" ? (
    <LeadTimes report={report} words={words} choice={choice} />
  ) : (
    <LaneTimeTrend report={report} words={words} choice={choice} />
  );
}

function LeadTimes({ report, words, choice }: TrendProps) {
  const { t } = useTranslation();
  const { course, cases } = report;
  const traces: readonly Trace[] = [
    { name: t("throughput.percentiles.p50"), colour: 0, of: ({ leadTimes }) => leadTimes.p50 },
    { name: t("throughput.percentiles.p90"), colour: 1, of: ({ leadTimes }) => leadTimes.p90 },
  ];
  const measured = course.filter(({ leadTimes }) => leadTimes.p50 !== null);
  return (
    <ChartFrame
      id="tren"
      title={t("throughput.trend.title")}
      hint={t("throughput.trend.hint")}
      summary={t("throughput.trend.summary", {
        first: words.workingTime(measured[0]?.leadTimes.p50),
        last: words.workingTime(measured.at(-1)?.leadTimes.p50),
        period: words.stepInFull(report),
      })}
      choice={choice}
      legend={
        <ChartLegend
          entries={[
            ...traces,
            ...(cases.standard === null
              ? []
              : [{ name: t("throughput.standard"), colour: null } as const]),
          ]}
          isOfLines
        />
      }
      renderTable={() => (
        <>
          <thead>
            <tr>
              <th scope="col">{t("throughput.time")}</th>
              <th scope="col">{t("throughput.completed")}</th>
              {(["p50", "p90", "p95"] as const).map((percentile) => (
                <th key={percentile} scope="col">
                  <abbr title={t(`throughput.percentiles.${percentile}`)}>{percentile}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {course.map(({ from, to, leadTimes }) => (
              <tr key={from}>
                <th scope="row">{words.stepInFull({ from, to })}</th>
                <td>{words.format.number(leadTimes.count)}</td>
                {(["p50", "p90", "p95"] as const).map((percentile) => (
                  <td key={percentile}>
                    <Measured
                      figure={{ measure: "CASES_COMPLETED", period: { from, to } }}
                      what={t("throughput.inTime", {
                        what: t("throughput.whatCases.CASES_COMPLETED"),
                        time: words.stepInFull({ from, to }),
                      })}
                      of={leadTimes.count}
                    >
                      {words.time(leadTimes[percentile])}
                    </Measured>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </>
      )}
    >
      {measured.length === 0 ? (
        <p className="chart-empty">{t("throughput.histogram.none")}</p>
      ) : (
        <Traces report={report} traces={traces} standard={cases.standard} words={words} />
      )}
    </ChartFrame>
  );
}

function LaneTimeTrend({ report, words, choice }: TrendProps) {
  const { t } = useTranslation();
  const { course } = report;
  const workingOf = ({ lanes }: CourseStep, id: string): number =>
    lanes.find(({ laneId }) => laneId === id)?.working ?? 0;
  const { shown, rest } = largestLanes(
    report.lanes,
    ({ working }) => working.total,
    chartColours.length,
  );
  const traces: readonly Trace[] = [
    ...shown.map(({ lane }, colour) => ({
      name: words.lane(lane),
      colour,
      of: (step: CourseStep) => workingOf(step, lane.id),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: t("throughput.others"),
            colour: shown.length,
            of: (step: CourseStep) =>
              rest.reduce((sum, { lane }) => sum + workingOf(step, lane.id), 0),
          },
        ]),
  ];
  return (
    <ChartFrame
      id="tren"
      title={t("throughput.trend.title")}
      hint={t("throughput.trend.hintLanes")}
      summary={t("throughput.trend.summaryLanes", {
        period: words.stepInFull(report),
        lanes: report.lanes
          .map(({ lane, working }) => `${words.lane(lane)} ${words.workingTime(working.total)}`)
          .join(", "),
      })}
      choice={choice}
      legend={<ChartLegend entries={traces} isOfLines />}
      renderTable={() => (
        <>
          <thead>
            <tr>
              <th scope="col">{t("throughput.time")}</th>
              {report.lanes.map(({ lane }) => (
                <th key={lane.id} scope="col">
                  {words.lane(lane)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {course.map((step) => (
              <tr key={step.from}>
                <th scope="row">{words.stepInFull(step)}</th>
                {report.lanes.map(({ lane }) => (
                  <td key={lane.id}>{words.time(workingOf(step, lane.id))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </>
      )}
    >
      <Traces report={report} traces={traces} standard={null} words={words} />
    </ChartFrame>
  );
}

function Traces(props: {
  report: Report;
  traces: readonly Trace[];
  standard: number | null;
  words: ReportWords;
}) {
  const { t } = useTranslation();
  const { report, traces, standard, words } = props;
  const { course, minutesPerWorkingDay } = report;
  const largest = Math.max(
    standard ?? 0,
    ...course.flatMap((step) => traces.map(({ of }) => of(step) ?? 0)),
  );
  const unit = axisUnit(largest, minutesPerWorkingDay);
  const label = (index: number): string => {
    const step = course[index];
    return step === undefined ? "" : words.step(step);
  };
  const data = course.map((step, index) => ({
    index,
    ...Object.fromEntries(
      traces.map(({ name, of }) => {
        const value = of(step);
        return [name, value === null ? null : value / unit.size];
      }),
    ),
  }));
  return (
    <>
      <div className="chart-unit" aria-hidden="true">
        {t(`throughput.units.${unit.name}`)}
      </div>
      <ResponsiveContainer width="100%" height={chartHeight}>
        <LineChart data={data} margin={{ ...chartMargin, top: 8 }} accessibilityLayer={false}>
          <CartesianGrid {...gridStyle} />
          <XAxis dataKey="index" {...axisStyle} minTickGap={18} tickFormatter={label} />
          <YAxis
            {...axisStyle}
            axisLine={false}
            width={44}
            domain={[0, "auto"]}
            tickFormatter={(value: number) => words.format.number(value)}
          />
          <Tooltip
            content={
              <ChartTip
                heading={(index) => words.stepInFull(course[index] ?? { from: "", to: "" })}
                tell={(value) => words.workingTime(value * unit.size)}
              />
            }
            isAnimationActive={false}
          />
          {standard !== null && (
            <ReferenceLine
              y={standard / unit.size}
              stroke="var(--ink)"
              strokeWidth={2}
              strokeDasharray={standardDash}
              ifOverflow="extendDomain"
            />
          )}
          {traces.map(({ name, colour }) => (
            <Line
              key={name}
              type="linear"
              dataKey={name}
              stroke={colourOf(colour)}
              strokeWidth={2.5}
              strokeDasharray={dashOf(colour)}
              dot={course.length <= 31 ? { r: 3, strokeDasharray: "" } : false}
              connectNulls
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </>
  );
}

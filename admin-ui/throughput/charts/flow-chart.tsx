import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { cumulativeFlow } from "../cumulative-flow.js";
import { Count } from "../figures.js";
import { largestLanes } from "../largest-lanes.js";
import type { CourseStep, Report } from "../throughput-operations.js";
import type { ReportWords } from "../use-words.js";
import { ChartFrame } from "./chart-frame.js";
import { ChartLegend } from "./chart-legend.js";
import {
  axisStyle,
  chartColours,
  chartHeight,
  chartMargin,
  colourOf,
  gridStyle,
} from "./chart-style.js";
import { ChartTip } from "./chart-tip.js";

interface FlowProps {
  readonly report: Report;
  readonly words: ReportWords;
}

interface Band {
  readonly name: string;
  readonly colour: number;
  readonly of: (index: number) => number;
}

const views = ["cases", "lanes"] as const;

/** How work piles up: cases begun against cases ended, or what waits at each lane. */
export function FlowChart(props: FlowProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<(typeof views)[number]>("cases");
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t("throughput.flow.title")}
      value={view}
      onChange={(next) => setView(views.find((one) => one === next) ?? "cases")}
      data={views.map((value) => ({ value, label: t(`throughput.flow.views.${value}`) }))}
    />
  );
  return view === "cases" ? (
    <CaseFlow {...props} choice={choice} />
  ) : (
    <WaitingByLane {...props} choice={choice} />
  );
}

function CaseFlow({ report, words, choice }: FlowProps & { choice: ReactNode }) {
  const { t } = useTranslation();
  const { course, cases } = report;
  const flow = cumulativeFlow(course);
  const bands: readonly Band[] = [
    { name: t("throughput.completed"), colour: 2, of: (at) => flow[at]?.completed ?? 0 },
    { name: t("throughput.cancelled"), colour: 5, of: (at) => flow[at]?.cancelled ?? 0 },
    { name: t("throughput.running"), colour: 0, of: (at) => flow[at]?.running ?? 0 },
  ];
  const number = words.format.number;
  return (
    <ChartFrame
      id="arus"
      title={t("throughput.flow.title")}
      hint={t("throughput.flow.hint")}
      summary={t("throughput.flow.summary", {
        period: words.stepInFull(report),
        started: number(cases.started),
        completed: number(cases.completed),
        running: number(cases.running),
      })}
      choice={choice}
      legend={<ChartLegend entries={bands} />}
      renderTable={() => (
        <>
          <thead>
            <tr>
              <th scope="col">{t("throughput.time")}</th>
              <th scope="col">{t("throughput.started")}</th>
              <th scope="col">{t("throughput.completed")}</th>
              <th scope="col">{t("throughput.cancelled")}</th>
              <th scope="col">{t("throughput.running")}</th>
              <th scope="col">{t("throughput.flow.completedSoFar")}</th>
            </tr>
          </thead>
          <tbody>
            {flow.map(({ step, completed }) => (
              <FlowRow key={step.from} step={step} completed={completed} words={words} />
            ))}
          </tbody>
        </>
      )}
    >
      <StackedAreas unit="cases" course={course} bands={bands} words={words} />
    </ChartFrame>
  );
}

function FlowRow(props: { step: CourseStep; completed: number; words: ReportWords }) {
  const { t } = useTranslation();
  const { step, completed, words } = props;
  const { from, to } = step;
  const period = { from, to };
  const time = words.stepInFull(step);
  const of = (measure: string): string =>
    t("throughput.inTime", { what: t(`throughput.whatCases.${measure}`), time });
  return (
    <tr>
      <th scope="row">{time}</th>
      <td>
        <Count
          figure={{ measure: "CASES_STARTED", period }}
          value={step.started}
          what={of("CASES_STARTED")}
        />
      </td>
      <td>
        <Count
          figure={{ measure: "CASES_COMPLETED", period }}
          value={step.completed}
          what={of("CASES_COMPLETED")}
        />
      </td>
      <td>
        <Count
          figure={{ measure: "CASES_CANCELLED", period }}
          value={step.cancelled}
          what={of("CASES_CANCELLED")}
        />
      </td>
      <td>
        <Count
          figure={{ measure: "CASES_RUNNING", period }}
          value={step.running}
          what={of("CASES_RUNNING")}
        />
      </td>
      <td>{words.format.number(completed)}</td>
    </tr>
  );
}

function WaitingByLane({ report, words, choice }: FlowProps & { choice: ReactNode }) {
  const { t } = useTranslation();
  const { course } = report;
  const waitingOf = (at: number, laneId: string): number =>
    course[at]?.lanes.find((one) => one.laneId === laneId)?.waiting ?? 0;
  const total = (laneId: string): number =>
    course.reduce((sum, _, at) => sum + waitingOf(at, laneId), 0);
  const { shown, rest } = largestLanes(
    report.lanes.map(({ lane }) => lane),
    ({ id }) => total(id),
    chartColours.length,
  );
  const bands: readonly Band[] = [
    ...shown.map((lane, index) => ({
      name: words.lane(lane),
      colour: index,
      of: (at: number) => waitingOf(at, lane.id),
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: t("throughput.others"),
            colour: shown.length,
            of: (at: number) => rest.reduce((sum, { id }) => sum + waitingOf(at, id), 0),
          },
        ]),
  ];
  const last = course.length - 1;
  return (
    <ChartFrame
      id="arus"
      title={t("throughput.flow.title")}
      hint={t("throughput.flow.hintLanes")}
      summary={t("throughput.flow.summaryLanes", {
        period: words.stepInFull(report),
        lanes: bands.map((band) => `${band.name} ${words.format.number(band.of(last))}`).join(", "),
      })}
      choice={choice}
      legend={<ChartLegend entries={bands} />}
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
            {course.map(({ from, to, lanes }) => (
              <tr key={from}>
                <th scope="row">{words.stepInFull({ from, to })}</th>
                {report.lanes.map(({ lane }) => (
                  <td key={lane.id}>
                    <Count
                      figure={{ measure: "WAITING", laneId: lane.id, period: { from, to } }}
                      value={lanes.find(({ laneId }) => laneId === lane.id)?.waiting ?? 0}
                      what={t("throughput.inTime", {
                        what: t("throughput.what.WAITING", { lane: words.lane(lane) }),
                        time: words.stepInFull({ from, to }),
                      })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </>
      )}
    >
      <StackedAreas unit="tasks" course={course} bands={bands} words={words} />
    </ChartFrame>
  );
}

function StackedAreas(props: {
  unit: "cases" | "tasks";
  course: readonly CourseStep[];
  bands: readonly Band[];
  words: ReportWords;
}) {
  const { t } = useTranslation();
  const { unit, course, bands, words } = props;
  const label = (index: number): string => {
    const step = course[index];
    return step === undefined ? "" : words.step(step);
  };
  const data = course.map((_, index) => ({
    index,
    ...Object.fromEntries(bands.map((band) => [band.name, band.of(index)])),
  }));
  return (
    <>
      <div className="chart-unit" aria-hidden="true">
        {t(`throughput.units.${unit}`)}
      </div>
      <ResponsiveContainer width="100%" height={chartHeight}>
        <AreaChart data={data} margin={chartMargin} accessibilityLayer={false}>
          <CartesianGrid {...gridStyle} />
          <XAxis dataKey="index" {...axisStyle} minTickGap={18} tickFormatter={label} />
          <YAxis
            {...axisStyle}
            axisLine={false}
            width={44}
            allowDecimals={false}
            tickFormatter={(value: number) => words.format.number(value)}
          />
          <Tooltip
            content={
              <ChartTip
                heading={(index) => words.stepInFull(course[index] ?? { from: "", to: "" })}
                tell={words.format.number}
              />
            }
            isAnimationActive={false}
          />
          {bands.map(({ name, colour }) => (
            <Area
              key={name}
              type="linear"
              dataKey={name}
              stackId="all"
              stroke={colourOf(colour)}
              strokeWidth={2}
              fill={colourOf(colour)}
              fillOpacity={0.55}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </>
  );
}

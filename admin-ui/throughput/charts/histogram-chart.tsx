import { useContext } from "react";
import { useTranslation } from "react-i18next";
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { Count, FiguresContext } from "../figures.js";
import type { Report } from "../throughput-operations.js";
import type { ReportWords } from "../use-words.js";
import { ChartFrame } from "./chart-frame.js";
import { ChartLegend } from "./chart-legend.js";
import {
  axisStyle,
  chartHeight,
  chartMargin,
  colourOf,
  gridStyle,
  standardDash,
} from "./chart-style.js";
import { ChartTip } from "./chart-tip.js";

/** How long the completed cases took, and where the standard lies. */
export function HistogramChart({ report, words }: { report: Report; words: ReportWords }) {
  const { t } = useTranslation();
  const { open } = useContext(FiguresContext);
  const { histogram, standard, leadTimes } = report.cases;
  const rangeOf = (bar: { readonly from: number; readonly to: number }): string =>
    bar.to <= 0
      ? t("throughput.histogram.noTime")
      : t("throughput.histogram.range", { from: words.time(bar.from), to: words.time(bar.to) });
  /** Whether a bar, which begins behind `from`, is over the standard as a whole. */
  const isOver = (from: number): boolean => standard !== null && from >= standard;
  const within = t("throughput.histogram.within");
  const over = t("throughput.histogram.over");
  const data = histogram.map((bar, index) => ({
    index,
    [within]: isOver(bar.from) ? null : bar.count,
    [over]: isOver(bar.from) ? bar.count : null,
  }));
  const beginningOf = (index: number): string =>
    words.time(Math.max(0, histogram[index]?.from ?? 0));
  const marked = histogram.findIndex(
    ({ from, to }) => standard !== null && from < standard && standard <= to,
  );
  const press = (index: number): void => {
    const bar = histogram[index];
    if (bar === undefined || bar.count === 0) return;
    const what = whatOf(bar);
    open({ figure: { measure: "CASES_COMPLETED", bar: bar.index }, value: bar.count, what });
  };
  const whatOf = (bar: { readonly from: number; readonly to: number }): string =>
    t("throughput.inTime", {
      what: t("throughput.whatCases.CASES_COMPLETED"),
      time: rangeOf(bar),
    });
  return (
    <ChartFrame
      id="sebaran"
      title={t("throughput.histogram.title")}
      hint={
        standard === null
          ? t("throughput.histogram.hint")
          : t("throughput.histogram.hintStandard", { standard: words.workingTime(standard) })
      }
      summary={t("throughput.histogram.summary", {
        count: leadTimes.count,
        p50: words.workingTime(leadTimes.p50),
        p90: words.workingTime(leadTimes.p90),
      })}
      legend={
        standard !== null && (
          <ChartLegend
            entries={[
              { name: within, colour: 0 },
              { name: over, colour: 1 },
            ]}
          />
        )
      }
      renderTable={() => (
        <>
          <thead>
            <tr>
              <th scope="col">{t("throughput.leadTime")}</th>
              <th scope="col">{t("throughput.completed")}</th>
            </tr>
          </thead>
          <tbody>
            {histogram.map((bar) => (
              <tr key={bar.index}>
                <th scope="row">
                  {rangeOf(bar)}
                  {isOver(bar.from) && <span className="quiet"> {over}</span>}
                </th>
                <td>
                  <Count
                    figure={{ measure: "CASES_COMPLETED", bar: bar.index }}
                    value={bar.count}
                    what={whatOf(bar)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    >
      {histogram.length === 0 ? (
        <p className="chart-empty">{t("throughput.histogram.none")}</p>
      ) : (
        <>
          <div className="chart-unit" aria-hidden="true">
            {t("throughput.units.cases")}
          </div>
          <ResponsiveContainer width="100%" height={chartHeight}>
            <BarChart
              data={data}
              margin={{ ...chartMargin, top: 24 }}
              barCategoryGap="8%"
              accessibilityLayer={false}
            >
              <CartesianGrid {...gridStyle} />
              <XAxis
                dataKey="index"
                {...axisStyle}
                tick={<BarStart bars={histogram.length} />}
                minTickGap={14}
                tickFormatter={beginningOf}
              />
              <YAxis
                {...axisStyle}
                axisLine={false}
                width={44}
                allowDecimals={false}
                tickFormatter={(value: number) => words.format.number(value)}
              />
              <Tooltip
                cursor={{ fill: "var(--ink-wash)" }}
                content={
                  <ChartTip
                    heading={(index) => rangeOf(histogram[index] ?? { from: 0, to: 0 })}
                    tell={words.format.number}
                  />
                }
                isAnimationActive={false}
              />
              {[within, over].map((name, colour) => (
                <Bar
                  key={name}
                  dataKey={name}
                  stackId="all"
                  fill={colourOf(colour)}
                  className="chart-press"
                  isAnimationActive={false}
                  onClick={(_, index) => press(index)}
                />
              ))}
              {marked >= 0 && (
                <ReferenceLine
                  x={marked}
                  stroke="var(--ink)"
                  strokeWidth={2}
                  strokeDasharray={standardDash}
                  label={{
                    value: t("throughput.standard"),
                    position: "top",
                    fill: "var(--ink)",
                    fontSize: 12,
                  }}
                />
              )}
            </BarChart>
          </ResponsiveContainer>
        </>
      )}
    </ChartFrame>
  );
}

/** What a bar begins with stands where it begins, for below its middle it would be read as that. */
function BarStart(props: {
  bars: number;
  // Recharts gives the others.
  x?: number;
  y?: number;
  width?: number;
  index?: number;
  payload?: { value: number };
  tickFormatter?: (value: number, index: number) => string;
}) {
  const { bars, x = 0, y = 0, width = 0, index = 0, payload, tickFormatter } = props;
  if (payload === undefined) return null;
  return (
    <text
      x={x - width / bars / 2}
      y={y}
      dy="0.71em"
      textAnchor="middle"
      fill={axisStyle.tick.fill}
      fontSize={axisStyle.tick.fontSize}
    >
      {tickFormatter?.(payload.value, index)}
    </text>
  );
}

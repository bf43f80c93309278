import type { Report } from "../throughput-operations.js";
import type { ReportWords } from "../use-words.js";
import { FlowChart } from "./flow-chart.js";
import { HistogramChart } from "./histogram-chart.js";
import { TrendChart } from "./trend-chart.js";

/** All that the chart library draws: one piece, loaded once the numbers are there. */
export default function ReportCharts(props: { report: Report; words: ReportWords }) {
  return (
    <div className="charts">
      <FlowChart {...props} />
      <HistogramChart {...props} />
      <TrendChart {...props} />
    </div>
  );
}

import { colourOf, dashOf } from "./chart-style.js";

export interface LegendEntry {
  readonly name: string;
  /** Of `chartColours`. */
  readonly colour: number;
}

/** What the colours of a drawing mean; lines with their dashes. */
export function ChartLegend(props: { entries: readonly LegendEntry[]; isOfLines?: boolean }) {
  return (
    <ul className="chart-legend">
      {props.entries.map(({ name, colour }) => (
        <li key={name}>
          <svg width="24" height="12" aria-hidden="true">
            {props.isOfLines === true ? (
              <line
                x1="0"
                x2="24"
                y1="6"
                y2="6"
                style={{ stroke: colourOf(colour) }}
                strokeWidth="3"
                strokeDasharray={dashOf(colour)}
              />
            ) : (
              <rect width="24" height="12" style={{ fill: colourOf(colour) }} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

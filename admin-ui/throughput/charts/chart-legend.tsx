import { colourOf, dashOf, standardDash } from "./chart-style.js";

export interface LegendEntry {
  readonly name: string;
  /** Of `chartColours`; null: the mark of the standard time. */
  readonly colour: number | null;
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
                style={{ stroke: colour === null ? "var(--ink)" : colourOf(colour) }}
                strokeWidth={colour === null ? 2 : 3}
                strokeDasharray={colour === null ? standardDash : dashOf(colour)}
              />
            ) : (
              <rect width="24" height="12" style={{ fill: colourOf(colour ?? 0) }} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

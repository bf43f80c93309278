import type { ThroughputLane } from "../lane-types.js";
import type { DurationFigures, TimeFigures } from "../time-figures.js";
import type { DurationGroup, ExportWords, PlainColumn, TimePart } from "./export-words.js";
import type { Cell, CellKind, TableColumn } from "./report-table.js";

/** A column, and what a row has in it. */
export interface Field<Row> extends TableColumn {
  readonly value: (row: Row) => Cell;
}

export const nameOfLane = ({ name, isRequesters }: ThroughputLane, words: ExportWords): string =>
  name === "" && isRequesters ? words.requesters : name;

/** A share of a count; `null` of none. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

interface OnTimeFigures {
  readonly withStandard: number;
  readonly onTime: number;
}

/** Makes the columns of tables, with their headings. */
export class Fields {
  constructor(readonly words: ExportWords) {}

  plain<Row>(key: PlainColumn, kind: CellKind, value: (row: Row) => Cell): Field<Row> {
    return { key, kind, value, heading: this.words.columns[key] };
  }

  lane<Row>(key: PlainColumn, lane: (row: Row) => ThroughputLane): Field<Row> {
    return this.plain(key, "TEXT", (row) => nameOfLane(lane(row), this.words));
  }

  /** In working time. */
  duration<Row>(key: PlainColumn, value: (row: Row) => Cell): Field<Row> {
    const heading = `${this.words.columns[key]} (${this.words.workingMinutes})`;
    return { key, kind: "DURATION", value, heading };
  }

  onTime<Row extends OnTimeFigures>(): Field<Row>[] {
    return [
      this.plain("withStandard", "COUNT", ({ withStandard }) => withStandard),
      this.plain("onTime", "COUNT", ({ onTime }) => onTime),
      this.plain("onTimeShare", "SHARE", (row) => shareOf(row.onTime, row.withStandard)),
    ];
  }

  durations<Row>(group: DurationGroup, of: (row: Row) => DurationFigures | null): Field<Row>[] {
    const { durations, figures, workingMinutes, clockMinutes } = this.words;
    const unit = group === "clockLeadTimes" ? clockMinutes : workingMinutes;
    const field = (figure: keyof DurationFigures, kind: CellKind): Field<Row> => ({
      key: `${group}.${figure}`,
      kind,
      heading: `${durations[group]}, ${figures[figure]}${kind === "COUNT" ? "" : ` (${unit})`}`,
      value: (row) => of(row)?.[figure] ?? null,
    });
    const parts = (["mean", "p50", "p90", "p95"] as const).map((figure) =>
      field(figure, "DURATION"),
    );
    return [field("count", "COUNT"), ...parts];
  }

  times<Row>(kind: "working" | "clock", of: (row: Row) => TimeFigures): Field<Row>[] {
    const unit = kind === "working" ? this.words.workingMinutes : this.words.clockMinutes;
    const parts = Object.entries(this.words.times) as [TimePart, string][];
    return parts.map(([part, name]) => ({
      key: `${kind}.${part}`,
      kind: "DURATION",
      heading: `${name} (${unit})`,
      value: (row) => of(row)[part],
    }));
  }
}

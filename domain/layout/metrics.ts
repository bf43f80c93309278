import type { StandardTime, TimeUnit } from "../sop/graph.js";
import { type FontFace, textWidth } from "./text-width.js";

export type TextStyle = "cell" | "header" | "label";

/** Everything that the geometry depends on besides the graph. All lengths in px at zoom 1. */
export interface Metrics {
  /** Width of one line of text, in px. */
  textWidth(text: string, style: TextStyle): number;
  /** How a standard time is printed. */
  timeText(time: StandardTime): string;
  readonly lineHeight: { readonly cell: number; readonly header: number; readonly label: number };
  /** Between a cell's border and its text. */
  readonly cellPadding: number;
  readonly titles: {
    readonly number: string;
    readonly activity: string;
    readonly lanes: string;
    readonly standard: string;
    readonly requirements: string;
    readonly time: string;
    readonly output: string;
    readonly remarks: string;
  };
  readonly columns: {
    readonly number: number;
    readonly activity: number;
    /** The width of a lane with little in it; lines and labels may widen it. */
    readonly lane: number;
    readonly requirements: number;
    readonly time: number;
    readonly output: number;
    readonly remarks: number;
  };
  /** How far the columns are narrowed for a form that would be wider than its page. */
  readonly leastColumns: Metrics["columns"];
  readonly symbol: {
    readonly width: number;
    /** The most that a part's label may widen a box to. */
    readonly maxWidth: number;
    readonly height: number;
    readonly diamondHeight: number;
    /** Height of an unnumbered start or end. */
    readonly compactHeight: number;
    readonly barHeight: number;
  };
  readonly track: {
    /** Between two parallel lines. */
    readonly spacing: number;
    /** Least room above a symbol: an arrow head and air. */
    readonly above: number;
    /** Least room below a symbol. */
    readonly below: number;
    /** The most that an outcome's label may take before it breaks. */
    readonly labelWidth: number;
  };
  /** The printable area of a page. */
  readonly page: { readonly width: number; readonly height: number };
}

/** The face and the size in px of each style of text on the form. */
export const textStyles: Record<TextStyle, { readonly face: FontFace; readonly size: number }> = {
  cell: { face: "regular", size: 12 },
  header: { face: "bold", size: 12 },
  label: { face: "regular", size: 11 },
};

const unitNames: Record<TimeUnit, string> = {
  MINUTE: "menit",
  HOUR: "jam",
  WORKING_DAY: "hari",
  CALENDAR_DAY: "hari kalender",
};

/** "2.400 menit", "1,5 jam": numbers the Indonesian way, without the platform's locale data. */
export function indonesianTimeText(time: StandardTime): string {
  const [whole = "0", fraction] = String(time.value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${grouped}${fraction === undefined ? "" : `,${fraction}`} ${unitNames[time.unit]}`;
}

/** Sized for A4 landscape at 96 px an inch with 1 cm of margin. */
export const defaultMetrics: Metrics = {
  textWidth: (text, style) => {
    const { face, size } = textStyles[style];
    return textWidth(text, face) * size;
  },
  timeText: indonesianTimeText,
  lineHeight: { cell: 16, header: 16, label: 12 },
  cellPadding: 6,
  titles: {
    number: "No",
    activity: "Kegiatan",
    lanes: "Pelaksana",
    standard: "Mutu Baku",
    requirements: "Kelengkapan",
    time: "Waktu",
    output: "Output",
    remarks: "Keterangan",
  },
  columns: {
    number: 34,
    activity: 200,
    lane: 88,
    requirements: 124,
    time: 88,
    output: 124,
    remarks: 100,
  },
  leastColumns: {
    number: 28,
    activity: 150,
    lane: 70,
    requirements: 86,
    time: 56,
    output: 86,
    remarks: 70,
  },
  symbol: {
    width: 52,
    maxWidth: 84,
    height: 28,
    diamondHeight: 36,
    compactHeight: 20,
    barHeight: 5,
  },
  track: { spacing: 9, above: 13, below: 8, labelWidth: 56 },
  page: { width: 1047, height: 718 },
};

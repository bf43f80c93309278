import type { StandardTime, TimeUnit } from "../sop/graph.js";

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
    /** The least width of a lane; lines and labels may widen it. */
    readonly lane: number;
    readonly requirements: number;
    readonly time: number;
    readonly output: number;
    readonly remarks: number;
  };
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

// Advance widths of ASCII 32–126 in a Helvetica-like face, in thousandths of the font size.
const advance = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

// Screens without the wanted face fall back to a wider one (DejaVu Sans): better too much room.
const fontScale: Record<TextStyle, number> = {
  cell: 0.012 * 1.1,
  header: 0.012 * 1.17,
  label: 0.011 * 1.1,
};

const isZeroWidth = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  (code >= 0xfe00 && code <= 0xfe0f);

/** Approximate width in px of `text` in a 12 px sans serif (labels 11 px, headers bold). */
export function approximateTextWidth(text: string, style: TextStyle): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 127) sum += advance[code - 32] ?? 0;
    else if (code < 0x250) sum += 580;
    else if (isZeroWidth(code)) continue;
    else if (code >= 0xd800 && code <= 0xdfff) sum += 600;
    else sum += code >= 0x2e80 ? 1000 : 650;
  }
  return sum * fontScale[style];
}

const unitNames: Record<TimeUnit, string> = {
  MINUTE: "menit",
  HOUR: "jam",
  WORKING_DAY: "hari kerja",
  CALENDAR_DAY: "hari",
};

/** "2.400 menit", "1,5 jam": numbers the Indonesian way, without the platform's locale data. */
export function indonesianTimeText(time: StandardTime): string {
  const [whole = "0", fraction] = String(time.value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${grouped}${fraction === undefined ? "" : `,${fraction}`} ${unitNames[time.unit]}`;
}

/** Sized for A4 landscape at 96 px an inch with 1 cm of margin. */
export const defaultMetrics: Metrics = {
  textWidth: approximateTextWidth,
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

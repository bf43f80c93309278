/** Okabe and Ito's palette as `colours.css` has it, by day and by night. */
export const chartColours = [1, 2, 3, 4, 5, 6].map((number) => `var(--chart-${number})`);

export const colourOf = (index: number): string =>
  chartColours[index % chartColours.length] ?? "var(--ink)";

/** Lines are told apart by their dashes too. */
const dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 4"];
export const dashOf = (index: number): string => dashes[index % dashes.length] ?? "";

export const standardDash = "5 3";

/** px */
export const chartHeight = 260;

export const axisStyle = {
  stroke: "var(--hair-strong)",
  tick: { fill: "var(--ink-soft)", fontSize: 12 },
  tickLine: false,
} as const;

export const gridStyle = { stroke: "var(--hair)", vertical: false } as const;

export const chartMargin = { top: 12, right: 12, bottom: 4, left: 0 };

import type { FormLayout, FormSymbol, SymbolShape } from "../../../domain/index.js";

/** Outlines in one stroke each, for a form that is too small to read. */
const outlines: Record<SymbolShape, (box: FormSymbol) => string> = {
  box: ({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`,
  bar: ({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`,
  capsule: ({ x, y, width, height }) => {
    const radius = height / 2;
    const straight = width - height;
    return `M${x + radius} ${y}h${straight}a${radius} ${radius} 0 0 1 0 ${height}h${-straight}a${radius} ${radius} 0 0 1 0 ${-height}z`;
  },
  diamond: ({ x, y, width, height }) =>
    `M${x + width / 2} ${y}l${width / 2} ${height / 2}l${-width / 2} ${height / 2}l${-width / 2} ${-height / 2}z`,
  pentagon: ({ x, y, width, height }) =>
    `M${x} ${y}h${width}v${height * 0.6}l${-width / 2} ${height * 0.4}l${-width / 2} ${-height * 0.4}z`,
};

/** Rules between the rows and columns, in one stroke. */
export const lineStroke = ({
  rows,
  columns,
  width,
  height,
}: Pick<FormLayout, "rows" | "columns" | "width" | "height">): string =>
  [
    ...rows.map(({ y }) => `M0 ${y}H${width}`),
    ...columns.slice(1).map(({ x }) => `M${x} 0V${height}`),
  ].join("");

/** The arrows and the lines of the joint steps, in one stroke. */
export const arrowStroke = (paths: FormLayout["paths"], joints: FormLayout["joints"]): string =>
  [
    ...paths.map(({ points }) => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`),
    ...joints.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`),
  ].join("");

export const symbolStroke = (symbols: readonly FormSymbol[]): string =>
  symbols.map((symbol) => outlines[symbol.shape](symbol)).join("");

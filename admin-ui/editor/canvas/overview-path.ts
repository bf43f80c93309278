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

/** The form as three strokes: its lines, its arrows and its symbols. */
export interface Overview {
  readonly lines: string;
  readonly arrows: string;
  readonly symbols: string;
}

export function overviewOf(form: FormLayout): Overview {
  const rows = form.rows.map(({ y }) => `M0 ${y}H${form.width}`);
  const columns = form.columns.slice(1).map(({ x }) => `M${x} 0V${form.height}`);
  const joints = form.joints.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`);
  const arrows = form.paths.map(
    ({ points }) => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`,
  );
  return {
    lines: [...rows, ...columns].join(""),
    arrows: [...arrows, ...joints].join(""),
    symbols: form.symbols.map((symbol) => outlines[symbol.shape](symbol)).join(""),
  };
}

import type {
  FormCell,
  FormColumn,
  FormJoint,
  FormLayout,
  FormPath,
  FormRow,
  FormSymbol,
} from "../../../domain/index.js";

/**
 * Layout makes everything anew with each letter, although little of it changes. This gives back the
 * form with the rows, columns, symbols and arrows of the last one wherever they are equal, so that what is
 * drawn from an unchanged one need not be drawn again.
 */
export function rememberedForm(): (form: FormLayout) => FormLayout {
  let before: FormLayout | null = null;
  return (form) => {
    if (before !== null && before !== form) {
      form = {
        ...form,
        columns: kept(before.columns, form.columns, columnName, isSameColumn),
        rows: kept(
          before.rows,
          withKeptCells(before.rows, form.rows),
          ({ node }) => node,
          isSameRow,
        ),
        symbols: kept(before.symbols, form.symbols, symbolName, isSameSymbol),
        joints: kept(before.joints, form.joints, jointName, isSameJoint),
        paths: kept(before.paths, form.paths, ({ edge }) => edge, isSamePath),
      };
    }
    before = form;
    return form;
  };
}

/** The rows with the cells of `before` where these say the same: a row may only have been moved. */
function withKeptCells(before: readonly FormRow[], now: readonly FormRow[]): readonly FormRow[] {
  const known = new Map(before.map(({ node, cells }) => [node, cells]));
  return now.map((row) => {
    const cells = known.get(row.node);
    return cells !== undefined && isSameCells(cells, row.cells) ? { ...row, cells } : row;
  });
}

/** `now` with the equal elements of `before`; `before` itself where all of them are. */
function kept<Item extends object>(
  before: readonly Item[],
  now: readonly Item[],
  nameOf: (item: Item) => string,
  isSame: (a: Item, b: Item) => boolean,
): readonly Item[] {
  const known = new Map(before.map((item) => [nameOf(item), item]));
  const items = now.map((item) => {
    const old = known.get(nameOf(item));
    return old !== undefined && isSame(old, item) ? old : item;
  });
  const isAllKept =
    items.length === before.length && items.every((item, index) => item === before[index]);
  return isAllKept ? before : items;
}

const columnName = ({ role, lane }: FormColumn): string => `${role}|${lane ?? ""}`;

const isSameColumn = (a: FormColumn, b: FormColumn): boolean =>
  a.x === b.x && a.width === b.width && a.title === b.title && isSameText(a.lines, b.lines);

const isSameRow = (a: FormRow, b: FormRow): boolean =>
  a.y === b.y && a.height === b.height && a.number === b.number && a.cells === b.cells;

const isSameCells = (a: FormRow["cells"], b: FormRow["cells"]): boolean =>
  a.length === b.length && a.every((cell, index) => isSameCell(cell, b[index]!));

const isSameCell = (a: FormCell, b: FormCell): boolean =>
  a.role === b.role && a.text === b.text && isSameText(a.lines, b.lines);

const symbolName = ({ node, lane }: FormSymbol): string => `${node}|${lane ?? ""}`;

const isSameSymbol = (a: FormSymbol, b: FormSymbol): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.height === b.height &&
  a.shape === b.shape &&
  a.label === b.label &&
  isSameText(a.lines, b.lines);

/** The joints of a step are side by side: they end at different places. */
const jointName = ({ node, to }: FormJoint): string => `${node}|${to.x}`;

const isSameJoint = (a: FormJoint, b: FormJoint): boolean =>
  a.from.x === b.from.x && a.from.y === b.from.y && a.to.x === b.to.x && a.to.y === b.to.y;

const isSamePath = (a: FormPath, b: FormPath): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.label?.text === b.label?.text &&
  a.label?.x === b.label?.x &&
  a.label?.y === b.label?.y &&
  a.label?.width === b.label?.width &&
  a.points.length === b.points.length &&
  a.points.every(({ x, y }, index) => x === b.points[index]!.x && y === b.points[index]!.y);

const isSameText = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

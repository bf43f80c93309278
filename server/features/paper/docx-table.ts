import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  type ParagraphChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { printedText } from "../../../domain/index.js";

/** Word counts in twips, the layout in px. */
export const twips = (px: number): number => Math.round(px * 15);

export interface TextStyle {
  /** px. */
  readonly size: number;
  readonly lineHeight: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly align?: "left" | "center";
  /** px of room above the first line, below the last one, and on the left. */
  readonly above?: number;
  readonly below?: number;
  readonly indent?: number;
  /** "1." in the room that `indent` leaves. */
  readonly mark?: string;
  /** Whether it begins a page. */
  readonly onNewPage?: boolean;
}

/** What XML cannot hold, Word would call a damaged file. */
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const clean = (text: string): string =>
  printedText(text)
    .replace(unfit, " ")
    .replace(/[\ud800-\udfff]/gu, "\ufffd");

/** One paragraph for each line of `text`; an empty one for none. */
export function paragraphs(text: string, style: TextStyle): Paragraph[] {
  const lines = clean(text).split("\n");
  const { above = 0, below = 0, mark = "", onNewPage = false } = style;
  return lines.map((line, at) =>
    paragraph(line, {
      ...style,
      above: at === 0 ? above : 0,
      below: at === lines.length - 1 ? below : 0,
      mark: at === 0 ? mark : "",
      onNewPage: at === 0 && onNewPage,
    }),
  );
}

function paragraph(text: string, style: TextStyle): Paragraph {
  const { size, lineHeight, bold = false, underline = false, indent = 0, mark = "" } = style;
  const look = { size: Math.max(2, Math.round(size * 1.5)), bold };
  const children: ParagraphChild[] = [
    new TextRun({
      ...look,
      text: mark === "" ? text : `${mark}\t${text}`,
      ...(underline && { underline: {} }),
    }),
  ];
  return new Paragraph({
    children,
    alignment: style.align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: {
      before: twips(style.above ?? 0),
      after: twips(style.below ?? 0),
      ...exactly(lineHeight),
    },
    pageBreakBefore: style.onNewPage ?? false,
    ...(indent > 0 && {
      indent: { left: twips(indent), ...(mark !== "" && { hanging: twips(indent) }) },
      tabStops: [{ type: "left" as const, position: twips(indent) }],
    }),
  });
}

const exactly = (lineHeight: number) => ({
  line: twips(lineHeight),
  lineRule: LineRuleType.EXACT,
});

export interface CellStyle {
  /** px. */
  readonly width: number;
  /** px on the left and on the right. */
  readonly padding: number;
  /** px above and below; Word gives all cells of a row the most that one of them has. */
  readonly inset?: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly middle?: boolean;
  /** Ends without a line. */
  readonly open?: readonly ("top" | "bottom")[];
}

export function cell(children: readonly Paragraph[], style: CellStyle): TableCell {
  const { width, padding, inset = 0, columnSpan, rowSpan, middle = false, open = [] } = style;
  const [side, end] = [twips(padding), twips(inset)];
  return new TableCell({
    children: children.length === 0 ? [new Paragraph({})] : [...children],
    width: { size: twips(width), type: WidthType.DXA },
    margins: { top: end, bottom: end, left: side, right: side },
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    borders: Object.fromEntries(open.map((end) => [end, { style: BorderStyle.NONE, size: 0 }])),
    ...(columnSpan !== undefined && { columnSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
  });
}

/** A row of at least `height` px. `isHeading`: Word repeats it on each page. */
export const row = (
  cells: readonly TableCell[],
  { height = 0, isHeading = false, canSplit = false } = {},
): TableRow =>
  new TableRow({
    children: [...cells],
    ...(isHeading && { tableHeader: true }),
    cantSplit: !canSplit,
    ...(height > 0 && { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
  });

/** `widths`: of the columns, in px. */
export function table(rows: readonly TableRow[], widths: readonly number[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
  const frame = { style: BorderStyle.SINGLE, size: 9, color: "000000" };
  return new Table({
    rows: [...rows],
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: frame,
      bottom: frame,
      left: frame,
      right: frame,
      insideHorizontal: line,
      insideVertical: line,
    },
  });
}

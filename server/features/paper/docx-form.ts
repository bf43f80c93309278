import { setImmediate as nextTurn } from "node:timers/promises";
import { ImageRun, LineRuleType, Paragraph, type Table, type TableCell, type TableRow } from "docx";
import {
  drawLaneStrip,
  type FormColumn,
  type FormLayout,
  type PagedForm,
  type FormPage,
  type FormRow,
  laneSpan,
  type PartOnPaper,
  toSvg,
  type PaperWords,
} from "../../../domain/index.js";
import { cell, paragraphs, row, table } from "./docx-table.js";
import { paint } from "./write-png.js";

const cellPadding = 6;
/** px at each side that a word processor's own breaking of lines may need more than the layout's. */
const slack = 2;
const text = { size: 12, lineHeight: 16 } as const;

/** As it was written, with leave to break a word where the layout broke it. */
const breakable = (words: string, lines: readonly string[]): string =>
  lines.join(" ") === words.split(/\s+/).join(" ").trim()
    ? words
    : words.replace(/([/-])(?=\S)/g, "$1\u200b");

/** For word processors that show no SVG: 144 dots an inch. Each row has a picture, and it takes time. */
const pictureZoom = 1.5;

/**
 * One table for each page of the form, so that it breaks where the drawing's pentagons are. Texts are
 * cells to write in; each row's part of the drawing is one picture over the columns of the lanes.
 */
export async function docxForm(
  { form }: PartOnPaper,
  words: PaperWords,
  onRow: () => void,
): Promise<Table[]> {
  const scale = form.pageScale;
  const widths = form.columns.map(({ width }) => width * scale);
  const tables: Table[] = [];
  for (const page of form.pages) {
    const rows: TableRow[] = [];
    for (const one of form.rows.slice(page.firstRow, page.endRow)) {
      rows.push(formRow(form, page, one));
      onRow();
      // What painted a picture gives its memory back between two turns only: a row has megabytes.
      await nextTurn();
    }
    const { y, height, above, below } = page;
    const before = above > 0 ? [linkRow(form, page, { top: y - above, bottom: y }, words)] : [];
    const end = y + height;
    const after = below > 0 ? [linkRow(form, page, { top: end, bottom: end + below }, words)] : [];
    tables.push(table([...headings(form), ...before, ...rows, ...after], widths));
  }
  return tables;
}

function headings({ columns, header, pageScale: scale }: PagedForm): TableRow[] {
  const style = { size: text.size * scale, lineHeight: text.lineHeight * scale } as const;
  const words = ({ title, lines }: Pick<FormColumn, "title" | "lines">) =>
    paragraphs(breakable(title, lines), { ...style, bold: true, align: "center" });
  const padding = 2 * scale;
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const column of columns) {
    const width = column.width * scale;
    const group = header.groups.find(
      ({ x, width: wide }) => column.x >= x - 0.01 && column.x < x + wide - 0.01,
    );
    if (group === undefined) {
      upper.push(cell(words(column), { width, padding, rowSpan: 2, middle: true }));
      continue;
    }
    if (Math.abs(column.x - group.x) < 0.01) {
      const under = columns.filter(
        ({ x }) => x >= group.x - 0.01 && x < group.x + group.width - 0.01,
      );
      upper.push(
        cell(words({ title: group.title, lines: [group.title] }), {
          width: group.width * scale,
          padding,
          columnSpan: under.length,
          middle: true,
        }),
      );
    }
    lower.push(cell(words(column), { width, padding, middle: true }));
  }
  return [
    row(upper, { height: header.groupHeight * scale, isHeading: true }),
    row(lower, { height: (header.height - header.groupHeight) * scale, isHeading: true }),
  ];
}

/** A part of a page that one row of the table shows, in the form's own px. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Between the rows and the pentagons that lead out of them stands no line. */
function openEnds({ y, height, above, below }: FormPage, { top, bottom }: Band) {
  const end = y + height;
  const opensUp = (top === y && above > 0) || top === end;
  const opensDown = (bottom === end && below > 0) || bottom === y;
  return [...(opensUp ? (["top"] as const) : []), ...(opensDown ? (["bottom"] as const) : [])];
}

/** A row of the form, or the part of a very high one that stands on this page. */
function formRow(form: PagedForm, page: FormPage, one: FormRow): TableRow {
  const scale = form.pageScale;
  const top = Math.max(one.y, page.y);
  const bottom = Math.min(one.y + one.height, page.y + page.height);
  const style = { size: text.size * scale, lineHeight: text.lineHeight * scale } as const;
  const isWhole = top === one.y && bottom === one.y + one.height;
  const words = (role: FormColumn["role"]): string => {
    if (role === "number") return one.number === null ? "" : String(one.number);
    const found = one.cells.find((each) => each.role === role);
    if (found === undefined) return "";
    return isWhole
      ? breakable(found.text, found.lines)
      : linesBetween(found.lines, one, top, bottom).join("\n");
  };
  const cells = acrossLanes(form, page, { top, bottom }, alternative(form, one), (column) =>
    cell(
      paragraphs(words(column.role), {
        ...style,
        align: column.role === "number" ? "center" : "left",
        above: cellPadding * scale,
        below: cellPadding * scale,
      }),
      {
        width: column.width * scale,
        padding: (cellPadding - slack) * scale,
        open: openEnds(page, { top, bottom }),
      },
    ),
  );
  return row(cells, { height: (bottom - top) * scale });
}

function linesBetween(
  lines: readonly string[],
  { y }: FormRow,
  top: number,
  bottom: number,
): readonly string[] {
  return lines.filter((_, at) => {
    const middle = y + cellPadding + (at + 0.5) * text.lineHeight;
    return middle >= top && middle < bottom;
  });
}

/** The room of the pentagons at an end of a page. */
function linkRow(form: PagedForm, page: FormPage, band: Band, { pageLinks }: PaperWords): TableRow {
  const letters = page.links
    .filter(({ box }) => box.y >= band.top && box.y < band.bottom)
    .map(({ letter }) => letter);
  const scale = form.pageScale;
  const words = pageLinks.replace("{letters}", letters.join(", "));
  const cells = acrossLanes(form, page, band, words, (column) =>
    cell(paragraphs("", { size: 1, lineHeight: 1 }), {
      width: column.width * scale,
      padding: 0,
      open: openEnds(page, band),
    }),
  );
  return row(cells, { height: (band.bottom - band.top) * scale });
}

/** One cell for each column but the lanes, over which the picture stands in one. */
function acrossLanes(
  form: PagedForm,
  page: FormPage,
  band: Band,
  words: string,
  cellOf: (column: FormColumn) => TableCell,
): TableCell[] {
  const lanes = form.columns.filter(({ role }) => role === "lane");
  return form.columns.flatMap((column) => {
    if (column.role !== "lane") return [cellOf(column)];
    if (column !== lanes[0]) return [];
    const width = laneSpan(form).width * form.pageScale;
    return [
      cell([picture(form, page, band, words)], {
        width,
        padding: 0,
        columnSpan: lanes.length,
        open: openEnds(page, band),
      }),
    ];
  });
}

function picture(form: PagedForm, page: FormPage, band: Band, words: string): Paragraph {
  const strip = drawLaneStrip(form, page, band);
  const { width, height } = strip;
  const scale = form.pageScale;
  const image = new ImageRun({
    type: "svg",
    data: Buffer.from(toSvg(strip, words), "utf8"),
    fallback: { type: "png", data: Buffer.from(paint(strip, pictureZoom * scale, "transparent")) },
    transformation: { width: width * scale, height: height * scale },
    altText: { name: "Alur", title: "Alur", description: words },
  });
  // The mark of the paragraph would else add a line of its own size under the picture.
  return new Paragraph({
    children: [image],
    run: { size: 2 },
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
  });
}

/** What stands in the lanes, for who hears the page instead of seeing it. */
function alternative({ symbols, columns }: FormLayout, { node }: FormRow): string {
  const titles = new Map(columns.map(({ lane, title }) => [lane, title]));
  return symbols
    .filter((symbol) => symbol.node === node)
    .map(({ lane, label }) => [titles.get(lane) ?? "", label ?? ""].filter(Boolean).join(": "))
    .join("; ");
}

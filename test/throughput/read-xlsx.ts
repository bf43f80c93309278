import { strFromU8, unzipSync } from "fflate";
import { parseXml, type XmlElement } from "./read-xml.js";

export interface XlsxCell {
  readonly value: string | number | null;
  /** Its number format; empty where it has none. */
  readonly format: string;
}

export interface XlsxSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: readonly (readonly XlsxCell[])[];
}

const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
const first = (element: XmlElement, name: string): XmlElement | undefined => all(element, name)[0];

/** Opens an XLSX as what it is, an archive of XML, with nothing of the library that wrote it. */
export function readXlsx(bytes: Uint8Array): { readonly sheets: readonly XlsxSheet[] } {
  const files = unzipSync(bytes);
  const xml = (path: string): XmlElement => parseXml(strFromU8(files[path]!));
  const targets = new Map(
    all(xml("xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes["Id"],
      attributes["Target"]!.replace(/^\/xl\//, ""),
    ]),
  );
  const strings = all(xml("xl/sharedStrings.xml"), "si").map((item) =>
    all(item, "t")
      .map(({ text }) => text)
      .join(""),
  );
  const styles = xml("xl/styles.xml");
  const codes = new Map(
    all(styles, "numFmt").map(({ attributes }) => [
      attributes["numFmtId"],
      attributes["formatCode"],
    ]),
  );
  const formats = all(first(styles, "cellXfs"), "xf").map(
    ({ attributes }) => codes.get(attributes["numFmtId"]) ?? builtIn[attributes["numFmtId"]!] ?? "",
  );
  const cellOf = (cell: XmlElement): XlsxCell => {
    const raw = first(cell, "v")?.text ?? null;
    const format = formats[Number(cell.attributes["s"] ?? 0)] ?? "";
    if (raw === null) return { value: null, format };
    return { value: cell.attributes["t"] === "s" ? strings[Number(raw)]! : Number(raw), format };
  };
  return {
    sheets: all(xml("xl/workbook.xml"), "sheet").map(({ attributes }) => {
      const sheet = xml(`xl/${targets.get(attributes["r:id"])}`);
      const pane = first(sheet, "pane")?.attributes ?? {};
      return {
        name: attributes["name"]!,
        widths: all(sheet, "col").map((column) => Number(column.attributes["width"])),
        frozen: { rows: Number(pane["ySplit"] ?? 0), columns: Number(pane["xSplit"] ?? 0) },
        rows: all(sheet, "row").map((row) => cellsInPlace(row, cellOf)),
      };
    }),
  };
}

/** Formats that need no code in the file. */
const builtIn: Readonly<Record<string, string>> = { "3": "#,##0", "4": "#,##0.00" };

function cellsInPlace(row: XmlElement, cellOf: (cell: XmlElement) => XlsxCell): XlsxCell[] {
  const cells: XlsxCell[] = [];
  for (const cell of all(row, "c")) {
    const letters = /^[A-Z]+/.exec(cell.attributes["r"]!)![0];
    const place = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < place) cells.push({ value: null, format: "" });
    cells.push(cellOf(cell));
  }
  return cells;
}

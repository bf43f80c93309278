import { tableLimits, type SourceCell, type SourceTable } from "../../../domain/index.js";
import { vmlSymbol } from "./vml-symbol.js";

/** More rows than this are not even parsed: they could only be refused. */
const mostRows = tableLimits.rows * 4;
/** UTF-16 units; Word writes some thousand for each row. */
const mostMarkup = 40_000_000;

/** Whether the markup is so large that reading it would freeze the page. */
export function isTooLarge(html: string): boolean {
  if (html.length > mostMarkup) return true;
  const row = /<tr[\s>]/gi;
  let count = 0;
  while (count <= mostRows && row.exec(html) !== null) count += 1;
  return count > mostRows;
}

/**
 * The tables of a piece of markup. It is read in a document of its own that runs no script and
 * loads nothing; only texts and spans are taken out of it.
 */
export function readHtmlTables(html: string): readonly SourceTable[] {
  const document = new DOMParser().parseFromString(html, "text/html");
  return [...document.querySelectorAll("table")]
    .map((table) => readTable(table))
    .filter((rows) => rows.some((row) => row.length > 1));
}

function readTable(table: HTMLTableElement): SourceTable {
  // One row too many is enough to see that there are too many.
  return [...table.rows].slice(0, tableLimits.rows + 1).map((row) =>
    [...row.cells].map((cell): SourceCell => ({
      text: cellText(cell),
      rowSpan: cell.rowSpan === 0 ? tableLimits.rows : cell.rowSpan,
      colSpan: cell.colSpan,
    })),
  );
}

/** Elements that begin a line of their own. */
const blocks = new Set(["P", "DIV", "LI", "TR", "UL", "OL", "TABLE", "H1", "H2", "H3", "H4", "BR"]);
const silent = new Set(["STYLE", "SCRIPT", "TEMPLATE", "NOSCRIPT", "TITLE", "HEAD"]);

function cellText(cell: HTMLTableCellElement): string {
  const pieces: string[] = [];
  const comments: string[] = [];
  // A list of its own instead of recursion: markup may be nested deeper than the stack is.
  const open: (Node | "line")[] = [cell];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node === "line") pieces.push("\n");
    else if (node.nodeType === Node.TEXT_NODE) {
      pieces.push((node.nodeValue ?? "").replace(/\s+/g, " "));
    } else if (node.nodeType === Node.COMMENT_NODE) comments.push(node.nodeValue ?? "");
    else if (!silent.has(node.nodeName)) {
      const isBlock = blocks.has(node.nodeName);
      if (isBlock) open.push("line");
      for (let child = node.lastChild; child !== null; child = child.previousSibling) {
        open.push(child);
      }
      if (isBlock) pieces.push("\n");
    }
  }
  const text = pieces.join("");
  return text.trim() === "" ? (vmlSymbol(comments) ?? "") : text;
}

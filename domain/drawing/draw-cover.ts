import type { FormLists } from "../sop/sop-document.js";
import { coverLines, type CoverLine, coverText } from "./cover-list.js";
import { drawIdentity } from "./cover-identity.js";
import { frameLine, rule } from "./draw-grid.js";
import { drawLines } from "./draw-text.js";
import { rectangle, type Shape, type ShapeName } from "./drawing.js";
import { a4 } from "./page-format.js";
import { coverIdentity, coverList, type PaperPart } from "./paper-part.js";
import type { PaperWords } from "./paper-words.js";

const { printArea } = a4;
const padding = 7;
const { size, lineHeight } = coverText;
const grid: ShapeName = { role: "grid", key: null };
const text: ShapeName = { role: "text", key: null };
/** A cell is not begun at the foot of a page for less than its heading and this many lines. */
const leastLines = 2;
/** The most that spare room widens a cell. */
const mostSpare = 60;

/** The six lists as the form pairs them, left and right, with their printed headings. */
export const listTitles: readonly (readonly [Cell, Cell])[] = [
  [
    { name: "legalBasis", title: "DASAR HUKUM" },
    { name: "qualifications", title: "KUALIFIKASI PELAKSANA" },
  ],
  [
    { name: "relatedSops", title: "KETERKAITAN" },
    { name: "equipment", title: "PERALATAN/PERLENGKAPAN" },
  ],
  [
    { name: "warnings", title: "PERINGATAN" },
    { name: "records", title: "PENCATATAN DAN PENDATAAN" },
  ],
];

/** A list of the cover and its printed heading. */
interface Cell {
  readonly name: keyof FormLists;
  readonly title: string;
}

/** What of a pair of lists stands on one page. */
interface Piece {
  readonly titles: readonly [string, string];
  readonly lines: readonly [readonly CoverLine[], readonly CoverLine[]];
  /** Whether it goes on from the page before. */
  readonly continued: boolean;
}

/**
 * The cover: the identity block and the six lists, on as many pages as they need. No list is cut:
 * what does not fit goes on, under its heading, on the next page.
 */
export function drawCover(parts: readonly PaperPart[], words: PaperWords): Shape[][] {
  const identity = coverIdentity(parts);
  const procedures = parts.map(({ document }) => document.identity.procedure ?? "");
  const names = [identity.title ?? "", ...procedures].filter((name) => name.trim() !== "");
  const number = parts.find((part) => part.number !== null)?.number ?? null;
  const head = drawIdentity(identity, { number, names }, printArea);
  const half = printArea.width / 2 - 2 * padding;
  const waiting: Piece[] = listTitles.map(([left, right]) => ({
    titles: [left.title, right.title],
    lines: [
      coverLines(coverList(parts, left.name), half),
      coverLines(coverList(parts, right.name), half),
    ],
    continued: false,
  }));
  const pages = fillPages(waiting, head.height);
  return pages.map((pieces, page) => {
    const top = printArea.y + (page === 0 ? head.height : 0);
    const spare = pages.length === 1 ? printArea.y + printArea.height - top - total(pieces) : 0;
    const each = Math.min(mostSpare, Math.max(0, spare) / Math.max(1, pieces.length));
    let y = top;
    const drawn = pieces.flatMap((piece) => {
      const shapes = drawPiece(piece, y, each, words.continued);
      y += heightOf(piece) + each;
      return shapes;
    });
    const frame = { x: printArea.x, y: top, width: printArea.width, height: y - top };
    if (pieces.length > 0) drawn.push(rectangle(grid, frame, frameLine));
    return page === 0 ? [...head.shapes, ...drawn] : drawn;
  });
}

const lineCount = ({ lines }: Piece): number => Math.max(lines[0].length, lines[1].length);
const heightFor = (lines: number): number => (lines + 1) * lineHeight + 2 * padding + 3;
const heightOf = (piece: Piece): number => heightFor(lineCount(piece));
const total = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + heightOf(piece), 0);

/** Splits the pieces over pages; the first page has `taken` px less. */
function fillPages(pieces: readonly Piece[], taken: number): Piece[][] {
  const pages: Piece[][] = [[]];
  const waiting = [...pieces];
  let left = printArea.height - taken;
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const height = heightOf(piece);
    if (height <= left) {
      pages.at(-1)!.push(piece);
      left -= height;
      continue;
    }
    const fitting = Math.floor((left - heightFor(0)) / lineHeight);
    const isFresh = left === printArea.height;
    if (fitting >= leastLines || isFresh) {
      const [here, rest] = split(piece, Math.max(1, fitting));
      pages.at(-1)!.push(here);
      waiting.unshift(rest);
    } else waiting.unshift(piece);
    pages.push([]);
    left = printArea.height;
  }
  return pages;
}

function split(piece: Piece, at: number): [Piece, Piece] {
  const [left, right] = piece.lines;
  return [
    { ...piece, lines: [left.slice(0, at), right.slice(0, at)] },
    { ...piece, lines: [left.slice(at), right.slice(at)], continued: true },
  ];
}

function drawPiece(piece: Piece, y: number, spare: number, continued: string): Shape[] {
  const half = printArea.width / 2;
  const bottom = y + heightOf(piece) + spare;
  const middle = printArea.x + half;
  const cells = [0, 1].flatMap((side) => {
    const lines = piece.lines[side]!;
    const title = piece.titles[side]!;
    const room = {
      x: printArea.x + side * half + padding,
      y: y + padding,
      width: half - 2 * padding,
      height: bottom - y - 2 * padding,
    };
    // The list that has ended on the page before has no heading here.
    if (piece.continued && lines.length === 0) return [];
    return drawCell(piece.continued ? `${title} ${continued}` : title, lines, room);
  });
  return [
    ...cells,
    rule({ x: middle, y }, { x: middle, y: bottom }),
    rule({ x: printArea.x, y: bottom }, { x: printArea.x + printArea.width, y: bottom }),
  ];
}

function drawCell(
  title: string,
  lines: readonly CoverLine[],
  room: { x: number; y: number; width: number; height: number },
): Shape[] {
  const look = { face: "bold", size, lineHeight, anchor: "start" } as const;
  const shapes: Shape[] = drawLines(text, [title], room, look);
  let y = room.y + lineHeight + 3;
  for (const { text: line, face, mark, indent } of lines) {
    const at = { ...room, y, height: lineHeight };
    if (mark !== null) shapes.push(...drawLines(text, [mark], at, { ...look, face }));
    const inner = { ...at, x: at.x + indent, width: at.width - indent };
    shapes.push(...drawLines(text, [line], inner, { ...look, face }));
    y += lineHeight;
  }
  return shapes;
}

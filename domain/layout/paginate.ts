import type { FormPage, FormPath, PageLink } from "./form-layout.js";
import type { Metrics } from "./metrics.js";

/** Room in px that the lettered pentagons take at an end of a page. */
export const linkRoom = 24;

export interface Pages {
  readonly pages: readonly FormPage[];
  readonly scale: number;
}

/**
 * Cuts the rows into pages. A page never breaks a row: a row that is higher than a page has one of
 * its own. Every page repeats the header and leaves room for letters at the ends where it is cut.
 */
export function paginate(
  rows: readonly { readonly y: number; readonly height: number }[],
  paths: readonly FormPath[],
  width: number,
  headerHeight: number,
  metrics: Metrics,
): Pages {
  const scale = Math.min(1, metrics.page.width / width);
  const starts = pageStarts(rows, metrics.page.height / scale - headerHeight);
  const letters = new Map<string, string>();
  const cuts = starts.slice(1).map((start) => cut(rows[start]!.y, paths, letters));
  const pages = starts.map((firstRow, page): FormPage => {
    const endRow = starts[page + 1] ?? rows.length;
    const y = rows[firstRow]!.y;
    const last = rows[endRow - 1]!;
    const entering = (cuts[page - 1] ?? []).map(({ edge, letter, x, downwards }): PageLink => ({
      edge,
      letter,
      x,
      at: "top",
      direction: downwards ? "in" : "out",
    }));
    const leaving = (cuts[page] ?? []).map(({ edge, letter, x, downwards }): PageLink => ({
      edge,
      letter,
      x,
      at: "bottom",
      direction: downwards ? "out" : "in",
    }));
    const height = last.y + last.height - y;
    return { firstRow, endRow, y, height, links: [...entering, ...leaving] };
  });
  return { pages, scale };
}

/** The first row of each page of `usable` px. */
function pageStarts(
  rows: readonly { readonly y: number; readonly height: number }[],
  usable: number,
): number[] {
  const starts: number[] = [];
  const bottom = rows.length === 0 ? 0 : rows.at(-1)!.y + rows.at(-1)!.height;
  let start = 0;
  while (start < rows.length) {
    starts.push(start);
    const top = rows[start]!.y - (start === 0 ? 0 : linkRoom);
    if (bottom - top <= usable) break;
    let end = start + 1;
    while (end < rows.length && rows[end]!.y + rows[end]!.height + linkRoom - top <= usable) end++;
    // The last row takes company along: a page with nothing but "Selesai" looks like a mistake.
    const isOrphan = end === rows.length - 1 && end - start > 1;
    start = isOrphan ? end - 1 : end;
  }
  return starts;
}

interface Cut {
  readonly edge: string;
  readonly letter: string;
  readonly x: number;
  readonly downwards: boolean;
}

/**
 * The paths that a break at `y` cuts, from left to right. A path keeps its letter over several
 * breaks; should it pass one break twice, the second passage has a letter of its own.
 */
function cut(y: number, paths: readonly FormPath[], letters: Map<string, string>): Cut[] {
  const found: { edge: string; passage: string; x: number; downwards: boolean }[] = [];
  paths.forEach(({ edge, points }, path) => {
    let passages = 0;
    for (let i = 0; i + 1 < points.length; i++) {
      const a = points[i]!;
      const b = points[i + 1]!;
      if (Math.min(a.y, b.y) >= y || Math.max(a.y, b.y) <= y) continue;
      found.push({ edge, passage: `${path}/${passages}`, x: a.x, downwards: b.y > a.y });
      passages++;
    }
  });
  found.sort((a, b) => a.x - b.x);
  return found.map(({ edge, passage, x, downwards }) => {
    const letter = letters.get(passage) ?? letterOf(letters.size);
    letters.set(passage, letter);
    return { edge, letter, x, downwards };
  });
}

/** A, B, …, Z, AA, AB, … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

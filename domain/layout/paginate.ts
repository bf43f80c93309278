import type { FormLayout, FormPage, PagedForm } from "./form-layout.js";
import type { Metrics } from "./metrics.js";
import type { PathCuts } from "./page-cuts.js";
import { pathCuts } from "./page-cuts.js";
import type { Spread } from "./page-links.js";
import { placeLinks, spreadLinks } from "./page-links.js";

/** Where a page ends, and the row with which the next one begins. */
interface Break {
  readonly y: number;
  readonly row: number;
}

/** A break inside a row keeps this from symbols, labels and level lines, in px. */
const clearance = 4;

/** A tall row begins on a page only where this part of it is left. */
const leastPart = 0.3;

/**
 * Cuts the form into pages. A page holds whole rows; only a row that is higher than a page goes on
 * on the next one, cut between two lines of its texts and clear of its symbols. Every page repeats
 * the header and has room for its pentagons.
 */
export function paginate(form: FormLayout, metrics: Metrics): PagedForm {
  const { rows, paths, width } = form;
  const headerHeight = form.header.height;
  // The repeated header may take half of a page; one that is higher still is scaled with the rest.
  const scale = Math.min(1, metrics.page.width / width, metrics.page.height / (2 * headerHeight));
  const cuts = pathCuts(paths);
  const linksAt = linkPlaces(form, cuts);
  const breaks = findBreaks(form, linksAt, metrics.page.height / scale - headerHeight, metrics);
  const cutsAt = breaks.map(({ y }) => cuts.cutsAt(y));
  const bottom = bottomOf(rows.at(-1));
  const starts = rows.length === 0 ? [] : [{ y: rows[0]!.y, row: 0 }, ...breaks];
  const pages = starts.map(({ y, row }, page): FormPage => {
    const next = breaks[page];
    const end = next?.y ?? bottom;
    const continues = next !== undefined && next.y > rows[next.row]!.y;
    const above = page === 0 ? [] : placeLinks(cutsAt[page - 1]!, linksAt(y), "top", y);
    const below = next === undefined ? [] : placeLinks(cutsAt[page]!, linksAt(end), "bottom", end);
    return {
      firstRow: row,
      endRow: next === undefined ? rows.length : next.row + (continues ? 1 : 0),
      y,
      height: end - y,
      resumes: y > rows[row]!.y,
      continues,
      above: page === 0 ? 0 : linksAt(y).room,
      below: next === undefined ? 0 : linksAt(end).room,
      links: [...above, ...below],
    };
  });
  return { ...form, pages, pageScale: scale };
}

/** The places of the pentagons of a break at `y`, each break looked at once. */
function linkPlaces({ columns, width }: FormLayout, cuts: PathCuts): (y: number) => Spread {
  const lanes = columns.filter(({ role }) => role === "lane");
  const last = lanes.at(-1);
  const form = { from: 0, to: width };
  const span = { form, lanes: last ? { from: lanes[0]!.x, to: last.x + last.width } : form };
  const known = new Map<number, Spread>();
  return (y) => {
    const places = known.get(y) ?? spreadLinks(cuts.xsAt(y), span);
    known.set(y, places);
    return places;
  };
}

const bottomOf = (row: { readonly y: number; readonly height: number } | undefined): number =>
  row === undefined ? 0 : row.y + row.height;

/** The breaks between pages on which `usable` px are left for rows and pentagons. */
function findBreaks(
  form: FormLayout,
  linksAt: (y: number) => Spread,
  usable: number,
  metrics: Metrics,
): Break[] {
  const { rows } = form;
  const bottom = bottomOf(rows.at(-1));
  const breaks: Break[] = [];
  let start: Break = { y: rows[0]?.y ?? 0, row: 0 };
  let above = 0;
  while (bottom - start.y + above > usable) {
    // Where the rows must end, were there no pentagons below them.
    const limit = start.y + usable - above;
    const fits = (y: number): boolean => y + linksAt(y).room <= limit;
    let row = start.row;
    while (row < rows.length && bottomOf(rows[row]) <= limit) row++;
    // The last row takes company along: a page with nothing but "Selesai" looks like a mistake.
    if (row === rows.length - 1 && row - start.row > 1) row--;
    while (row > start.row && !fits(rows[row]?.y ?? bottom)) row--;
    const whole: Break = row === start.row ? start : { y: rows[row]?.y ?? bottom, row };
    const isTall = (rows[row]?.height ?? 0) > usable;
    // A row that must be cut anyway does not wait for an empty page, where this one has room.
    const isCut = row === start.row || (isTall && limit - whole.y > leastPart * usable);
    const inRow = isCut ? breakInRow(form, whole, fits, limit, metrics) : null;
    // Where nothing fits, the pages at least get on.
    const forced = start.y + Math.max(metrics.lineHeight.cell, limit - start.y);
    const y = inRow ?? (row === start.row ? forced : whole.y);
    start = { y, row };
    // A row that was cut ends at its own end, if that is where the break fell.
    if (y >= bottomOf(rows[row])) start = { y, row: row + 1 };
    if (start.row >= rows.length) break;
    breaks.push(start);
    above = linksAt(start.y).room;
  }
  return breaks;
}

/** The lowest place between two lines of a row's texts at which, if possible, nothing else is cut. */
function breakInRow(
  form: FormLayout,
  { y: from, row }: Break,
  fits: (y: number) => boolean,
  limit: number,
  metrics: Metrics,
): number | null {
  const { cell } = metrics.lineHeight;
  const first = form.rows[row]!.y + metrics.cellPadding;
  const isClear = clearOfSymbols(form);
  let fallback: number | null = null;
  for (let line = Math.floor((limit - first) / cell); ; line--) {
    const y = first + line * cell;
    if (y < from + cell) break;
    if (!fits(y)) continue;
    fallback ??= y;
    if (isClear(y)) return y;
  }
  return fallback;
}

/** Whether a break at `y` runs past all symbols, labels and level lines. */
function clearOfSymbols({ symbols, paths }: FormLayout): (y: number) => boolean {
  const boxes = [...symbols, ...paths.flatMap(({ label }) => (label === null ? [] : [label]))];
  const levels = paths.flatMap(({ points }) =>
    points.flatMap((point, i) => (points[i + 1]?.y === point.y ? [point.y] : [])),
  );
  return (y) =>
    boxes.every((box) => y < box.y - clearance || y > box.y + box.height + clearance) &&
    levels.every((level) => Math.abs(level - y) >= clearance);
}

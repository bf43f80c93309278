import type { PageLink, Point } from "./form-layout.js";
import type { Cut } from "./page-cuts.js";

const pentagon = { width: 16, height: 17, gap: 2 } as const;
/** A straight lead, the first and each further height at which one may turn, and the most, in px. */
const lead = { length: 5, first: 3, step: 4, most: 80 } as const;
/** Between the pentagons and the table's end, in px. */
const air = 2;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where pentagons may stand across the form, in px: among the lanes, if they have room there. */
export interface LinkSpan {
  readonly lanes: Span;
  readonly form: Span;
}

/** Where the pentagons of one break stand beside one another, and what their leads need. */
export interface Spread {
  readonly width: number;
  /** Middles of the pentagons, in the order of the cuts. */
  readonly middles: readonly number[];
  /** By cut: at which height its lead turns aside; -1: it runs straight. */
  readonly turns: readonly number[];
  /** px between two turns. */
  readonly step: number;
  /** Length of every lead in px. */
  readonly lead: number;
  /** px that all of it takes at the end of a page. */
  readonly room: number;
}

/**
 * The pentagons of a break at `y`, on the page above it (`at` is "bottom") or the one below it.
 * Where the arrows are too near one another for that, pentagons step aside, and leads follow them
 * without crossing.
 */
export function placeLinks(
  cuts: readonly Cut[],
  places: Spread,
  at: PageLink["at"],
  y: number,
): PageLink[] {
  const away = at === "bottom" ? 1 : -1;
  const tip = y + away * places.lead;
  return cuts.map(({ edge, letter, x, downwards }, i): PageLink => {
    const middle = places.middles[i]!;
    const turn = places.turns[i]!;
    const turnY = y + away * (lead.first + turn * places.step);
    const aside: Point[] =
      turn < 0
        ? []
        : [
            { x, y: turnY },
            { x: middle, y: turnY },
          ];
    return {
      edge,
      letter,
      x,
      at,
      direction: downwards === (at === "bottom") ? "out" : "in",
      box: {
        x: middle - places.width / 2,
        y: at === "bottom" ? tip : tip - pentagon.height,
        width: places.width,
        height: pentagon.height,
      },
      lead: [{ x, y }, ...aside, { x: turn < 0 ? x : middle, y: tip }],
    };
  });
}

/** Places for the pentagons of a break that cuts paths at `xs`, ascending. */
export function spreadLinks(xs: readonly number[], room: LinkSpan): Spread {
  if (xs.length === 0) return { width: 0, middles: [], turns: [], step: 0, lead: 0, room: 0 };
  const wanted = pentagon.width + pentagon.gap;
  const { from, to } =
    room.lanes.to - room.lanes.from < xs.length * wanted ? room.form : room.lanes;
  const pitch = Math.min(wanted, (to - from) / xs.length);
  const width = Math.min(pentagon.width, pitch);
  const middles = standApart(xs, pitch, from + width / 2, to - width / 2);
  const turns = xs.map(() => -1);
  // What steps left turns the sooner the further left it stands; what steps right the other way.
  const turnAfter = (i: number, before: number | undefined): void => {
    const isNear =
      before !== undefined &&
      Math.min(xs[before]!, middles[before]!) <= Math.max(xs[i]!, middles[i]!) &&
      Math.max(xs[before]!, middles[before]!) >= Math.min(xs[i]!, middles[i]!);
    // Whatever else it would meet, the one before meets too.
    turns[i] = isNear ? turns[before]! + 1 : 0;
  };
  const moved = xs.map((_, i) => i).filter((i) => Math.abs(xs[i]! - middles[i]!) > 0.01);
  const left = moved.filter((i) => middles[i]! < xs[i]!);
  const right = moved.filter((i) => middles[i]! > xs[i]!).reverse();
  for (const side of [left, right]) side.forEach((i, at) => turnAfter(i, side[at - 1]));
  const count = turns.reduce((most, turn) => Math.max(most, turn), -1) + 1;
  const step = Math.min(lead.step, lead.most / Math.max(1, count));
  const length = lead.length + count * step;
  return { width, middles, turns, step, lead: length, room: length + pentagon.height + air };
}

/** Neighbours that stand as near to one another as they may. */
interface Block {
  readonly count: number;
  /** Sum of where its first member would stand for each member to have its own x. */
  readonly wanted: number;
}

/**
 * Places at least `pitch` apart, each as near to its own x as that allows: neighbours that would
 * meet form a block around the middle of what they want.
 */
function standApart(xs: readonly number[], pitch: number, least: number, most: number): number[] {
  const startOf = ({ count, wanted }: Block): number =>
    Math.min(Math.max(wanted / count, least), Math.max(least, most - (count - 1) * pitch));
  const blocks: Block[] = [];
  for (const x of xs) {
    let block: Block = { count: 1, wanted: x };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined) break;
      if (startOf(before) + before.count * pitch <= startOf(block) + 1e-9) break;
      blocks.pop();
      block = {
        count: before.count + block.count,
        wanted: before.wanted + block.wanted - block.count * before.count * pitch,
      };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => {
    const start = startOf(block);
    return Array.from({ length: block.count }, (_, i) => start + i * pitch);
  });
}

import { type CourseArrow, exit, type OrderedCourse } from "./course.js";

/** Where a case is in a course, and by which arrows it has gone back, as far as that still matters. */
export interface CaseAt {
  readonly node: number;
  /** One bit per arrow back of the circle of ways that it is in; outside of it they do not matter. */
  readonly used: bigint;
}

export interface WayOn {
  readonly arrow: CourseArrow;
  readonly isBack: boolean;
  /** `null`: out of the course. */
  readonly next: CaseAt | null;
}

/** Sets of arrows for which is remembered where the way out is still open. */
const remembered = 1_000;

export const caseAtStart: CaseAt = { node: 0, used: 0n };

/**
 * How a case that goes back nowhere twice can go on: by what does not lead back, and by what does and
 * was not taken yet; in either case only to where it still comes out in that manner.
 */
export class WaysOn {
  readonly #circles: Int32Array;
  /** By circle: its nodes, in the order of the course. */
  readonly #members = new Map<number, number[]>();
  readonly #bits = new Map<CourseArrow, bigint>();
  /** Where the way out is open without going back, whatever was taken before. */
  readonly #isFree: Uint8Array;
  readonly #open = new Map<string, Uint8Array>();
  #last: { readonly circle: number; readonly used: bigint; readonly open: Uint8Array } | null =
    null;
  /** Arrows that were looked at: the measure of all work here. */
  looked = 0;

  constructor(readonly ordered: OrderedCourse) {
    const { course, order } = ordered;
    this.#circles = ordered.circles();
    const counts = new Map<number, bigint>();
    for (const node of order) {
      const circle = this.#circles[node]!;
      const members = this.#members.get(circle);
      if (members) members.push(node);
      else this.#members.set(circle, [node]);
      for (const arrow of course[node]!.out) {
        if (!ordered.leadsBack(node, arrow.to)) continue;
        const count = counts.get(circle) ?? 0n;
        counts.set(circle, count + 1n);
        this.#bits.set(arrow, 1n << count);
      }
    }
    this.#isFree = new Uint8Array(course.length);
    for (const members of this.#members.values()) {
      this.#findOpen(this.#isFree, members, (arrow) => !this.#bits.has(arrow));
    }
  }

  /** Never none, of a case that began at the start. */
  from({ node, used }: CaseAt): WayOn[] {
    const circle = this.#circles[node]!;
    const on: WayOn[] = [];
    this.looked += this.ordered.course[node]!.out.length;
    for (const arrow of this.ordered.course[node]!.out) {
      const { to } = arrow;
      if (to === exit) on.push({ arrow, isBack: false, next: null });
      else if (this.#circles[to] !== circle) {
        on.push({ arrow, isBack: false, next: { node: to, used: 0n } });
      } else {
        const bit = this.#bits.get(arrow);
        if (bit !== undefined && (used & bit) !== 0n) continue;
        const next = { node: to, used: bit === undefined ? used : used | bit };
        if (this.#isOpen(next)) on.push({ arrow, isBack: bit !== undefined, next });
      }
    }
    return on;
  }

  /** Whether a case comes out of the circle from there, going back nowhere twice. */
  #isOpen({ node, used }: CaseAt): boolean {
    if (this.#isFree[node] === 1) return true;
    const circle = this.#circles[node]!;
    if (this.#last?.circle === circle && this.#last.used === used) {
      return this.#last.open[node] === 1;
    }
    const key = `${circle} ${used.toString(32)}`;
    let open = this.#open.get(key);
    if (!open) {
      open = new Uint8Array(this.ordered.course.length);
      const members = this.#members.get(circle)!;
      this.#findOpen(open, members, (arrow) => ((this.#bits.get(arrow) ?? 0n) & used) === 0n);
      if (this.#open.size >= remembered) this.#open.clear();
      this.#open.set(key, open);
    }
    this.#last = { circle, used, open };
    return open[node] === 1;
  }

  #findOpen(
    open: Uint8Array,
    members: readonly number[],
    mayTake: (arrow: CourseArrow) => boolean,
  ): void {
    const circle = this.#circles[members[0]!];
    const backwards = [...members].reverse();
    for (let changed = true; changed;) {
      changed = false;
      for (const node of backwards) {
        if (open[node] === 1) continue;
        this.looked += this.ordered.course[node]!.out.length;
        const isOpen = this.ordered.course[node]!.out.some(
          (arrow) =>
            mayTake(arrow) &&
            (arrow.to === exit || this.#circles[arrow.to] !== circle || open[arrow.to] === 1),
        );
        if (!isOpen) continue;
        open[node] = 1;
        changed = true;
      }
    }
  }
}

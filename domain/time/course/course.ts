import type { EdgeKey, NodeKey } from "../../sop/graph.js";
import type { Stretch } from "./stretch.js";

/** Where a course is left. */
export const exit = -1;

export interface CourseArrow {
  /** The place of a node in the course, or `exit`. */
  readonly to: number;
  /** The outcome that is chosen with it, out of a decision. */
  readonly outcome: EdgeKey | null;
}

export interface CourseNode {
  readonly key: NodeKey;
  readonly stretch: Stretch;
  /** Ways on, each as likely as the others. */
  readonly out: readonly CourseArrow[];
}

/** A part of a drawing that one token goes through alone, by whichever way; it begins at node 0. */
export type Course = readonly CourseNode[];

/** A course in the order in which it is gone through, so that an arrow to what is not later leads back. */
export class OrderedCourse {
  /** The nodes that can be come to; the others are not part of it. */
  readonly order: readonly number[];
  /** By node: its place in the order. */
  readonly #place: Int32Array;

  constructor(readonly course: Course) {
    const after: number[] = [];
    const next = new Int32Array(course.length);
    const isSeen = new Uint8Array(course.length);
    const way = [0];
    isSeen[0] = 1;
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const arrow = course[at]!.out[next[at]!++];
      if (arrow === undefined) {
        after.push(at);
        way.pop();
      } else if (arrow.to !== exit && isSeen[arrow.to] === 0) {
        isSeen[arrow.to] = 1;
        way.push(arrow.to);
      }
    }
    this.order = after.reverse();
    this.#place = new Int32Array(course.length).fill(-1);
    this.order.forEach((node, place) => (this.#place[node] = place));
  }

  placeOf(node: number): number {
    return this.#place[node]!;
  }

  /** Whether an arrow leads to where a token has been on every way that the order knows. */
  leadsBack(from: number, to: number): boolean {
    return to !== exit && this.#place[to]! <= this.#place[from]!;
  }

  /** By node: the number of the circle of ways that it is in; alone in its own where it is in none. */
  circles(): Int32Array {
    const into: number[][] = this.course.map(() => []);
    for (const from of this.order) {
      for (const { to } of this.course[from]!.out) if (to !== exit) into[to]!.push(from);
    }
    const circle = new Int32Array(this.course.length).fill(-1);
    for (const head of this.order) {
      if (circle[head] !== -1) continue;
      circle[head] = head;
      const open = [head];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const from of into[at]!) {
          if (circle[from] !== -1) continue;
          circle[from] = head;
          open.push(from);
        }
      }
    }
    return circle;
  }
}

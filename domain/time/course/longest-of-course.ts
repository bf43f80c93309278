import { exit, type OrderedCourse } from "./course.js";

/** Steps of counting after which ways back are left out. */
const most = 600_000;

/**
 * The longest way straight through the course and, for each circle of ways that it comes into, every
 * way back in it once: the longest way again from the step that it leads to, to the step that it left.
 */
export function longestOfCourse(ordered: OrderedCourse): {
  readonly minutes: number;
  readonly isWhole: boolean;
} {
  const { course, order } = ordered;
  const circles = ordered.circles();
  const { again, isWhole } = timeAgain(ordered, circles);
  const time = (node: number): number => course[node]!.stretch.longest;
  const until = new Float64Array(course.length).fill(Number.NEGATIVE_INFINITY);
  until[0] = time(0) + (again.get(circles[0]!) ?? 0);
  let longest = 0;
  for (const from of order) {
    for (const { to } of course[from]!.out) {
      if (to === exit) longest = Math.max(longest, until[from]!);
      else if (!ordered.leadsBack(from, to)) {
        const entered = circles[to] === circles[from] ? 0 : (again.get(circles[to]!) ?? 0);
        until[to] = Math.max(until[to]!, until[from]! + time(to) + entered);
      }
    }
  }
  return { minutes: longest, isWhole };
}

/** By circle: what all its ways back add, each taken once. */
function timeAgain(ordered: OrderedCourse, circles: Int32Array) {
  const { course, order } = ordered;
  const backTo = new Map<number, number[]>();
  const members = new Map<number, number[]>();
  for (const from of order) {
    const own = members.get(circles[from]!);
    if (own) own.push(from);
    else members.set(circles[from]!, [from]);
    for (const { to } of course[from]!.out) {
      if (ordered.leadsBack(from, to)) backTo.set(to, [...(backTo.get(to) ?? []), from]);
    }
  }
  const again = new Map<number, number>();
  const until = new Float64Array(course.length);
  let left = most;
  for (const [head, tails] of backTo) {
    const circle = circles[head]!;
    const nodes = members.get(circle)!.slice(members.get(circle)!.indexOf(head));
    left -= nodes.reduce((sum, node) => sum + course[node]!.out.length, 0);
    if (left < 0) return { again, isWhole: false };
    for (const node of nodes) until[node] = Number.NEGATIVE_INFINITY;
    until[head] = course[head]!.stretch.longest;
    let farthest = 0;
    for (const from of nodes) {
      farthest = Math.max(farthest, until[from]!);
      for (const { to } of course[from]!.out) {
        if (to === exit || circles[to] !== circle || ordered.leadsBack(from, to)) continue;
        until[to] = Math.max(until[to]!, until[from]! + course[to]!.stretch.longest);
      }
    }
    // Where a circle has several ways in, a tail may be come to only by leading back once more.
    const added = tails.map((tail) => (until[tail]! >= 0 ? until[tail]! : farthest));
    again.set(
      circle,
      added.reduce((sum, time) => sum + time, again.get(circle) ?? 0),
    );
  }
  return { again, isWhole: true };
}

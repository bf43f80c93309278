import { exit, type OrderedCourse } from "./course.js";

/** Arrows that are looked at before what is known counts: more than any drawing by hand needs. */
const most = 1_000_000;

/**
 * By node, the least that a way from it to the exit costs, itself included. Costs are not negative;
 * `perArrow` is for going on from a node by any one of its arrows.
 */
export function leastRest(
  { course, order }: OrderedCourse,
  perNode: (node: number) => number,
  perArrow: (node: number) => number = () => 0,
): Float64Array {
  const rest = new Float64Array(course.length).fill(Number.POSITIVE_INFINITY);
  const backwards = [...order].reverse();
  let left = most;
  for (let changed = true; changed && left > 0;) {
    changed = false;
    for (const node of backwards) {
      left -= course[node]!.out.length;
      let least = Number.POSITIVE_INFINITY;
      for (const { to } of course[node]!.out) least = Math.min(least, to === exit ? 0 : rest[to]!);
      const cost = least + perNode(node) + perArrow(node);
      if (cost >= rest[node]!) continue;
      rest[node] = cost;
      changed = true;
    }
  }
  return rest;
}

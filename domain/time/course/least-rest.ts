import { exit, type OrderedCourse } from "./course.js";

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
  for (let changed = true; changed;) {
    changed = false;
    for (const node of backwards) {
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

import { exit, type OrderedCourse } from "./course.js";

/** Terms that are put in for others before the rest is come near to by going round. */
const mostTerms = 300_000;
/** Arrows that are looked at while going round. */
const mostArrows = 600_000;

/**
 * The mean time, where of a decision's outcomes each is as likely as the others: the solution of one
 * equation per node, its own time and the mean of what follows, by putting later nodes into earlier
 * ones. What a loop leads back to stays in them until its own turn.
 */
export function expectedOfCourse(ordered: OrderedCourse): {
  readonly minutes: number;
  readonly isExact: boolean;
} {
  const { course, order } = ordered;
  const times = new Float64Array(course.length);
  /** By node: how often nodes before it in the order are come to from it. */
  const terms: Map<number, number>[] = course.map(() => new Map());
  let left = mostTerms;
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const node = order[place]!;
    const { out, stretch } = course[node]!;
    let time = stretch.expected;
    const open = new Map<number, number>();
    const add = (to: number, weight: number): void => {
      open.set(to, (open.get(to) ?? 0) + weight);
    };
    for (const { to } of out) if (to !== exit) add(to, 1 / out.length);
    for (;;) {
      const later = latest(ordered, open, place);
      if (later === -1) break;
      const weight = open.get(later)!;
      open.delete(later);
      time += weight * times[later]!;
      for (const [to, share] of terms[later]!) add(to, weight * share);
      left -= terms[later]!.size + open.size;
      if (left < 0) return { minutes: roundAndRound(ordered), isExact: false };
    }
    const stays = open.get(node) ?? 0;
    open.delete(node);
    times[node] = time / (1 - stays);
    for (const [to, weight] of open) terms[node]!.set(to, weight / (1 - stays));
  }
  return { minutes: times[0]!, isExact: true };
}

/** Of these nodes, the last in the order that comes after a place; -1 where none does. */
function latest(ordered: OrderedCourse, nodes: ReadonlyMap<number, number>, place: number): number {
  let found = -1;
  let at = place;
  for (const node of nodes.keys()) {
    const own = ordered.placeOf(node);
    if (own > at) [found, at] = [node, own];
  }
  return found;
}

function roundAndRound({ course, order }: OrderedCourse): number {
  const times = new Float64Array(course.length);
  const backwards = [...order].reverse();
  const arrows = order.reduce((sum, node) => sum + course[node]!.out.length, 0);
  for (let left = mostArrows; left > 0; left -= arrows) {
    for (const node of backwards) {
      const { out, stretch } = course[node]!;
      const rest = out.reduce((sum, { to }) => sum + (to === exit ? 0 : times[to]!), 0);
      times[node] = stretch.expected + rest / out.length;
    }
  }
  return times[0]!;
}

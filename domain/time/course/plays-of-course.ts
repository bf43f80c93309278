import type { NodeKey } from "../../sop/graph.js";
import { exit, type OrderedCourse } from "./course.js";
import { leastRest } from "./least-rest.js";
import { PriorityQueue } from "./priority-queue.js";
import type { ChosenOutcome, Play } from "./stretch.js";

/** Ways that are begun, or gone on with, before no more are looked for. */
const most = 20_000;
/** What makes no way less likely, but of equally likely ones tells which comes first. */
const perWayBack = 1e-7;
const perStepAhead = 1e-12;

/** A way that has come to a node, or to the exit. */
interface Begun {
  readonly at: number;
  readonly before: Begun | null;
  /** What was chosen to come here from the node before. */
  readonly outcomes: readonly ChosenOutcome[];
  /** The step that the way led back to just now. */
  readonly backTo: NodeKey | null;
  /** The arrows by which it led back, each by its two ends. */
  readonly back: readonly string[];
  readonly last: NodeKey;
  readonly minutes: number;
  readonly likelihood: number;
  /** Of what it came to: minus the logarithm of its likelihood, which never becomes nothing. */
  readonly cost: number;
}

const start: Begun = {
  at: 0,
  before: null,
  outcomes: [],
  backTo: null,
  back: [],
  last: "",
  minutes: 0,
  likelihood: 1,
  cost: 0,
};

/**
 * The most likely ways through the course that go back by no arrow twice, likeliest first, and of
 * equally likely ones those with the fewest ways back. What can still follow is known, so that hardly
 * any other is begun.
 */
export function playsOfCourse(ordered: OrderedCourse, wanted: number): Play[] {
  const { course } = ordered;
  const rest = leastRest(
    ordered,
    (node) => -Math.log(course[node]!.stretch.plays[0]?.likelihood ?? 0),
    (node) => Math.log(course[node]!.out.length),
  );
  const queue = new PriorityQueue<Begun>();
  const plays: Play[] = [];
  queue.push(start, 0);
  for (let count = 0; count < most && plays.length < wanted;) {
    const begun = queue.pop();
    if (begun === undefined) break;
    count += 1;
    if (begun.at === exit) plays.push(toPlay(begun));
    else {
      for (const next of goOn(ordered, begun)) {
        count += 1;
        queue.push(next, next.cost + (next.at === exit ? 0 : rest[next.at]!));
      }
    }
  }
  return plays;
}

function goOn(ordered: OrderedCourse, begun: Begun): Begun[] {
  const node = ordered.course[begun.at]!;
  return node.out.flatMap(({ to, outcome }): Begun[] => {
    const isBack = ordered.leadsBack(begun.at, to);
    const arrow = `${begun.at} ${to}`;
    if (isBack && begun.back.includes(arrow)) return [];
    const own = outcome === null ? [] : [{ node: node.key, edge: outcome, backTo: null }];
    return node.stretch.plays.map((play): Begun => {
      const likelihood = play.likelihood / node.out.length;
      return {
        at: to,
        before: begun,
        outcomes: [...play.outcomes, ...own],
        backTo: isBack ? ordered.course[to]!.key : null,
        back: isBack ? [...begun.back, arrow] : begun.back,
        last: play.last,
        minutes: begun.minutes + play.minutes,
        likelihood: begun.likelihood * likelihood,
        cost: begun.cost - Math.log(likelihood) + (isBack ? perWayBack : -perStepAhead),
      };
    });
  });
}

function toPlay(end: Begun): Play {
  const way: Begun[] = [];
  for (let begun: Begun | null = end; begun; begun = begun.before) way.push(begun);
  const outcomes: ChosenOutcome[] = [];
  for (const begun of way.reverse()) {
    outcomes.push(...begun.outcomes);
    // What led back is what was chosen last, though other steps may lie in between.
    const chosen = outcomes.at(-1);
    if (chosen && begun.backTo !== null)
      outcomes.splice(-1, 1, { ...chosen, backTo: begun.backTo });
  }
  const { minutes, likelihood, last } = end;
  return { minutes, likelihood, outcomes, last };
}

/** How many ways lead through the course; infinitely many where one can go round in it. */
export function countOfPlays(ordered: OrderedCourse): number {
  const { course, order } = ordered;
  const ways = new Float64Array(course.length);
  for (const node of [...order].reverse()) {
    const { out, stretch } = course[node]!;
    if (out.some(({ to }) => ordered.leadsBack(node, to))) return Number.POSITIVE_INFINITY;
    const on = out.reduce((sum, { to }) => sum + (to === exit ? 1 : ways[to]!), 0);
    ways[node] = on * stretch.count;
  }
  return ways[0]!;
}

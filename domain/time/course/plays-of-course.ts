import type { NodeKey } from "../../sop/graph.js";
import { exit, type OrderedCourse } from "./course.js";
import { leastRest } from "./least-rest.js";
import { PriorityQueue } from "./priority-queue.js";
import type { ChosenOutcome, Play } from "./stretch.js";
import type { UnfoldedCourse } from "./unfolded-course.js";
import { type CaseAt, caseAtStart, type WaysOn } from "./ways-on.js";

/** Ways that are begun, or gone on with, before no more are looked for. */
const most = 20_000;
/** Arrows that are looked at meanwhile, per node of the course. */
const mostPerNode = 1_000;
/** What makes no way less likely, but of equally likely ones tells which comes first. */
const perWayBack = 1e-7;
const perStepAhead = 1e-12;

/** A way that has come to a node, or to the exit. */
interface Begun {
  readonly at: CaseAt | null;
  readonly before: Begun | null;
  /** What was chosen to come here from the node before. */
  readonly outcomes: readonly ChosenOutcome[];
  /** The step that the way led back to just now. */
  readonly backTo: NodeKey | null;
  readonly last: NodeKey;
  readonly minutes: number;
  readonly likelihood: number;
  /** Of what it came to: minus the logarithm of its likelihood, which never becomes nothing. */
  readonly cost: number;
}

const start: Begun = {
  at: caseAtStart,
  before: null,
  outcomes: [],
  backTo: null,
  last: "",
  minutes: 0,
  likelihood: 1,
  cost: 0,
};

/**
 * The most likely ways through the course that go back by no arrow twice, likeliest first, and of
 * equally likely ones those with the fewest ways back. What can still follow is known, so that hardly
 * any other is begun; where the course could not be unfolded it is near to what is known.
 */
export function playsOfCourse(
  ways: WaysOn,
  unfolded: UnfoldedCourse | null,
  wanted: number,
): Play[] {
  const known = unfolded?.ordered ?? ways.ordered;
  const rest = leastRest(
    known,
    (node) => -Math.log(known.course[node]!.stretch.plays[0]?.likelihood ?? 0),
    (node) => Math.log(known.course[node]!.out.length),
  );
  const restOf = (at: CaseAt): number => rest[unfolded ? unfolded.placeOf(at) : at.node]!;
  const queue = new PriorityQueue<Begun>();
  const plays: Play[] = [];
  queue.push(start, 0);
  const mostLooked = ways.looked + mostPerNode * ways.ordered.course.length;
  for (let count = 0; count < most && ways.looked < mostLooked && plays.length < wanted;) {
    const begun = queue.pop();
    if (begun === undefined) break;
    count += 1;
    if (begun.at === null) plays.push(toPlay(begun));
    else {
      for (const next of goOn(ways, begun, begun.at)) {
        count += 1;
        queue.push(next, next.cost + (next.at === null ? 0 : restOf(next.at)));
      }
    }
  }
  return unfolded ? plays : plays.sort((a, b) => b.likelihood - a.likelihood);
}

function goOn(ways: WaysOn, begun: Begun, at: CaseAt): Begun[] {
  const { course } = ways.ordered;
  const node = course[at.node]!;
  const on = ways.from(at);
  return on.flatMap(({ arrow: { outcome, to }, isBack, next }): Begun[] => {
    const own = outcome === null ? [] : [{ node: node.key, edge: outcome, backTo: null }];
    return node.stretch.plays.map((play): Begun => {
      const likelihood = play.likelihood / on.length;
      return {
        at: next,
        before: begun,
        outcomes: [...play.outcomes, ...own],
        backTo: isBack ? course[to]!.key : null,
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

/** How many ways lead through a course without ways back. */
export function countOfPlays({ course, order }: OrderedCourse): number {
  const ways = new Float64Array(course.length);
  for (const node of [...order].reverse()) {
    const { out, stretch } = course[node]!;
    const on = out.reduce((sum, { to }) => sum + (to === exit ? 1 : ways[to]!), 0);
    ways[node] = on * stretch.count;
  }
  return ways[0]!;
}

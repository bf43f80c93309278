import { type Course, OrderedCourse } from "./course.js";
import { expectedByTrying, expectedOfUnfolded } from "./expected-of-course.js";
import { leastRest } from "./least-rest.js";
import { longestOfCourse } from "./longest-of-course.js";
import { countOfPlays, playsOfCourse } from "./plays-of-course.js";
import type { Play, Stretch } from "./stretch.js";
import { unfoldCourse } from "./unfolded-course.js";
import { WaysOn } from "./ways-on.js";

/** Nodes that a course is unfolded into, for each of its own and in all. */
const mostPerNode = 300;
const mostInAll = 20_000;

/** What a course takes as a whole, with so many of its ways. */
export function stretchOfCourse(course: Course, wanted: number): Stretch {
  const ordered = new OrderedCourse(course);
  const ways = new WaysOn(ordered);
  const most = Math.max(course.length, Math.min(mostPerNode * course.length, mostInAll));
  const unfolded = unfoldCourse(ways, most);
  const longest = longestOfCourse(ordered);
  const plays = playsOfCourse(ways, unfolded, wanted);
  const shortest = leastRest(ordered, (node) => course[node]!.stretch.shortest)[0]!;
  const expected = unfolded
    ? expectedOfUnfolded(unfolded.ordered)
    : (expectedByTrying(ways) ?? meanOf(plays) ?? shortest);
  const isCounted = longest.isWhole && unfolded !== null;
  return {
    shortest,
    expected,
    // Where circles are come into at several places, or ways back were left out, it may be too little.
    longest: Math.max(longest.minutes, expected, ...plays.map(({ minutes }) => minutes)),
    plays,
    count: unfolded ? countOfPlays(unfolded.ordered) : Number.POSITIVE_INFINITY,
    isEstimate: !isCounted || ordered.order.some((node) => course[node]!.stretch.isEstimate),
  };
}

/** Of the likeliest ways, each by how likely it is. */
function meanOf(plays: readonly Play[]): number | null {
  const all = plays.reduce((sum, { likelihood }) => sum + likelihood, 0);
  if (all === 0) return null;
  return plays.reduce((sum, { likelihood, minutes }) => sum + (likelihood / all) * minutes, 0);
}

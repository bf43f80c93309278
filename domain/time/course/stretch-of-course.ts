import { type Course, OrderedCourse } from "./course.js";
import { expectedOfCourse } from "./expected-of-course.js";
import { leastRest } from "./least-rest.js";
import { longestOfCourse } from "./longest-of-course.js";
import { countOfPlays, playsOfCourse } from "./plays-of-course.js";
import type { Stretch } from "./stretch.js";

/** What a course takes as a whole, with so many of its ways. */
export function stretchOfCourse(course: Course, wanted: number): Stretch {
  const ordered = new OrderedCourse(course);
  const longest = longestOfCourse(ordered);
  const expected = expectedOfCourse(ordered);
  const isCounted = longest.isWhole && expected.isExact;
  return {
    shortest: leastRest(ordered, (node) => course[node]!.stretch.shortest)[0]!,
    expected: expected.minutes,
    longest: longest.minutes,
    plays: playsOfCourse(ordered, wanted),
    count: countOfPlays(ordered),
    isEstimate: !isCounted || ordered.order.some((node) => course[node]!.stretch.isEstimate),
  };
}

import { type CourseNode, exit, OrderedCourse } from "./course.js";
import { type CaseAt, caseAtStart, type WaysOn } from "./ways-on.js";

/** A course without ways back: a node of it is a node of another, and how a case has gone back before. */
export interface UnfoldedCourse {
  readonly ordered: OrderedCourse;
  readonly placeOf: (at: CaseAt) => number;
}

/**
 * All that a case can do in a course that goes back nowhere twice; `null` where that has more than so
 * many nodes.
 */
export function unfoldCourse(ways: WaysOn, most: number): UnfoldedCourse | null {
  const { course } = ways.ordered;
  const mostLooked = ways.looked + 10 * most;
  const places = new Map([[nameOf(caseAtStart), 0]]);
  const cases = [caseAtStart];
  const unfolded: CourseNode[] = [];
  for (const at of cases) {
    const { key, stretch } = course[at.node]!;
    const out = ways.from(at).map(({ arrow, next }) => {
      if (next === null) return { to: exit, outcome: arrow.outcome };
      const name = nameOf(next);
      const to = places.get(name) ?? cases.push(next) - 1;
      places.set(name, to);
      return { to, outcome: arrow.outcome };
    });
    if (cases.length > most || ways.looked > mostLooked) return null;
    unfolded.push({ key, stretch, out });
  }
  return { ordered: new OrderedCourse(unfolded), placeOf: (at) => places.get(nameOf(at))! };
}

const nameOf = ({ node, used }: CaseAt): string => `${node} ${used.toString(32)}`;

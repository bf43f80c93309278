import { exit, type OrderedCourse } from "./course.js";
import { sameNumbers } from "./same-numbers.js";
import { type CaseAt, caseAtStart, type WaysOn } from "./ways-on.js";

/** Cases that are tried, and arrows that are looked at for them, per node of the course. */
const mostCases = 400;
const mostPerNode = 1_000;

/** The mean time through a course without ways back, where each way on is as likely as the others. */
export function expectedOfUnfolded({ course, order }: OrderedCourse): number {
  const times = new Float64Array(course.length);
  for (const node of [...order].reverse()) {
    const { out, stretch } = course[node]!;
    const rest = out.reduce((sum, { to }) => sum + (to === exit ? 0 : times[to]!), 0);
    times[node] = stretch.expected + rest / out.length;
  }
  return times[0]!;
}

/**
 * The same by trying, where a course has too many ways back: of cases that go back nowhere twice.
 * `null` where none came to its end in the time that there is.
 */
export function expectedByTrying(ways: WaysOn): number | null {
  const { course } = ways.ordered;
  const random = sameNumbers();
  const most = ways.looked + mostPerNode * course.length;
  let [minutes, cases] = [0, 0];
  for (; cases < mostCases && ways.looked < most; cases += 1) {
    let own = 0;
    for (let at: CaseAt | null = caseAtStart; at;) {
      // Who is about it already is given up late: else only short cases would count.
      if (ways.looked > most + 3 * mostPerNode * course.length)
        return cases === 0 ? null : minutes / cases;
      own += course[at.node]!.stretch.expected;
      const on = ways.from(at);
      at = on[Math.floor(random() * on.length)]!.next;
    }
    minutes += own;
  }
  return minutes / cases;
}

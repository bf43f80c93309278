import { type Course, exit } from "./course.js";
import type { FlowArrow, FlowPart } from "./token-flow.js";
import { combinedPlays } from "./combined-plays.js";
import type { Stretch } from "./stretch.js";
import { stretchOfCourse } from "./stretch-of-course.js";

/** What one token does between two bars, or between a bar and itself. */
export interface Branch {
  readonly from: FlowPart;
  readonly to: FlowPart;
  readonly stretch: Stretch;
}

const nothing: Stretch = {
  shortest: 0,
  expected: 0,
  longest: 0,
  plays: [{ minutes: 0, likelihood: 1, outcomes: [], last: "" }],
  count: 1,
  isEstimate: false,
};

/**
 * Branches that begin at one bar and all come together at another, which may divide and wait for one
 * another in between: together they take as long as the longest row of them. `null` where what
 * happens in one decides which others there are.
 */
export function stretchOfBranches(
  parts: readonly FlowPart[],
  first: FlowPart,
  last: FlowPart,
  wanted: number,
): Stretch | null {
  const branches = branchesBetween(parts, first, last, wanted);
  if (branches === null) return null;
  const bars = inTurn(branches, first, last);
  if (bars === null) return null;
  const time = (minutesOf: (branch: Branch) => number): number => {
    const at = new Map(bars.map((bar) => [bar, 0]));
    for (const bar of bars) {
      for (const branch of branches) {
        if (branch.from !== bar) continue;
        const arrives = at.get(bar)! + minutesOf(branch);
        at.set(branch.to, Math.max(at.get(branch.to)!, arrives));
      }
    }
    return at.get(last)!;
  };
  return {
    shortest: time(({ stretch }) => stretch.shortest),
    expected: time(({ stretch }) => stretch.expected),
    longest: time(({ stretch }) => stretch.longest),
    plays: combinedPlays(branches, time, last.key, wanted),
    count: branches.reduce((count, { stretch }) => count * stretch.count, 1),
    isEstimate: branches.some(({ stretch }) => stretch.isEstimate),
  };
}

const isBar = ({ does }: FlowPart): boolean => does !== "STRETCH";

function branchesBetween(
  parts: readonly FlowPart[],
  first: FlowPart,
  last: FlowPart,
  wanted: number,
): Branch[] | null {
  const inside = new Set(parts);
  const branches: Branch[] = [];
  const entered = new Set<FlowPart>();
  for (const bar of parts.filter((part) => isBar(part) && part !== last)) {
    for (const arrow of bar.out) {
      const branch = isBar(arrow.to)
        ? { from: bar, to: arrow.to, stretch: nothing, ends: [arrow] }
        : branchFrom(arrow, inside, entered, wanted);
      if (branch === null) return null;
      branches.push(branch);
    }
  }
  const isWhole = parts.every((part) => {
    if (!isBar(part)) return entered.has(part);
    const arriving = branches.filter(({ to }) => to === part).length;
    if (part === first) return arriving === 0;
    return part.does === "MEET" ? arriving === part.into.length : arriving === 1;
  });
  return isWhole ? branches : null;
}

/** The branch that begins with an arrow out of a bar, if it comes to one bar only, and nothing else into it. */
function branchFrom(
  { from, to: entry }: FlowArrow,
  inside: ReadonlySet<FlowPart>,
  entered: Set<FlowPart>,
  wanted: number,
): Branch | null {
  if (entered.has(entry)) return null;
  const own = [entry];
  const places = new Map([[entry, 0]]);
  let end: FlowPart | null = null;
  const seen = new Set(own);
  for (const part of seen) {
    if (part.out.length === 0 || !inside.has(part)) return null;
    for (const { to } of part.out) {
      if (isBar(to)) {
        if (end !== null && end !== to) return null;
        end = to;
      } else if (!seen.has(to)) {
        places.set(to, own.push(to) - 1);
        seen.add(to);
      }
    }
  }
  const comesFromElsewhere = own.some((part) =>
    part.into.some((arrow) => !seen.has(arrow.from) && (part !== entry || arrow.from !== from)),
  );
  if (end === null || comesFromElsewhere) return null;
  for (const part of own) entered.add(part);
  const course: Course = own.map(({ key, stretch, out }) => ({
    key,
    stretch,
    out: out.map(({ to, outcome }) => ({ to: places.get(to) ?? exit, outcome })),
  }));
  return { from, to: end, stretch: stretchOfCourse(course, wanted) };
}

/** The bars so that each comes after those that it waits for; `null` where they wait in a circle. */
function inTurn(branches: readonly Branch[], first: FlowPart, last: FlowPart): FlowPart[] | null {
  const waits = new Map<FlowPart, number>([[first, 0]]);
  for (const { to } of branches) waits.set(to, (waits.get(to) ?? 0) + 1);
  const turn = [first];
  for (const bar of turn) {
    for (const { from, to } of branches) {
      if (from !== bar) continue;
      waits.set(to, waits.get(to)! - 1);
      if (waits.get(to) === 0) turn.push(to);
    }
  }
  return turn.length === waits.size && turn.at(-1) === last ? turn : null;
}

import { stretchOfBranches } from "./branches.js";
import { type Course, exit } from "./course.js";
import { dominators, isAbove } from "./dominators.js";
import type { Stretch } from "./stretch.js";
import { stretchOfCourse } from "./stretch-of-course.js";
import type { FlowPart, TokenFlow } from "./token-flow.js";
import { triedStretch } from "./tried-plays.js";

/** Ways that are kept of what is a part of something larger. */
const waysOfPart = 8;

/**
 * What a whole drawing takes: what happens between a bar and the one where all its tokens meet is
 * made into one part, from the inside out, until one token is left to be followed. `null` where the
 * drawing does not allow it, which no sound one does.
 */
export function stretchOfFlow(flow: TokenFlow, wanted: number): Stretch | null {
  for (const [first, last] of barsInPairs(flow)) {
    const parts = flow.between(first, last);
    const inside = new Set(parts);
    const isClosed = parts.every(
      (part) => part === first || part.into.every(({ from }) => inside.has(from)),
    );
    if (!isClosed) continue;
    const stretch =
      stretchOfBranches(parts, first, last, waysOfPart) ?? triedStretch(first, last, waysOfPart);
    if (stretch === null) return null;
    // What is come back to is told by its first step.
    const key = parts.find(({ does }) => does === "STRETCH")?.key ?? first.key;
    flow.replace(first, last, key, stretch);
  }
  const parts = flow.between(flow.first, null);
  if (parts.some(({ does }) => does !== "STRETCH")) return triedStretch(flow.first, null, wanted);
  const places = new Map(parts.map((part, at) => [part, at]));
  const course: Course = parts.map(({ key, stretch, out }) => ({
    key,
    stretch,
    out:
      out.length === 0
        ? [{ to: exit, outcome: null }]
        : out.map(({ to, outcome }) => ({ to: places.get(to)!, outcome })),
  }));
  return stretchOfCourse(course, wanted);
}

/** The bars between which everything is closed off, those inside others first. */
function barsInPairs({ parts, first }: TokenFlow): [FlowPart, FlowPart][] {
  const after = parts.length;
  const next = parts.map(({ out }) => out.map(({ to }) => to.no));
  const before = [...parts, null].map((part) =>
    part === null
      ? parts.filter(({ out }) => out.length === 0).map(({ no }) => no)
      : part.into.map(({ from }) => from.no),
  );
  const above = dominators(first.no, next);
  const below = dominators(after, before);
  const depth = (part: FlowPart): number => {
    let count = 0;
    for (let at = above[part.no]!; at !== -1; at = above[at]!) count += 1;
    return count;
  };
  return parts
    .filter(({ does }) => does === "DIVIDE")
    .map((part) => ({ part, depth: depth(part) }))
    .sort((a, b) => b.depth - a.depth)
    .flatMap(({ part }): [FlowPart, FlowPart][] => {
      const last = parts[below[part.no]!];
      return last?.does === "MEET" && isAbove(above, part.no, last.no) ? [[part, last]] : [];
    });
}

import type { Run, RunStep } from "./soundness.js";

/** A run that is put together from others without copying them, which long chains would make slow. */
export type Rope = Run | Joined;

interface Joined {
  /** In steps. */
  readonly length: number;
  readonly first: Rope;
  readonly last: Rope;
}

export function joinRopes(first: Rope, last: Rope): Rope {
  if (first.length === 0) return last;
  if (last.length === 0) return first;
  return { length: first.length + last.length, first, last };
}

export function flatten(rope: Rope): Run {
  const steps: RunStep[] = [];
  const open = [rope];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if ("first" in at) open.push(at.last, at.first);
    else steps.push(...at);
  }
  return steps;
}

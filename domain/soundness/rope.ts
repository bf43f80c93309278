import type { Run, RunStep } from "./soundness.js";

/** A run that is put together from others without copying them, which long chains would make slow. */
export type Rope = Run | Joined;

interface Joined {
  /** In steps. */
  readonly length: number;
  readonly first: Rope;
  readonly then: Rope;
}

export function joinRopes(first: Rope, then: Rope): Rope {
  if (first.length === 0) return then;
  if (then.length === 0) return first;
  return { length: first.length + then.length, first, then };
}

export function flatten(rope: Rope): Run {
  const steps: RunStep[] = [];
  const open = [rope];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if ("first" in at) open.push(at.then, at.first);
    else steps.push(...at);
  }
  return steps;
}

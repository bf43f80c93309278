interface Person {
  readonly id: string;
  readonly name: string;
}

interface TaskOfLane {
  readonly assignee: Person | null;
  readonly lane: { readonly position: { readonly holders: readonly Person[] } | null };
  readonly instance: { readonly requesterName: string };
}

/** `id` is `null` for a requester, who may have no account. */
export interface Worker {
  readonly id: string | null;
  readonly name: string;
}

/**
 * Whoever has the task, or is the only one who could have it: the position's one holder or, in the
 * requester's own lane, the requester. There is nobody to claim it from then. `null` while several
 * could have it.
 */
export function whoWorks({ assignee, lane, instance }: TaskOfLane): Worker | null {
  if (assignee !== null) return assignee;
  if (lane.position === null) return { id: null, name: instance.requesterName };
  const [only, ...others] = lane.position.holders;
  return others.length === 0 ? (only ?? null) : null;
}

/** The lanes that a drawing can tell apart, and what is left of them. */
export interface LargestLanes<Lane> {
  readonly shown: readonly Lane[];
  /** Empty where all are shown. */
  readonly rest: readonly Lane[];
}

/** Those with the most, in their own order; one alone is never left over, for "others" takes as much room. */
export function largestLanes<Lane>(
  lanes: readonly Lane[],
  amount: (lane: Lane) => number,
  most: number,
): LargestLanes<Lane> {
  const counted = lanes.filter((lane) => amount(lane) > 0);
  if (counted.length <= most) return { shown: counted, rest: [] };
  const chosen = new Set(
    counted.toSorted((one, other) => amount(other) - amount(one)).slice(0, most - 1),
  );
  return {
    shown: counted.filter((lane) => chosen.has(lane)),
    rest: counted.filter((lane) => !chosen.has(lane)),
  };
}

import { groupBy } from "../app/group-by.js";

interface Share {
  readonly lane?: { readonly key: string; readonly name: string } | null;
  readonly working: number;
}

export interface LaneShares<Kind extends Share> {
  readonly lane: Share["lane"];
  readonly shares: readonly Kind[];
  /** Milliseconds of working time, all shares together. */
  readonly working: number;
}

/** The shares of each lane together, in the order in which the lanes first had the case. */
export function lanesOfShares<Kind extends Share>(shares: readonly Kind[]): LaneShares<Kind>[] {
  const lanes = groupBy(shares, ({ lane }) => lane?.key ?? null);
  return [...lanes.values()].map((own) => ({
    lane: own[0]?.lane,
    shares: own,
    working: own.reduce((sum, { working }) => sum + working, 0),
  }));
}

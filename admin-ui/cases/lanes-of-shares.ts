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
  const lanes = new Map<string | null, Kind[]>();
  for (const share of shares) {
    const key = share.lane?.key ?? null;
    lanes.set(key, [...(lanes.get(key) ?? []), share]);
  }
  return [...lanes.values()].map((own) => ({
    lane: own[0]?.lane,
    shares: own,
    working: own.reduce((sum, { working }) => sum + working, 0),
  }));
}

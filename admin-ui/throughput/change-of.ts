/** How a number moved against what it is held against. */
export interface Change {
  readonly direction: "up" | "down" | "same";
  /** Part of the earlier value, 0.12 for 12 %; null where that was next to nothing beside it. */
  readonly part: number | null;
  readonly before: number;
}

/** `null` where either is unknown. */
export function changeOf(
  now: number | null | undefined,
  before: number | null | undefined,
): Change | null {
  if (now == null || before == null) return null;
  const direction = now > before ? "up" : now < before ? "down" : "same";
  // "Up 15,800 %, from 2" says less than "up, from 2".
  const isComparable = before !== 0 && now < 10 * before;
  return { direction, part: isComparable ? Math.abs(now - before) / before : null, before };
}

/** Of so many so many, 0 to 1; null of none. */
export const rate = (some: number, of: number): number | null => (of === 0 ? null : some / of);

interface WithStandard {
  readonly withStandard: number;
  readonly onTime: number;
  readonly finished: number;
  readonly rework: number;
}

/** What is counted of several lanes together. */
export const sumOf = <Key extends keyof WithStandard>(
  lanes: readonly Pick<WithStandard, Key>[],
  key: Key,
): number => lanes.reduce((sum, lane) => sum + lane[key], 0);

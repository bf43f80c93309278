/** How a number moved against what it is held against. */
export interface Change {
  readonly direction: "up" | "down" | "same";
  /** Part of the earlier value, 0.12 for 12 %; null where that was nothing. */
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
  return { direction, part: before === 0 ? null : Math.abs(now - before) / before, before };
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

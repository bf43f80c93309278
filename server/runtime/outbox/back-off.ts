interface BackOffOptions {
  /** After the first failure, in milliseconds. */
  readonly firstMs: number;
  /** By how much it grows with each. */
  readonly factor: number;
  readonly longestMs: number;
  /** Yields numbers from 0 to 1; `Math.random` unless told otherwise. */
  readonly random?: () => number;
}

/**
 * Waits that grow with each failure, in milliseconds, up to a longest. Each is taken from the upper
 * half of its span, so that those that failed together do not come back together.
 */
export function exponentialBackOff(options: BackOffOptions): (failures: number) => number {
  const { firstMs, factor, longestMs, random = Math.random } = options;
  return (failures) => {
    const whole = Math.min(firstMs * factor ** (failures - 1), longestMs);
    return Math.round((whole * (1 + random())) / 2);
  };
}

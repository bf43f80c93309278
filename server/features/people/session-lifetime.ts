const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In milliseconds. */
export const sessionLifetime = {
  /** A session that is not used for so long is over. */
  idle: 12 * HOUR,
  /** Every session is over after so long. */
  absolute: 7 * 24 * HOUR,
  /** How exactly its last use is kept; each use would be a write otherwise. */
  seenEvery: 5 * MINUTE,
} as const;

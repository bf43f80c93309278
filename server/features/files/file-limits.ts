const MIB = 1024 * 1024;
const HOUR = 3_600_000;

/**
 * What a client may send at once. Small enough for a reverse proxy that nobody has set up for
 * uploads, and what a lost connection costs at most.
 */
export const chunkBytes = MIB;

/** Of one person or token, not attached yet. */
export const mostUploads = 60;

/** With one command of a case. */
export const mostFiles = 20;

/** How long an upload that does not go on is kept, and one that is whole and not attached. */
export const unfinishedKept = 24 * HOUR;
export const unattachedKept = 7 * 24 * HOUR;

/** Longer than putting the largest file together and looking into it takes. */
export const sealLease = 10 * 60_000;

/**
 * How long something in the store may be unknown to the database before it is removed. Only a restore
 * of an older backup makes such, and whoever restored the wrong one may want the right one.
 */
export const unknownKept = 30 * 24 * HOUR;

/** How long a file in the making is left alone. */
export const workKept = 24 * HOUR;

/** A failure the user can act on: printed as one line, without a stack, with exit code 1. */
export class DoorError extends Error {}

const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|Temporary failure resolving|Could not connect|Failed to fetch/,
    "the network or the registry cannot be reached; connect (or set a mirror with `npm config set registry <url>`) and try again",
  ],
  [
    /npm (error|ERR!) code EUSAGE|can only install packages when your package\.json and package-lock\.json/,
    "package.json and package-lock.json do not belong together; take both from the same commit, or run `npm install --ignore-scripts` once",
  ],
  [/ENOSPC|No space left/i, "the disk is full; free some space and try again"],
  [
    /EROFS|read-only file system/i,
    "this folder is on a read-only file system; use a writable copy",
  ],
  [
    /EACCES|EPERM|permission denied/i,
    "permission to write here is missing; run as the owner of this folder, or change its owner",
  ],
];

/** Says in a few words why a tool failed, from what it printed; null where no cause is known. */
export const knownCause = (output) => {
  for (const [pattern, text] of causes) if (pattern.test(output)) return text;
  return null;
};

/** The last lines of a tool's output that say something, for a failure without a known cause. */
export const lastLines = (output, count = 15) =>
  output
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-count)
    .join("\n");

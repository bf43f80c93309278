import { hash } from "node:crypto";
import type { HistoryRow } from "../persistence/case-store.js";

/**
 * The hash of a history entry: SHA-256, in hex, over the hash before it and every field of the row.
 * Whoever changes a row, or takes one out, must change every later one and the instance's own.
 */
export function historyHash(previous: string, entry: Omit<HistoryRow, "hash">): string {
  const fields = [
    entry.instanceId,
    entry.seq,
    entry.at,
    entry.actorType,
    entry.actorId,
    entry.actorName,
    entry.command,
    entry.events,
  ];
  return hash("sha256", `${previous}\n${JSON.stringify(fields)}`);
}

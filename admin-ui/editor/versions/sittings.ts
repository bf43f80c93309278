import type { ChangeRow } from "./history-operations.js";

/** What one person saved without a longer pause, or one thing that was done to the version. */
export type HistoryEntry =
  | {
      readonly type: "sitting";
      readonly by: ChangeRow["by"];
      /** ISO; of the first and of the last save. */
      readonly began: string;
      readonly ended: string;
      /** The revision on which the first save was made, and the one that the last one left. */
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: "action"; readonly row: ChangeRow };

/** ms; whoever saves again within this time has not been away. */
const pause = 10 * 60_000;

/** A version's history, newest first, with each sitting's saves as one. */
export function historyEntries(rows: readonly ChangeRow[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const row of rows) {
    if (row.kind !== "EDIT") {
      entries.push({ type: "action", row });
      continue;
    }
    const last = entries.at(-1);
    const { by, at, revision } = row;
    const goesOn =
      last?.type === "sitting" &&
      last.by?.id === by?.id &&
      Date.parse(last.began) - Date.parse(at) <= pause;
    if (goesOn) entries[entries.length - 1] = { ...last, began: at, from: revision - 1 };
    else
      entries.push({ type: "sitting", by, began: at, ended: at, from: revision - 1, to: revision });
  }
  return entries;
}

import type { Problem } from "../../../domain/index.js";

/** What a row wants to be looked at for; a problem is stronger than a note. */
export type RowFlag = "problem" | "note";
export type RowFlags = ReadonlyMap<string, RowFlag>;

export interface NoteLike {
  readonly id: string;
  readonly targetType: "FIELD" | "LANE" | "NODE" | "EDGE";
  readonly targetKey: string;
  readonly targetField: string | null;
  readonly text: string;
  readonly resolved: boolean;
}

/** Flags of rows and of lane headings, by key. A note on an arrow shows on the row it leaves. */
export function rowFlags(
  notes: readonly NoteLike[],
  problems: readonly Pick<Problem, "nodeKeys" | "laneKeys">[],
  edges: readonly { readonly key: string; readonly from: string }[],
): { readonly rows: RowFlags; readonly lanes: RowFlags } {
  const rows = new Map<string, RowFlag>();
  const lanes = new Map<string, RowFlag>();
  const from = new Map(edges.map((edge) => [edge.key, edge.from]));
  for (const note of notes) {
    if (note.resolved) continue;
    if (note.targetType === "NODE") rows.set(note.targetKey, "note");
    if (note.targetType === "LANE") lanes.set(note.targetKey, "note");
    if (note.targetType === "EDGE") {
      const row = from.get(note.targetKey);
      if (row !== undefined) rows.set(row, "note");
    }
  }
  for (const problem of problems) {
    for (const key of problem.nodeKeys) rows.set(key, "problem");
    for (const key of problem.laneKeys) lanes.set(key, "problem");
  }
  return { rows, lanes };
}

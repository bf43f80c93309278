import {
  hasNumberedStep,
  indexGraph,
  isError,
  type Graph,
  type Problem,
} from "../../../domain/index.js";
import { rowOf } from "../gate/row-of.js";

/** What a row wants to be looked at for, what says most first; a row shows one. */
export type RowFlag = "problem" | "note" | "warning";
export type RowFlags = ReadonlyMap<string, RowFlag>;

/** Flags of the rows and of the lanes' headings, by key. */
export interface FormFlags {
  readonly rows: RowFlags;
  readonly lanes: RowFlags;
}

export interface NoteLike {
  readonly id: string;
  readonly targetType: "FIELD" | "LANE" | "NODE" | "EDGE";
  readonly targetKey: string;
  readonly targetField: string | null;
  readonly text: string;
  readonly resolved: boolean;
}

type Flagged = Pick<Problem, "nodeKeys" | "laneKeys">;

/**
 * Flags of rows and of lane headings, by key. A note on an arrow shows on the row it leaves, a problem
 * of a bar on the row behind it. Before the first step is drawn nothing is held against the form.
 */
export function rowFlags(
  notes: readonly NoteLike[],
  found: readonly Pick<Problem, "nodeKeys" | "laneKeys" | "level">[],
  graph: Pick<Graph, "nodes" | "edges">,
): FormFlags {
  const problems = hasNumberedStep(graph) ? found : [];
  const rows = new Map<string, RowFlag>();
  const lanes = new Map<string, RowFlag>();
  const from = new Map(graph.edges.map((edge) => [edge.key, edge.from]));
  const index = indexGraph({ ...graph, lanes: [], outputs: [] });
  const flag = (as: RowFlag, flagged: readonly Flagged[]): void => {
    for (const { nodeKeys, laneKeys } of flagged) {
      for (const key of nodeKeys) rows.set(rowOf(index, key)?.key ?? key, as);
      for (const key of laneKeys) lanes.set(key, as);
    }
  };
  // The later one takes the place of the earlier one.
  flag(
    "warning",
    problems.filter((one) => !isError(one)),
  );
  for (const note of notes) {
    if (note.resolved) continue;
    if (note.targetType === "NODE") rows.set(note.targetKey, "note");
    if (note.targetType === "LANE") lanes.set(note.targetKey, "note");
    if (note.targetType === "EDGE") {
      const row = from.get(note.targetKey);
      if (row !== undefined) rows.set(row, "note");
    }
  }
  flag("problem", problems.filter(isError));
  return { rows, lanes };
}

/** `rowFlags`, the same object for as long as it flags the same: most problems change in words. */
export function rememberedRowFlags(): typeof rowFlags {
  let before: FormFlags | null = null;
  return (...from) => {
    const flags = rowFlags(...from);
    const isSame =
      before !== null && isSameMap(flags.rows, before.rows) && isSameMap(flags.lanes, before.lanes);
    if (before === null || !isSame) before = flags;
    return before;
  };
}

const isSameMap = (one: RowFlags, other: RowFlags): boolean =>
  one.size === other.size && [...one].every(([key, flag]) => other.get(key) === flag);

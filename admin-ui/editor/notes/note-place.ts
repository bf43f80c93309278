import type { TFunction } from "i18next";
import type { Graph } from "../../../domain/index.js";
import type { NoteLike } from "../canvas/row-flags.js";
import { rowName } from "../panels/problem-text.js";
import type { Selection } from "../selection.js";

/** What a note hangs on. A FIELD's key is its path: `identity.unit`, `lists.warnings`, `number`. */
export type NoteTarget = Pick<NoteLike, "targetType" | "targetKey">;

/** The form as a whole. */
export const wholeForm: NoteTarget = { targetType: "FIELD", targetKey: "graph.form" };

/** What of an element a note may mean, in the order of the form. */
export const noteFieldsOf: Readonly<Record<NoteLike["targetType"], readonly string[]>> = {
  FIELD: [],
  LANE: ["name", "binding"],
  NODE: ["text", "parts", "requirements", "standardTime", "outputs", "remarks", "kind", "mode"],
  EDGE: ["outcome", "target"],
};

/** Fields are of the first page, but for those that name something of the form itself. */
export const isOnIdentityPage = (note: NoteTarget): boolean =>
  note.targetType === "FIELD" && !note.targetKey.startsWith("graph.");

export const isAt = (note: NoteTarget, target: NoteTarget): boolean =>
  note.targetType === target.targetType && note.targetKey === target.targetKey;

/** The row on which the note shows; `null` elsewhere on the form, and on the first page. */
export function rowOf(note: NoteTarget, graph: Graph): string | null {
  if (note.targetType === "NODE") return note.targetKey;
  if (note.targetType !== "EDGE") return null;
  return graph.edges.find((edge) => edge.key === note.targetKey)?.from ?? null;
}

/** What is selected, as a place for a note. */
export function selectedTarget(selection: Selection | null): NoteTarget {
  if (selection === null) return wholeForm;
  if (selection.type === "lane") return { targetType: "LANE", targetKey: selection.key };
  if (selection.type === "edge") return { targetType: "EDGE", targetKey: selection.key };
  return { targetType: "NODE", targetKey: selection.active.node };
}

/** How the place is called in words: "3. Memeriksa berkas", "Pelaksana: Kabid", "Alamat". */
export function placeName(note: NoteTarget, graph: Graph, t: TFunction): string {
  const row = rowOf(note, graph);
  if (row !== null) return rowName(graph, row, (kind) => t(`kind.${kind}`));
  if (isOnIdentityPage(note)) return t("sop.identityTab");
  if (note.targetType !== "LANE") return t("notes.wholeForm");
  const lane = graph.lanes.find(({ key }) => key === note.targetKey);
  return t("notes.lane", { name: lane?.name ?? note.targetKey });
}

/** Where the place comes when the form is read: the whole, the first page, lanes, rows. */
export function placeOrder(note: NoteTarget, graph: Graph): number {
  const row = rowOf(note, graph);
  if (row !== null) {
    return 2 + graph.lanes.length + graph.nodes.findIndex(({ key }) => key === row);
  }
  if (note.targetType === "LANE") {
    return 2 + graph.lanes.findIndex(({ key }) => key === note.targetKey);
  }
  return isOnIdentityPage(note) ? 1 : 0;
}

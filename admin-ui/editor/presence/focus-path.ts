import { rowNumbers, type Graph } from "../../../domain/index.js";
import type { TFunction } from "i18next";
import type { EditorTab } from "../editor-view.js";
import type { Selection } from "../selection.js";

/** Where in a draft somebody is, as the windows tell each other. */
export type FocusPlace =
  | { readonly type: "node" | "lane" | "edge"; readonly key: string }
  | { readonly type: "identity" };

/** In few words for the server: `node:n-1`, `lane:p-2`, `identity`; `null` for nowhere in particular. */
export function focusPath(tab: EditorTab, selection: Selection | null): string | null {
  if (tab === "identity") return "identity";
  if (selection === null) return null;
  return selection.type === "nodes"
    ? `node:${selection.active.node}`
    : `${selection.type}:${selection.key}`;
}

/** What another window said; `null` for what this one does not understand. */
export function readFocus(path: string | null | undefined): FocusPlace | null {
  if (path === "identity") return { type: "identity" };
  const [, type, key] = /^(node|lane|edge):(.+)$/.exec(path ?? "") ?? [];
  return key === undefined ? null : { type: type as "node" | "lane" | "edge", key };
}

/** The row that the place stands on. */
export function focusedRow(place: FocusPlace | null, graph: Graph): string | null {
  if (place === null || place.type === "identity" || place.type === "lane") return null;
  if (place.type === "node") return place.key;
  return graph.edges.find(({ key }) => key === place.key)?.from ?? null;
}

/** "di langkah 4", "di pelaksana Kabid", "di identitas". */
export function focusWords(place: FocusPlace | null, graph: Graph, t: TFunction): string {
  if (place?.type === "identity") return t("presence.atIdentity");
  if (place?.type === "lane") {
    const lane = graph.lanes.find(({ key }) => key === place.key);
    if (lane !== undefined) return t("presence.atLane", { name: lane.name });
  }
  const row = focusedRow(place, graph);
  const node = graph.nodes.find(({ key }) => key === row);
  if (node === undefined) return t("presence.atForm");
  const number = rowNumbers(graph).get(node.key);
  return number === undefined
    ? t("presence.atSymbol", { name: node.text.trim() || t(`kind.${node.kind}`) })
    : t("presence.atStep", { number });
}

/** "BS" for Budi Santoso; titles before and after the name do not count. */
export function initials(name: string): string {
  const words = name
    .split(",")[0]!
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !word.endsWith("."));
  const [first = name, ...rest] = words;
  const last = rest.at(-1);
  return ((first[0] ?? "") + (last?.[0] ?? "")).toUpperCase();
}

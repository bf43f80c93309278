import type { Identity, SopDocument } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import type { NoteLike } from "../canvas/row-flags.js";
import type { Cell } from "../selection.js";
import { plain } from "./match-words.js";

/** Where something was found that was looked for. */
export type FoundPlace =
  | { readonly type: "cell"; readonly cell: Cell }
  | { readonly type: "lane"; readonly key: string }
  | { readonly type: "edge"; readonly key: string }
  | { readonly type: "note"; readonly note: NoteLike }
  /** A field of the first page, by its path in the document. */
  | { readonly type: "identity"; readonly path: string };

/**
 * Every place whose text holds the words, as the form is read: lanes, rows from left to right with
 * their branches, the first page, and what the notes say. Case and accents do not count.
 */
export function findPlaces(
  document: SopDocument,
  notes: readonly NoteLike[],
  words: string,
): FoundPlace[] {
  const wanted = plain(words).trim();
  if (wanted === "") return [];
  const holds = (text: string | null | undefined): boolean => plain(text ?? "").includes(wanted);
  const { lanes, nodes, edges, outputs } = document.graph;
  const outputNames = new Map(outputs.map(({ key, name }) => [key, name] as const));
  const found: FoundPlace[] = lanes
    .filter(({ name }) => holds(name))
    .map(({ key }) => ({ type: "lane", key }));
  const branches = groupBy(edges, ({ from }) => from);
  for (const node of nodes) {
    const cell = (role: Cell["role"], lane: string | null = null) =>
      found.push({ type: "cell", cell: { node: node.key, role, lane } });
    if (holds(node.text)) cell("activity");
    for (const { lane, label } of node.parts) if (holds(label)) cell("lane", lane);
    for (const { key, outcome } of branches.get(node.key) ?? []) {
      if (holds(outcome)) found.push({ type: "edge", key });
    }
    if (node.requirements.some(({ text }) => holds(text))) cell("requirements");
    if (node.outputs.some((key) => holds(outputNames.get(key)))) cell("output");
    if (holds(node.remarks)) cell("remarks");
  }
  for (const path of identityPaths(document, holds)) found.push({ type: "identity", path });
  for (const note of notes) if (holds(note.text)) found.push({ type: "note", note });
  return found;
}

function identityPaths(document: SopDocument, holds: (text: string | null) => boolean): string[] {
  const { identity, lists } = document;
  const { enactedBy, ...fields } = identity;
  const text = (value: Identity[keyof Omit<Identity, "enactedBy">]): string | null =>
    typeof value === "string" || value === null ? value : value.text;
  return [
    ...Object.entries(fields)
      .filter(([, value]) => holds(text(value)))
      .map(([field]) => `identity.${field}`),
    ...Object.entries(enactedBy)
      .filter(([, value]) => holds(value as string | null))
      .map(([field]) => `identity.enactedBy.${field}`),
    ...Object.entries(lists)
      .filter(([, items]) =>
        (items as readonly { text: string; group: string | null }[] | null)?.some(
          (item) => holds(item.text) || holds(item.group),
        ),
      )
      .map(([field]) => `lists.${field}`),
  ];
}

import { kindOf } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import type { GraphNode } from "../sop/graph.js";
import { arrowDetails } from "./arrow-details.js";
import { type ChangeDetail, type ChangeGroup, detail, type Told } from "./change-group.js";
import type { DocumentChange, FieldDifference } from "./document-change.js";
import type { DocumentReader } from "./document-reader.js";
import { isSameValue } from "./is-same-value.js";
import { stepDetails } from "./step-details.js";
import { unionOf } from "./union-graph.js";

type StepChange = Extract<DocumentChange, { readonly of: "STEP" }>;

/** Of each step that was added, removed, moved or changed, and of those with other arrows. */
export function stepGroups(told: Told): readonly ChangeGroup[] {
  const { was, is, changes } = told;
  const byStep = new Map<string, StepChange[]>();
  for (const change of changes) {
    if (change.of !== "STEP") continue;
    byStep.set(change.key, [...(byStep.get(change.key) ?? []), change]);
  }
  const rows = unionOf<GraphNode>(was.document.graph.nodes, is.document.graph.nodes);
  const seen = new Set<string>();
  return rows.flatMap((node) => {
    if (seen.has(node.key)) return [];
    seen.add(node.key);
    const group = stepGroup(node, byStep.get(node.key) ?? [], was, is);
    return group === null ? [] : [group];
  });
}

function stepGroup(
  node: GraphNode,
  changes: readonly StepChange[],
  was: DocumentReader,
  is: DocumentReader,
): ChangeGroup | null {
  const { key } = node;
  const about = { of: "STEP", key, kind: node.kind, name: node.text } as const;
  const hows = new Set(changes.map(({ how }) => how));
  if (hows.has("REMOVED") && !is.nodes.has(key)) {
    return { ...about, how: "REMOVED", number: was.numberOf(key), details: [] };
  }
  const arrows = arrowDetails(key, was, is);
  const number = is.numberOf(key);
  if (hows.has("ADDED") && !was.nodes.has(key)) {
    const empty = makeNode({ key, kind: node.kind, text: node.text });
    const fields = (Object.keys(empty) as (keyof GraphNode)[])
      .filter((field) => field !== "key" && !isSameValue(empty[field], node[field]))
      .map((field) => ({ field, before: empty[field], after: node[field] }));
    const details = stepDetails(fields as FieldDifference<Omit<GraphNode, "key">>[], was, is);
    const place = placeDetail(node, is, null);
    return { ...about, how: "ADDED", number, details: [...place, ...details, ...arrows] };
  }
  const place = hows.has("MOVED") ? placeDetail(node, is, was.stepBefore(key)) : [];
  const fields = changes.flatMap((change) => (change.how === "CHANGED" ? change.fields : []));
  const details = [...stepDetails(fields, was, is), ...arrows];
  if (changes.length === 0 && details.length === 0) return null;
  const how = details.length === 0 && hows.has("MOVED") ? "MOVED" : "CHANGED";
  return { ...about, how, number, details: [...place, ...details] };
}

/** After which row it stands; bars stand between the rows, wherever their arrows lead them. */
function placeDetail(
  node: GraphNode,
  is: DocumentReader,
  before: ChangeDetail["before"],
): readonly ChangeDetail[] {
  if (!kindOf(node).standsInRow) return [];
  return [detail("place", before, is.stepBefore(node.key))];
}

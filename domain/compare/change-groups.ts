import type { Lane } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import {
  type ChangeDetail,
  type ChangeGroup,
  type ChangeHow,
  detail,
  textValue,
  type Told,
  type ToldValue,
  wordValue,
} from "./change-group.js";
import { compareDocuments } from "./compare-documents.js";
import type { DocumentChange, ElementName } from "./document-change.js";
import { documentReader } from "./document-reader.js";
import { pageGroups } from "./page-groups.js";
import { stepGroups } from "./step-groups.js";

/**
 * What changed, as it is told to a person: one group for each lane and step in the order of the
 * form, then the documents, then the first page. An arrow is told with the step that it leaves.
 * Empty exactly where the documents say the same.
 */
export function changeGroups(before: SopDocument, after: SopDocument): readonly ChangeGroup[] {
  const changes = compareDocuments(before, after);
  const told = { was: documentReader(before), is: documentReader(after), changes };
  const steps = stepGroups(told);
  const groups = [
    ...elementGroups("LANE", told, laneDetails),
    ...steps,
    ...outputGroups(told),
    ...pageGroups(changes),
  ];
  return [...groups, ...orderGroups(told, groups)];
}

type ChangeOf<Name extends ElementName> = Extract<DocumentChange, { readonly of: Name }>;
type Named = "LANE" | "OUTPUT";

/** One group for each lane or document that was added, removed, moved or changed. */
function elementGroups<Name extends Named>(
  of: Name,
  told: Told,
  detailsOf: (change: ChangeOf<Name>, told: Told) => readonly ChangeDetail[],
): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  const list = (from: Told["is"]): readonly { readonly key: string; readonly name: string }[] =>
    of === "LANE" ? from.document.graph.lanes : from.document.graph.outputs;
  const names = new Map([...list(told.was), ...list(told.is)].map(({ key, name }) => [key, name]));
  for (const change of told.changes) {
    if (change.of !== of) continue;
    const { key } = change;
    const known = groups.get(key);
    const how: ChangeHow = known === undefined ? change.how : "CHANGED";
    const details = [...(known?.details ?? []), ...detailsOf(change as ChangeOf<Name>, told)];
    groups.set(key, { of, key, how, number: null, kind: null, name: names.get(key)!, details });
  }
  return [...groups.values()];
}

function laneDetails(change: ChangeOf<"LANE">, told: Told): readonly ChangeDetail[] {
  if (change.how === "ADDED") {
    const { binding } = change.after;
    return binding === null ? [] : [detail("binding", null, bindingValue(binding))];
  }
  if (change.how === "REMOVED") return [];
  if (change.how === "MOVED") {
    const leftOf = (lanes: readonly Lane[], at: number): ToldValue | null =>
      textValue(lanes[at - 1]?.name);
    const before = leftOf(told.was.document.graph.lanes, change.from);
    return [detail("column", before, leftOf(told.is.document.graph.lanes, change.to))];
  }
  return change.fields.map((difference) =>
    difference.field === "name"
      ? detail("name", textValue(difference.before), textValue(difference.after))
      : detail("binding", bindingValue(difference.before), bindingValue(difference.after)),
  );
}

function bindingValue(binding: Lane["binding"]): ToldValue | null {
  if (binding === null) return null;
  return binding.type === "REQUESTER"
    ? wordValue("REQUESTER")
    : { type: "position", code: binding.position };
}

/** A document that came or went with the steps that make it is told there. */
function outputGroups(told: Told): readonly ChangeGroup[] {
  const isMadeIn = (reader: Told["is"], key: string): boolean =>
    reader.document.graph.nodes.some(({ outputs }) => outputs.includes(key));
  const groups = elementGroups("OUTPUT", told, (change) =>
    change.how === "CHANGED"
      ? change.fields.map(({ before, after }) =>
          detail("name", textValue(before), textValue(after)),
        )
      : [],
  );
  return groups.filter(({ how, key }) => {
    if (how === "MOVED") return false;
    if (how === "ADDED") return !isMadeIn(told.is, key);
    return how !== "REMOVED" || !isMadeIn(told.was, key) || isMadeIn(told.is, key);
  });
}

/** What nobody sees on the form: only the order in which arrows or documents are kept. */
function orderGroups({ changes }: Told, told: readonly ChangeGroup[]): readonly ChangeGroup[] {
  const arrows = changes.some(({ of, how }) => of === "ARROW" && how === "MOVED");
  const outputs = changes.some(({ of, how }) => of === "OUTPUT" && how === "MOVED");
  const isUntold = told.length === 0 && changes.length > 0;
  const names = [
    ...(arrows || (isUntold && !outputs) ? ["ARROW"] : []),
    ...(outputs ? ["OUTPUT"] : []),
  ];
  return names.map((key) => ({
    of: "ORDER",
    key,
    how: "CHANGED",
    number: null,
    kind: null,
    name: "",
    details: [],
  }));
}

import type { Identity, SopDocument } from "../sop/sop-document.js";
import { compareItems } from "./compare-items.js";
import type {
  DocumentChange,
  ElementName,
  ElementsOf,
  FieldDifference,
  IdentityField,
} from "./document-change.js";
import { isSameValue } from "./is-same-value.js";
import { keptInOrder } from "./kept-in-order.js";

/**
 * Everything in which `after` differs from `before`; empty exactly where they say the same. An
 * element is MOVED only where the order of those that both have cannot be had without moving it:
 * that others were put in before it moves nothing.
 */
export function compareDocuments(
  before: SopDocument,
  after: SopDocument,
): readonly DocumentChange[] {
  return [
    ...identityChanges(before.identity, after.identity),
    ...listChanges(before, after),
    ...columnChanges(before, after),
    ...elementChanges("LANE", before.graph.lanes, after.graph.lanes),
    ...elementChanges("STEP", before.graph.nodes, after.graph.nodes),
    ...elementChanges("ARROW", before.graph.edges, after.graph.edges),
    ...elementChanges("OUTPUT", before.graph.outputs, after.graph.outputs),
  ];
}

type ChangeOf<Name extends ElementName> = Extract<DocumentChange, { readonly of: Name }>;

function elementChanges<Name extends ElementName>(
  of: Name,
  before: readonly ElementsOf[Name][],
  after: readonly ElementsOf[Name][],
): readonly ChangeOf<Name>[] {
  const [were, are] = [occurrences(before), occurrences(after)];
  const kept = keptInOrder([...were.keys()], [...are.keys()]);
  const changes: unknown[] = [];
  for (const [name, { element, at }] of were) {
    if (!are.has(name)) changes.push({ of, how: "REMOVED", key: element.key, at, before: element });
  }
  for (const [name, { element, at }] of are) {
    const { key } = element;
    const old = were.get(name);
    if (old === undefined) {
      changes.push({ of, how: "ADDED", key, at, after: element });
      continue;
    }
    if (!kept.has(name)) changes.push({ of, how: "MOVED", key, from: old.at, to: at });
    const fields = fieldDifferences(old.element, element);
    if (fields.length > 0) changes.push({ of, how: "CHANGED", key, fields });
  }
  return changes as ChangeOf<Name>[];
}

/** By key; where a broken drawing has a key twice, the second of one is the second of the other. */
function occurrences<Element extends { readonly key: string }>(
  elements: readonly Element[],
): ReadonlyMap<string, { readonly element: Element; readonly at: number }> {
  const found = new Map<string, { element: Element; at: number }>();
  for (const [at, element] of elements.entries()) {
    let name = element.key;
    while (found.has(name)) name += "\n";
    found.set(name, { element, at });
  }
  return found;
}

function fieldDifferences<Element extends object>(
  before: Element,
  after: Element,
): readonly FieldDifference<Element>[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<
    keyof Element & string
  >;
  return [...names]
    .filter((field) => !isSameValue(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function identityChanges(before: Identity, after: Identity): readonly DocumentChange[] {
  const flat = ({ enactedBy, ...rest }: Identity): [IdentityField, unknown][] => [
    ...(Object.entries(rest) as [IdentityField, unknown][]),
    ...Object.entries(enactedBy).map(
      ([name, value]) => [`enactedBy.${name}` as IdentityField, value] as [IdentityField, unknown],
    ),
  ];
  const [old, now] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !isSameValue(old.get(field), now.get(field)))
    .map(
      (field) =>
        ({
          of: "IDENTITY",
          how: "CHANGED",
          field,
          before: old.get(field) ?? null,
          after: now.get(field) ?? null,
        }) as DocumentChange,
    );
}

function listChanges(before: SopDocument, after: SopDocument): readonly DocumentChange[] {
  const names = Object.keys(after.lists) as (keyof SopDocument["lists"])[];
  return names
    .filter((list) => !isSameValue(before.lists[list], after.lists[list]))
    .map((list) => {
      const [old, now] = [before.lists[list], after.lists[list]];
      const items = compareItems(old ?? [], now ?? []);
      return { of: "LIST", how: "CHANGED", list, before: old, after: now, items };
    });
}

function columnChanges(before: SopDocument, after: SopDocument): readonly DocumentChange[] {
  const [old, now] = [before.columns ?? null, after.columns ?? null];
  if (isSameValue(old, now)) return [];
  return [{ of: "COLUMNS", how: "CHANGED", before: old, after: now }];
}

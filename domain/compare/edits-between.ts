import { collectionNames, type DocumentEdit } from "../edit/document-edit.js";
import type { SopDocument } from "../sop/sop-document.js";
import { isSameValue } from "./is-same-value.js";
import { movedKeys, placeAfter } from "./place-after.js";

/** Edits that make `after` out of `before`, as few as there can be; both have each key once. */
export function editsBetween(before: SopDocument, after: SopDocument): readonly DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  if (!isSameValue(before.identity, after.identity)) {
    edits.push({ op: "SET_IDENTITY", value: after.identity });
  }
  if (!isSameValue(before.lists, after.lists)) {
    edits.push({ op: "SET_LISTS", value: after.lists });
  }
  if (!isSameValue(before.columns ?? null, after.columns ?? null)) {
    edits.push({ op: "SET_COLUMNS", value: after.columns ?? null });
  }
  for (const name of collectionNames) edits.push(...collectionEdits(name, before, after));
  return edits;
}

function collectionEdits(
  name: (typeof collectionNames)[number],
  { graph: before }: SopDocument,
  { graph: after }: SopDocument,
): readonly DocumentEdit[] {
  const [old, now]: readonly { readonly key: string }[][] = [[...before[name]], [...after[name]]];
  const were = new Map(old!.map((element) => [element.key, element]));
  const are = new Set(now!.map(({ key }) => key));
  const edits: object[] = [];
  for (const { key } of old!) if (!are.has(key)) edits.push({ op: "REMOVE", key });
  for (const value of now!) {
    const was = were.get(value.key);
    if (was !== undefined && !isSameValue(was, value)) {
      edits.push({ op: "UPDATE", key: value.key, value });
    }
  }
  const moved = movedKeys(old!, now!);
  const added = now!.map(({ key }) => key).filter((key) => !were.has(key));
  const stay = old!.filter(({ key }) => are.has(key));
  for (const { element, index, isThere } of placeAfter(stay, now!, new Set([...moved, ...added]))) {
    edits.push(
      isThere ? { op: "MOVE", key: element.key, index } : { op: "ADD", index, value: element },
    );
  }
  return edits.map((edit) => ({ ...edit, in: name }) as DocumentEdit);
}

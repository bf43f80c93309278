import type { ListItem, PartialDate } from "../sop/sop-document.js";
import {
  type ChangeDetail,
  type ChangeGroup,
  detail,
  listValue,
  textValue,
  type ToldValue,
  wordValue,
} from "./change-group.js";
import type { ColumnSetup, DocumentChange } from "./document-change.js";

const blank = { key: "", how: "CHANGED", number: null, kind: null, name: "" } as const;

/** What changed on the first page, and about the form's columns. */
export function pageGroups(changes: readonly DocumentChange[]): readonly ChangeGroup[] {
  const identity = changes.flatMap((change) =>
    change.of === "IDENTITY"
      ? [detail(change.field, identityValue(change.before), identityValue(change.after))]
      : [],
  );
  const lists = changes.flatMap((change): ChangeGroup[] => {
    if (change.of !== "LIST") return [];
    const { list, before, after } = change;
    const details = [detail("items", itemsValue(before), itemsValue(after))];
    return [{ ...blank, of: "LIST", key: list, details }];
  });
  const columns = changes.flatMap((change): ChangeGroup[] =>
    change.of === "COLUMNS"
      ? [{ ...blank, of: "COLUMNS", details: columnDetails(change.before, change.after) }]
      : [],
  );
  const page: ChangeGroup = { ...blank, of: "IDENTITY", details: identity };
  return [...(identity.length === 0 ? [] : [page]), ...lists, ...columns];
}

/** A text, or a date as it is printed. */
const identityValue = (value: unknown): ToldValue | null =>
  textValue(typeof value === "string" ? value : (value as PartialDate | null)?.text);

/** An empty list says that there is nothing; a missing one says nothing. */
function itemsValue(items: readonly ListItem[] | null): ToldValue | null {
  if (items === null) return null;
  if (items.length === 0) return wordValue("NOTHING");
  return listValue(items.map(({ text, group }) => (group === null ? text : `${group}: ${text}`)));
}

function columnDetails(before: ColumnSetup, after: ColumnSetup): readonly ChangeDetail[] {
  const value = (setup: ColumnSetup): ToldValue =>
    setup === null
      ? wordValue("OFFICIAL")
      : { type: "columns", columns: setup.right, titles: Object.values(setup.titles) };
  return [detail("columns", value(before), value(after))];
}

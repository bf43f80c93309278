import type { ListItem } from "../../../domain/index.js";

/** The lines of a pasted text, without the numbers, letters and dashes before them. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-–—•·▪*]\s*|(?:\d{1,3}|[a-z])[.)]\s+)/i, "")
        .replaceAll("\t", " ")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** Puts pasted lines into an item: the first at the cursor, what stood after it behind the last. */
export function pasteLines(
  items: readonly ListItem[],
  index: number,
  lines: readonly string[],
  cursor: { readonly start: number; readonly end: number },
): ListItem[] {
  const item = items[index];
  const [first = "", ...rest] = lines;
  if (item === undefined) return [...items];
  const before = item.text.slice(0, cursor.start);
  const after = item.text.slice(cursor.end);
  const texts = [before + first, ...rest];
  const last = texts.length - 1;
  const pasted = texts.map((text, at) => ({
    text: at === last ? text + after : text,
    group: item.group,
  }));
  return [...items.slice(0, index), ...pasted, ...items.slice(index + 1)];
}

/** An empty line after `index`, in its group. */
export const addAfter = (items: readonly ListItem[], index: number): ListItem[] => [
  ...items.slice(0, index + 1),
  { text: "", group: items[index]?.group ?? null },
  ...items.slice(index + 1),
];

/** The item one place up or down; it goes into the group that it comes to stand in. */
export function moveItem(items: readonly ListItem[], index: number, by: 1 | -1): ListItem[] {
  const item = items[index];
  const other = items[index + by];
  if (item === undefined || other === undefined) return [...items];
  const list = [...items];
  list[index + by] = { ...item, group: other.group };
  list[index] = other;
  return list;
}

/** The items from `index` to the end of its group get a heading of their own, or none. */
export function setGroup(
  items: readonly ListItem[],
  index: number,
  group: string | null,
): ListItem[] {
  const old = items[index]?.group ?? null;
  const length = items.slice(index).findIndex((item) => item.group !== old);
  const end = length === -1 ? items.length : index + length;
  return items.map((item, at) => (at >= index && at < end ? { ...item, group } : item));
}

/** Whether a heading stands above the item. */
export const beginsGroup = (items: readonly ListItem[], index: number): boolean => {
  const group = items[index]?.group ?? null;
  return group !== null && (index === 0 || items[index - 1]?.group !== group);
};

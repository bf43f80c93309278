import type { FormList } from "../sop/sop-document.js";
import { breakText } from "./break-text.js";
import type { FontFace } from "../layout/text-width.js";

/** A line of the cover's lists, with what stands before it in the margin. */
export interface CoverLine {
  readonly text: string;
  readonly face: FontFace;
  /** "1." on the first line of an item, else `null`. */
  readonly mark: string | null;
  /** px from the left of the cell's text. */
  readonly indent: number;
}

export const coverText = { size: 13, lineHeight: 17 } as const;

/** Room for "10." before an item. */
const markRoom = 24;

/** A list of the cover, broken to `width` px: items numbered within their group, "-" for none. */
export function coverLines(list: FormList, width: number): CoverLine[] {
  if (list === null) return [];
  if (list.length === 0) return [{ text: "-", face: "regular", mark: null, indent: 0 }];
  const groups: { name: string | null; texts: string[] }[] = [];
  for (const { group, text } of list) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === group) last.texts.push(text);
    else groups.push({ name: group, texts: [text] });
  }
  return groups.flatMap(({ name, texts }) => [
    ...(name === null ? [] : broken(name, width, "bold")),
    ...texts.flatMap((text, at) => itemLines(text, texts.length > 1 ? `${at + 1}.` : null, width)),
  ]);
}

const broken = (text: string, width: number, face: FontFace): CoverLine[] =>
  breakText(text, width, { face, size: coverText.size }).map((line) => ({
    text: line,
    face,
    mark: null,
    indent: 0,
  }));

function itemLines(text: string, mark: string | null, width: number): CoverLine[] {
  const indent = mark === null ? 0 : markRoom;
  return broken(text, width - indent, "regular").map((line, at) => ({
    ...line,
    mark: at === 0 ? mark : null,
    indent,
  }));
}

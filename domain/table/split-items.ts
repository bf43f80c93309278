import { documentLimits } from "../edit/document-limits.js";

const bullet = /^(?:[-–—•●▪■○*·✓✔>]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/iu;

/** The things that a cell lists: one a line, a bullet or a part between semicolons. */
export function splitItems(text: string): readonly string[] {
  const lines = text.split("\n");
  const isList = lines.some((line) => bullet.test(line));
  const items: string[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    // A line of a wrapped text begins small, and in a list only a bullet begins an item.
    const isWrapped = isList ? !bullet.test(line) : /^\p{Ll}/u.test(line);
    if (last !== undefined && isWrapped) items[items.length - 1] = `${last} ${line}`;
    else items.push(line);
  }
  const found = items
    .flatMap((item) => item.replace(bullet, "").split(";"))
    .map((item) => item.trim())
    .filter((item) => !/^[-–—.]*$/.test(item));
  // Too many for a step's list: the cell stays one text, and nothing is lost.
  return found.length > documentLimits.requirementsPerNode ? [text] : found;
}

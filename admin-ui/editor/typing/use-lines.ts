import { useState } from "react";

/**
 * The text of a cell in which each line is an element of its own. What is typed stays as typed, a
 * blank last line and all; `said` is what the draft has, and wins where something else changed it.
 */
export function useLines(
  said: readonly string[],
  linesOf: (text: string) => readonly string[],
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => said.join("\n"));
  const isSame = linesOf(text).join("\n") === said.join("\n");
  const shown = isSame ? text : said.join("\n");
  if (shown !== text) setText(shown);
  return [shown, setText];
}

/** The lines that say something, without the dashes and blanks in front of them. */
export const writtenLines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/^\s*[-•]\s+/, "").trim())
    .filter((line) => line !== "");

/** Which line of a text the caret stands in, and what stands in it. */
export function lineAt(
  text: string,
  caret: number,
): { readonly index: number; readonly line: string } {
  const index = text.slice(0, caret).split("\n").length - 1;
  return { index, line: text.split("\n")[index] ?? "" };
}

/** Where a line of the text ends. */
export const endOfLine = (text: string, index: number): number =>
  text
    .split("\n")
    .slice(0, index + 1)
    .join("\n").length;

/** The text with one of its lines replaced. */
export const withLine = (text: string, index: number, line: string): string =>
  text
    .split("\n")
    .map((old, at) => (at === index ? line : old))
    .join("\n");

import type { ColumnRole, RecognisedColumn } from "./recognised-table.js";
import { readDuration } from "./read-duration.js";
import { readMark } from "./read-mark.js";
import { isNumbering, textAt, type ColumnTitle, type SectionReading } from "./find-sections.js";
import type { TableGrid } from "./table-grid.js";
import { namesPosition, titleRole } from "./title-role.js";

type Guess = Pick<RecognisedColumn, "role" | "sure">;

/** These hold one thing of a step; a second column of the same role is left out. */
const single: ReadonlySet<ColumnRole> = new Set(["number", "activity", "time"]);

/** What each column of a section holds: by its heading, and where there is none by its texts. */
export function readColumns(grid: TableGrid, section: SectionReading): readonly RecognisedColumn[] {
  const texts = section.titles.map((_, column) => textsUnder(grid, section, column));
  const guesses: Guess[] = section.titles.map((title, column) =>
    guessByTitle(title, texts[column]!, section),
  );
  if (section.headings.length === 0) guessByTexts(guesses, texts);
  else {
    takeFirst(guesses);
    guessUnnamedLanes(guesses, section.titles, texts);
    realign(guesses, texts);
    findActivity(guesses, texts);
  }
  return section.titles.map(({ title }, index) => ({ index, title, ...guesses[index]! }));
}

function textsUnder(grid: TableGrid, section: SectionReading, column: number): readonly string[] {
  return section.rows.flatMap((row) => {
    if (isNumbering(grid, row)) return [];
    return textAt(grid, row, column) || [];
  });
}

function guessByTitle(
  { title, group }: ColumnTitle,
  texts: readonly string[],
  section: SectionReading,
): Guess {
  const found = titleRole(title);
  const isLeaf = section.headings.length > 1;
  if (found !== null && found.role !== "lanes" && found.role !== "standard") {
    if (found.role !== "actors") return { role: found.role, sure: found.sure };
    if (group !== "lanes" || !isLeaf) return { role: ofPerformers(texts), sure: true };
  }
  if (group === "lanes" || group === "actors") {
    if (title === "" && texts.length === 0) return { role: "skip", sure: true };
    const isAlone = titleRole(title)?.role === "lanes" && !isLeaf;
    return isAlone ? { role: ofPerformers(texts), sure: true } : { role: "lane", sure: true };
  }
  if (found?.role === "lanes")
    return { role: isLeaf ? "lane" : ofPerformers(texts), sure: !isLeaf };
  return { role: "skip", sure: title === "" && texts.length === 0 };
}

/** One column for all performers holds their names; a column of one performer holds marks. */
function ofPerformers(texts: readonly string[]): ColumnRole {
  const labels = texts.filter((text) => readMark(text) === "LABEL").length;
  return labels * 2 > texts.length ? "actors" : "lane";
}

function takeFirst(guesses: Guess[]): void {
  const taken = new Set<ColumnRole>();
  for (const [index, { role }] of guesses.entries()) {
    if (single.has(role) && taken.has(role)) guesses[index] = { role: "skip", sure: false };
    taken.add(role);
  }
}

/** Headings between the activity and the standard that say nothing known are lanes, likely. */
function guessUnnamedLanes(
  guesses: Guess[],
  titles: readonly ColumnTitle[],
  texts: readonly (readonly string[])[],
): void {
  const activity = guesses.findIndex(({ role }) => role === "activity");
  for (const [index, { title }] of titles.entries()) {
    if (guesses[index]!.role !== "skip" || title === "" || titleRole(title) !== null) continue;
    const marks = texts[index]!.filter((text) => readMark(text) !== "LABEL").length;
    const looksMarked = marks * 2 >= texts[index]!.length;
    const isBesideLane = guesses[index - 1]?.role === "lane";
    if (namesPosition(title) && looksMarked) guesses[index] = { role: "lane", sure: true };
    else if (index > activity && looksMarked && (marks > 0 || isBesideLane)) {
      guesses[index] = { role: "lane", sure: false };
    }
  }
}

const isTime = (text: string): boolean => /\p{L}|'/u.test(text) && readDuration(text).time !== null;

/**
 * Headings and texts that slipped by one column against each other, as they do where a table lost
 * its merged cells: the times show by how much.
 */
function realign(guesses: Guess[], texts: readonly (readonly string[])[]): void {
  const at = guesses.findIndex(({ role }) => role === "time");
  if (at < 0 || texts[at]!.some(isTime)) return;
  for (const step of [-1, 1]) {
    const there = texts[at + step] ?? [];
    if (there.length === 0 || !there.every(isTime)) continue;
    let [first, last] = [at, at];
    while (isQuality(guesses[first - 1])) first -= 1;
    while (isQuality(guesses[last + 1])) last += 1;
    if (step < 0) first -= 1;
    else last += 1;
    if (guesses[first] === undefined || guesses[last] === undefined) return;
    const run = guesses.slice(first, last + 1);
    const turned = step < 0 ? [...run.slice(1), run[0]!] : [run.at(-1)!, ...run.slice(0, -1)];
    for (const [index, guess] of turned.entries()) {
      guesses[first + index] = { ...guess, sure: false };
    }
    return;
  }
}

const isQuality = (guess: Guess | undefined): boolean =>
  guess?.role === "requirements" || guess?.role === "time" || guess?.role === "output";

/** A table without a column of that name: the one with the longest texts says what is done. */
function findActivity(guesses: Guess[], texts: readonly (readonly string[])[]): void {
  if (guesses.some(({ role }) => role === "activity")) return;
  const free = guesses.flatMap(({ role }, index) => (role === "skip" ? [index] : []));
  const best = longest(free, texts);
  if (best !== null) guesses[best] = { role: "activity", sure: false };
}

function longest(columns: readonly number[], texts: readonly (readonly string[])[]): number | null {
  const mean = (column: number): number => {
    const list = texts[column] ?? [];
    return list.reduce((sum, text) => sum + text.length, 0) / Math.max(1, list.length);
  };
  let best: number | null = null;
  for (const column of columns) {
    if (texts[column]!.length > 0 && (best === null || mean(column) > mean(best))) best = column;
  }
  return best;
}

/** Without any heading, the texts alone say what they are. */
function guessByTexts(guesses: Guess[], texts: readonly (readonly string[])[]): void {
  const most = Math.max(0, ...texts.map((list) => list.length));
  const set = (index: number, role: ColumnRole): void => {
    guesses[index] = { role, sure: false };
  };
  const columns = texts.map((_, index) => index).filter((index) => texts[index]!.length > 0);
  const share = (index: number, test: (text: string) => boolean): number =>
    texts[index]!.filter(test).length / texts[index]!.length;
  const number = columns.find((index) => share(index, isStepNumber) > 0.7);
  if (number !== undefined) set(number, "number");
  const time = columns.find((index) => index !== number && share(index, isTime) > 0.6);
  if (time !== undefined) set(time, "time");
  const rest = columns.filter((index) => index !== number && index !== time);
  const isMarks = (index: number): boolean =>
    share(index, (text) => readMark(text) !== "LABEL") > 0.7 && texts[index]!.length <= most;
  const wordy = rest.filter((index) => !isMarks(index));
  const activity = longest(wordy.slice(0, 2), texts);
  if (activity !== null) set(activity, "activity");
  for (const index of rest) if (isMarks(index)) set(index, "lane");
  const after = wordy.filter((index) => activity !== null && index > activity);
  const roles: readonly ColumnRole[] =
    after.length === 1 ? ["output"] : ["requirements", "output", "remarks"];
  for (const [at, index] of after.entries()) set(index, roles[at] ?? "skip");
}

export const isStepNumber = (text: string): boolean =>
  /^\(?(\d{1,4}(\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]?\)?$/i.test(text);

/** The columns with what a person chose; a role of which there is one moves to the chosen column. */
export function chooseColumns(
  columns: readonly RecognisedColumn[],
  section: number,
  roles: Readonly<Record<string, ColumnRole>>,
): readonly RecognisedColumn[] {
  const chosen = columns.map((column) => roles[`${section}:${column.index}`]);
  return columns.map((column, at) => {
    const role = chosen[at];
    if (role !== undefined) return { ...column, role, sure: true };
    const isTaken = single.has(column.role) && chosen.includes(column.role);
    return isTaken ? { ...column, role: "skip", sure: true } : column;
  });
}

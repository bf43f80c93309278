import type { RowReading } from "./read-rows.js";
import { readMark } from "./read-mark.js";
import type { LaneMark, RecognisedLane, TableSection, TableWords } from "./recognised-table.js";
import { bareText } from "./tidy-text.js";

export interface LaneList {
  readonly lanes: readonly RecognisedLane[];
  /** The lane of a column, by section and column. */
  readonly ofColumn: ReadonlyMap<string, number>;
  /** The lane of a name, as `bareText`. */
  readonly ofName: ReadonlyMap<string, number>;
}

/** The lanes of all sections, each once: first those of the headings, then the names in cells. */
export function collectLanes(
  sections: readonly TableSection[],
  readings: readonly RowReading[],
  words: TableWords,
): LaneList {
  const lanes: RecognisedLane[] = [];
  const ofName = new Map<string, number>();
  const ofColumn = new Map<string, number>();
  const add = (name: string, sure: boolean): number => {
    const bare = bareText(name) || name;
    const known = ofName.get(bare);
    if (known !== undefined) return known;
    lanes.push({ name, sure });
    ofName.set(bare, lanes.length - 1);
    return lanes.length - 1;
  };
  for (const [index, section] of sections.entries()) {
    const columns = section.columns.filter(({ role }) => role === "lane");
    const names = columns.map(({ title }, at) => oneLine(title) || `${words.lane} ${at + 1}`);
    const bare = names.map((name) => bareText(name));
    const own = new Set<number>();
    for (const [at, column] of columns.entries()) {
      const name = names[at]!;
      const exact = ofName.get(bareText(name));
      const alike = exact ?? (index === 0 ? undefined : findAlike(name, bare, ofName));
      const isAlike = exact === undefined && alike !== undefined;
      // Two columns of one name are two performers, told apart by their number.
      const isTwice = alike !== undefined && own.has(alike);
      const lane =
        isAlike && !isTwice ? alike : add(isTwice ? `${name} (${at + 1})` : name, column.sure);
      if (isAlike && !isTwice) lanes[lane] = { ...lanes[lane]!, sure: false };
      own.add(lane);
      ofColumn.set(`${index}:${column.index}`, lane);
    }
  }
  for (const reading of readings) for (const name of actorNames(reading.actors)) add(name, true);
  return { lanes, ofColumn, ofName };
}

/** The same name with a slip of the hand or of the reading: "Agendari s", "Agendas". */
function findAlike(
  name: string,
  others: readonly string[],
  ofName: ReadonlyMap<string, number>,
): number | undefined {
  const bare = bareText(name);
  if (bare.length < 6) return undefined;
  for (const [known, lane] of ofName) {
    if (known.length < 6 || others.includes(known)) continue;
    if (distance(known, bare) <= 2) return lane;
  }
  return undefined;
}

/** Levenshtein's distance, as far as it matters here. */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2 || left.length > 80) return 3;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}

const oneLine = (text: string): string => text.replace(/\n/g, " ");

/** The performers that a cell names, one a line or between semicolons and commas. */
export const actorNames = (text: string): readonly string[] =>
  actorParts(text).filter((name) => readMark(name) === "LABEL");

/** A cell under the performers' heading may say a symbol instead of a name. */
const actorMarks = (text: string): readonly string[] =>
  actorParts(text).filter((part) => readMark(part) !== "LABEL");

const actorParts = (text: string): readonly string[] =>
  text
    .split(/[\n;,]/)
    .map((part) => part.replace(/^(?:[-–•*]|\d{1,2}[.)])\s*/, "").trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

export interface PlacedMarks {
  readonly here: readonly LaneMark[];
  /** Marks that place nothing: arrows, and words of symbols where several stand together. */
  readonly hints: readonly string[];
}

/** The lanes that a row's marks and names put its symbol in. */
export function placeMarks(reading: RowReading, list: LaneList): PlacedMarks {
  const here = new Map<number, LaneMark>();
  const hints: string[] = [];
  for (const { column, section, text } of reading.marks) {
    const lane = list.ofColumn.get(`${section}:${column}`);
    const meaning = readMark(text);
    const before = lane === undefined ? undefined : here.get(lane);
    if (lane === undefined || meaning === "ARROW" || before !== undefined) hints.push(text);
    if (lane === undefined || meaning === "ARROW") continue;
    const label = meaning === "LABEL" ? text : null;
    here.set(lane, before ?? { lane, mark: text, label });
  }
  hints.push(...actorMarks(reading.actors));
  for (const name of actorNames(reading.actors)) {
    const lane = list.ofName.get(bareText(name) || name);
    if (lane === undefined || here.has(lane)) continue;
    here.set(lane, { lane, mark: name, label: null });
  }
  return { here: [...here.values()], hints };
}

import type { Lane, LaneKey } from "../../sop/graph.js";
import { bareWords } from "../../table/tidy-text.js";
import { betweenSubjectAndVerb, endsOfName, performerPairs, performers } from "./performers.js";
import { mainClause, type StepWord, stepWords } from "./step-words.js";
import { intransitiveVerbs, toldByVerb } from "./verb-lists.js";
import { isPrefixedVerb, wordKind } from "./word-kind.js";

/** The performer with whom a step's text begins. */
export interface Subject {
  /** As it is written: "Kasi Pengembangan Aplikasi TIK". */
  readonly name: string;
  /** Index in the text of its first letter. */
  readonly start: number;
  /** Index in the text of the verb that follows. */
  readonly verb: number;
  /** The lanes whose whole name it is; a shortened or longer one is nobody's for certain. */
  readonly lanes: readonly LaneKey[];
}

/** The lanes by the first word of their names. */
export type LaneNames = ReadonlyMap<
  string,
  readonly { readonly key: LaneKey; readonly words: readonly string[] }[]
>;

export function laneNames(lanes: readonly Lane[]): LaneNames {
  const names = new Map<string, { key: LaneKey; words: readonly string[] }[]>();
  for (const { key, name } of lanes) {
    const words = bareWords(name);
    const [first] = words;
    if (first === undefined) continue;
    const group = names.get(first);
    if (group) group.push({ key, words });
    else names.set(first, [{ key, words }]);
  }
  return names;
}

/** "Kepala Bidang Pengembangan dan Pemberdayaan …" is long; a whole sentence is no name. */
const longestName = 9;

/**
 * The performer with whom the main clause of a text begins, as its subject: a lane's name, maybe
 * shortened or written out, or a position; and then a verb. `null` where the text begins otherwise.
 */
export function findSubject(text: string, names: LaneNames): Subject | null {
  const { words } = mainClause(stepWords(text));
  const verb = verbAfterName(words, names);
  if (verb === null) return null;
  let last = verb - 1;
  while (last > 0 && betweenSubjectAndVerb.has(words[last]!.word)) last--;
  const name = words.slice(0, last + 1);
  const said = name.flatMap(({ word }) => word.split(/[-'’]/));
  const lanes = names.get(said[0]!) ?? [];
  if (!isPosition(name) && !lanes.some((lane) => isShortOrLong(said, lane.words))) return null;
  return {
    name: text.slice(name[0]!.start, name.at(-1)!.end),
    start: name[0]!.start,
    verb: words[verb]!.start,
    lanes: lanes.filter((lane) => isSame(said, lane.words)).map(({ key }) => key),
  };
}

/** Where the verb stands before which only words of a name stand. */
function verbAfterName(words: readonly StepWord[], names: LaneNames): number | null {
  const [first] = words;
  if (first === undefined) return null;
  const lanes = names.get(first.word) ?? [];
  // "Cek Lapangan" may be a lane; without such a lane, a text that begins with a verb has no subject.
  if (wordKind(first.word) === "ACTIVE" && lanes.length === 0) return null;
  const all = spoken(words);
  const saidWhole = lanes.filter((lane) => beginsWith(all, lane.words));
  // No word of a lane's own name is the verb: "Agendaris Surat Masuk mencatat".
  const behindLane = Math.max(1, ...saidWhole.map((lane) => lane.words.length));
  for (let at = 1; at < Math.min(words.length, longestName); at++) {
    const { word, gap } = words[at]!;
    const before = words[at - 1]!.word;
    if (endsSentence(gap, before)) return null;
    if (at < behindLane) continue;
    if (isPrefixedVerb(word)) return at;
    if (intransitiveVerbs.has(word) && !toldByVerb.has(before)) return at;
    // A bare verb may be part of a name ("Operator Cetak"), but not behind the whole of one.
    const isWhole = lanes.some((lane) => isSame(spoken(words.slice(0, at)), lane.words));
    if (isWhole && wordKind(word) === "ACTIVE") return at;
    if (endsOfName.has(word) && !isWhole) return null;
  }
  return null;
}

const spoken = (words: readonly StepWord[]): readonly string[] => words.map(({ word }) => word);

/** A stop after a few letters is an abbreviation's: "Ka. Bidang", "Kasubbag. Umum". */
const endsSentence = (gap: string, before: string): boolean =>
  /[;!?\n]/.test(gap) || (gap.includes(".") && before.length > 8);

function isPosition(name: readonly StepWord[]): boolean {
  const first = name[0]!.word;
  const pair = performerPairs[first];
  return performers.has(first) && (pair === undefined || pair.has(name[1]?.word ?? ""));
}

const isSame = (said: readonly string[], name: readonly string[]): boolean =>
  said.length === name.length && beginsWith(said, name);

/** How many words may follow a lane's name, as in "Kasi Pengembangan Aplikasi" + "TIK". */
const mostMore = 3;

const isShortOrLong = (said: readonly string[], name: readonly string[]): boolean =>
  said.length <= name.length
    ? beginsWith(name, said)
    : said.length - name.length <= mostMore && beginsWith(said, name);

const beginsWith = (words: readonly string[], first: readonly string[]): boolean =>
  first.every((word, at) => words[at] === word);

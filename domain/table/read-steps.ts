import { documentLimits } from "../edit/document-limits.js";
import { nodeKinds } from "../kinds/node-kinds.js";
import type { NodeKind } from "../sop/graph.js";
import type { PlacedMarks } from "./collect-lanes.js";
import { guessKind } from "./guess-kind.js";
import { guessLane } from "./guess-lane.js";
import { readDuration, unitOfTitle, type ReadDuration } from "./read-duration.js";
import { isSymbolWord, readMark, terminatorOf } from "./read-mark.js";
import type { RowReading } from "./read-rows.js";
import type {
  GuessedField,
  LaneMark,
  LeftOut,
  RecognisedLane,
  RecognisedStep,
  TableChoices,
  TableSection,
  TableWords,
} from "./recognised-table.js";
import { splitItems } from "./split-items.js";
import { bareText } from "./tidy-text.js";

interface Setting {
  readonly sections: readonly TableSection[];
  readonly lanes: readonly RecognisedLane[];
  readonly words: TableWords;
  readonly choices: TableChoices;
}

interface Read {
  readonly reading: RowReading;
  readonly placed: PlacedMarks;
}

/** The steps of a table, with a start and an end where it has none. */
export function readSteps(
  read: readonly Read[],
  setting: Setting,
): { readonly steps: readonly RecognisedStep[]; readonly noRoom: readonly LeftOut[] } {
  const noRoom: LeftOut[] = [];
  const steps = read.map((one, at) => readStep(one, at, read.length - 1, setting, noRoom));
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return { steps, noRoom };
  const all = [...steps];
  if (!steps.some(({ kind }) => nodeKinds[kind].begins)) {
    all.unshift(added("start", setting, first));
  }
  if (!steps.some(({ kind }) => nodeKinds[kind].ends)) all.push(added("end", setting, last));
  return { steps: all, noRoom };
}

/** A terminator that the table does not have, beside the step that it belongs to. */
function added(kind: "start" | "end", setting: Setting, beside: RecognisedStep): RecognisedStep {
  const lanes = chosenLanes(kind, setting) ?? beside.lanes.slice(0, 1);
  return {
    id: kind,
    rows: [],
    number: null,
    kind,
    work: false,
    text: setting.words[kind],
    lanes: lanes.map(({ lane }) => ({ lane, mark: "", label: null })),
    hints: [],
    requirements: [],
    time: null,
    timeText: "",
    outputs: [],
    remarks: null,
    guesses: ["added"],
  };
}

function readStep(
  { reading, placed }: Read,
  at: number,
  last: number,
  setting: Setting,
  noRoom: LeftOut[],
): RecognisedStep {
  const id = `r${reading.rows[0] ?? 0}`;
  const guesses = new Set<GuessedField>(reading.isGuessed ? ["row"] : []);
  const kind = kindAt(id, reading, placed, at, last, setting, guesses);
  const { lanes, hints } = lanesOf(id, kind, reading, placed, setting, guesses);
  const duration = durationOf(reading, setting);
  if (!duration.sure) guesses.add("time");
  const isBare = reading.activity === "";
  if (isBare && !isTerminator(kind)) guesses.add("text");
  const remarks = new Remarks(reading, noRoom);
  const isWordOnly = duration.time === null && isSymbolWord(reading.time);
  if (!duration.sure && isWordOnly) hints.push(reading.time);
  else if (!duration.sure) remarks.add(`${setting.words.writtenTime}: ${reading.time}`);
  const kept = lanes.map((mark) => {
    if ((mark.label?.length ?? 0) <= documentLimits.label) return mark;
    remarks.add(mark.label ?? "");
    return { ...mark, label: null };
  });
  return {
    id,
    rows: reading.rows,
    number: reading.number,
    kind,
    work: isTerminator(kind) && !isEmptyTerminator(reading),
    text: isBare && isTerminator(kind) ? markWord(placed, setting, kind) : reading.activity,
    lanes: kept,
    hints,
    requirements: splitItems(reading.requirements),
    time: duration.time,
    timeText: reading.time,
    outputs: splitItems(reading.output),
    remarks: remarks.text,
    guesses: [...guesses],
  };
}

const isTerminator = (kind: NodeKind): kind is "start" | "end" =>
  nodeKinds[kind].begins || nodeKinds[kind].ends;

/** A capsule with nothing but its word begins or ends; with a text or a time it is work too. */
const isEmptyTerminator = ({ activity, time }: RowReading): boolean =>
  (activity === "" || terminatorOf(activity) !== null) && readDuration(time).time === null;

/** START or SELESAI as the table writes it, without its brackets. */
const markWord = (placed: PlacedMarks, { words }: Setting, kind: "start" | "end"): string =>
  placed.here
    .map(({ mark }) => mark.replace(/[^\p{L} ]+/gu, "").trim())
    .find((mark) => terminatorOf(mark) === kind) ?? words[kind];

function kindAt(
  id: string,
  reading: RowReading,
  placed: PlacedMarks,
  at: number,
  last: number,
  { choices }: Setting,
  guesses: Set<GuessedField>,
): NodeKind {
  const chosen = choices.kinds[id];
  if (chosen !== undefined) return chosen;
  const marks = [...reading.marks.map(({ text }) => text), ...placed.hints];
  const { kind, sure } = guessKind(reading.activity, marks, {
    isFirst: at === 0,
    isLast: at === last,
  });
  const definition = nodeKinds[kind];
  // A form begins in its first row and ends in its last; elsewhere such a word is somebody's work.
  const isMisplaced = (definition.begins && at !== 0) || (definition.ends && at !== last);
  // A decision has one lane: words alone do not take a joint step's lanes away.
  const isJoint = !sure && placed.here.length > 1;
  if (isMisplaced || isJoint) guesses.add("kind");
  if (isMisplaced || isJoint) return "activity";
  if (!sure) guesses.add("kind");
  return kind;
}

function lanesOf(
  id: string,
  kind: NodeKind,
  reading: RowReading,
  placed: PlacedMarks,
  setting: Setting,
  guesses: Set<GuessedField>,
): { lanes: readonly LaneMark[]; hints: string[] } {
  const hints = [...placed.hints];
  const chosen = chosenLanes(id, setting);
  if (chosen !== null) {
    const marks = new Map(placed.here.map((mark) => [mark.lane, mark]));
    const lanes = chosen.map((mark) => marks.get(mark.lane) ?? mark);
    const leaving = placed.here.filter(({ lane }) => !lanes.some((mark) => mark.lane === lane));
    return { lanes, hints: [...hints, ...leaving.map(({ mark }) => mark)] };
  }
  if (placed.here.length === 0) {
    guesses.add("lanes");
    const lane =
      guessLane(reading.activity, setting.lanes) ?? (setting.lanes.length > 0 ? 0 : null);
    return { lanes: lane === null ? [] : [{ lane, mark: "", label: null }], hints };
  }
  const most = nodeKinds[kind].parts.max ?? placed.here.length;
  if (placed.here.length > most) guesses.add("lanes");
  if (placed.here.some(({ label }) => label !== null) && placed.here.length === 1) {
    guesses.add("lanes");
  }
  // Where only one fits, the symbol's own word stands before ticks and labels.
  const sorted =
    most >= placed.here.length
      ? placed.here
      : [...placed.here].sort((a, b) => Number(isTick(a)) - Number(isTick(b)));
  const over = sorted.slice(most);
  return { lanes: sorted.slice(0, most), hints: [...hints, ...over.map(({ mark }) => mark)] };
}

const isTick = ({ mark }: LaneMark): boolean => /^(HERE|LABEL)$/.test(readMark(mark));

function chosenLanes(id: string, { choices, lanes }: Setting): readonly LaneMark[] | null {
  const names = choices.lanes[id];
  if (names === undefined) return null;
  const bare = new Set(names.map(bareText));
  return lanes.flatMap(({ name }, lane) =>
    bare.has(bareText(name)) ? [{ lane, mark: "", label: null }] : [],
  );
}

function durationOf(reading: RowReading, { sections }: Setting): ReadDuration {
  const column = sections[reading.section]?.columns.find(({ role }) => role === "time");
  return readDuration(reading.time, unitOfTitle(column?.title ?? ""));
}

/** The remarks of a step, and with them what found no other place. */
class Remarks {
  text: string | null;
  readonly #row: number;
  readonly #noRoom: LeftOut[];

  constructor(reading: RowReading, noRoom: LeftOut[]) {
    this.text = /^[-–—]?$/.test(reading.remarks) ? null : reading.remarks;
    this.#row = reading.rows[0] ?? 0;
    this.#noRoom = noRoom;
  }

  add(more: string): void {
    const together = this.text === null ? more : `${this.text}\n${more}`;
    if (together.length <= documentLimits.text) this.text = together;
    else this.#noRoom.push({ row: this.#row, column: 0, text: more, why: "NO_ROOM" });
  }
}

import { binOfMeasure, type Measure, type Subject, subjectParts } from "../../../domain/index.js";

/**
 * The numbers of one subject as they are stored: by measure, and the bins of each kind of duration
 * under its name, as bin and count in turn.
 */
export type StoredNumbers = Record<Measure, number | number[]>;
export type Content = Record<Subject, StoredNumbers>;

/** The parts of a cell, so that who asks for counts does not read histograms. */
export const cellParts = ["counts", "times", "people"] as const;
export type CellPart = (typeof cellParts)[number];

const counted: ReadonlySet<string> = new Set([
  ...["started", "completed", "cancelled"],
  ...["arrived", "finished", "withdrawn", "rework", "withStandard", "onTime"],
]);

/** In which part of a cell a number stands. */
export function partOf(subject: Subject, measure: Measure): CellPart {
  const { type } = subjectParts(subject);
  if (type === "PERSON") return "people";
  return type !== "HAND_OVER" && counted.has(measure) ? "counts" : "times";
}

/** Adds a number to a content; what becomes 0 is dropped. */
export function addNumber(
  content: Content,
  subject: Subject,
  measure: Measure,
  value: number,
): void {
  const numbers = (content[subject] ??= {});
  const binned = binOfMeasure(measure);
  if (binned) addToBin(numbers, binned.kind, binned.bin, value);
  else addToNumber(numbers, measure, value);
  dropIfEmpty(content, subject);
}

/** Adds another content to one. */
export function addContent(whole: Content, changes: Content): void {
  for (const [subject, changed] of Object.entries(changes)) {
    const numbers = (whole[subject] ??= {});
    for (const [measure, value] of Object.entries(changed)) {
      if (typeof value === "number") addToNumber(numbers, measure, value);
      else for (const [bin, count] of binsIn(value)) addToBin(numbers, measure, bin, count);
    }
    dropIfEmpty(whole, subject);
  }
}

/** Bins and their counts. */
export function* binsIn(stored: readonly number[]): IterableIterator<readonly [number, number]> {
  for (let at = 0; at < stored.length; at += 2) yield [stored[at]!, stored[at + 1]!];
}

function addToNumber(numbers: StoredNumbers, measure: Measure, value: number): void {
  const sum = ((numbers[measure] as number | undefined) ?? 0) + value;
  if (sum !== 0) numbers[measure] = sum;
  else delete numbers[measure];
}

function addToBin(numbers: StoredNumbers, kind: string, bin: number, value: number): void {
  const bins = (numbers[kind] ??= []) as number[];
  let at = 0;
  while (at < bins.length && bins[at]! < bin) at += 2;
  if (bins[at] !== bin) bins.splice(at, 0, bin, value);
  else if (bins[at + 1]! + value !== 0) bins[at + 1]! += value;
  else bins.splice(at, 2);
  if (bins.length === 0) delete numbers[kind];
}

function dropIfEmpty(content: Content, subject: Subject): void {
  if (Object.keys(content[subject]!).length === 0) delete content[subject];
}

export const readContent = (json: string): Readonly<Content> => JSON.parse(json) as Content;

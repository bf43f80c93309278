import { type Numbers, type Subject, subjectParts } from "../../../domain/index.js";

/** Numbers by subject. */
export type Content = Record<Subject, Record<string, number>>;

/** The parts of a cell, so that who asks for counts does not read histograms. */
export const cellParts = ["counts", "times", "people"] as const;
export type CellPart = (typeof cellParts)[number];

const counted: ReadonlySet<string> = new Set([
  ...["started", "completed", "cancelled"],
  ...["arrived", "finished", "withdrawn", "rework", "withStandard", "onTime"],
]);

/** In which part of a cell a number stands. */
export function partOf(subject: Subject, measure: string): CellPart {
  const { type } = subjectParts(subject);
  if (type === "PERSON") return "people";
  return type !== "HAND_OVER" && counted.has(measure) ? "counts" : "times";
}

/** Adds numbers to a content; what becomes 0 is dropped. */
export function addNumber(
  content: Content,
  subject: Subject,
  measure: string,
  value: number,
): void {
  const numbers = (content[subject] ??= {});
  const sum = (numbers[measure] ?? 0) + value;
  if (sum !== 0) numbers[measure] = sum;
  else {
    delete numbers[measure];
    if (Object.keys(numbers).length === 0) delete content[subject];
  }
}

export const readContent = (json: string): Readonly<Record<Subject, Numbers>> =>
  JSON.parse(json) as Content;

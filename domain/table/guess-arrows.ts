import { nodeKinds } from "../kinds/node-kinds.js";
import type { RecognisedArrow, RecognisedStep, TableWords } from "./recognised-table.js";

export interface ArrowGuess {
  readonly arrows: readonly RecognisedArrow[];
  /** The steps whose arrows nothing in the table states. */
  readonly guessed: ReadonlySet<number>;
}

const target =
  /\b(?:no|nomor|langkah|tahap|tahapan|kegiatan|aktivitas|aktifitas|poin|point|step)\b\.?\s*(?:ke|no|nomor)?[-.\s]*\(?(\d{1,4})\b/giu;
const refuses = /\b(tidak|belum|ditolak|kurang|not?)\b/i;
const closes = /\b(ditutup|selesai|dihentikan|berakhir|dibatalkan|closed|ends?)\b/i;

/**
 * The flow of a table: each row leads to the next; a decision's yes as well, its no to the row that
 * its words name, to the end, or else back to the row before.
 */
export function guessArrows(steps: readonly RecognisedStep[], words: TableWords): ArrowGuess {
  const arrows: RecognisedArrow[] = [];
  const guessed = new Set<number>();
  const last = steps.length - 1;
  for (const [from, step] of steps.entries()) {
    const kind = nodeKinds[step.kind];
    if (kind.edgesOut.max === 0) continue;
    const next = from < last ? nextOf(steps, from) : null;
    const yes = kind.namesOutcomes ? words.yes : null;
    if (next !== null) arrows.push({ from, to: next, outcome: yes });
    if (!kind.namesOutcomes) continue;
    const stated = statedTarget(steps, from);
    const no = stated ?? guessedTarget(steps, from);
    if (stated === null) guessed.add(from);
    if (no !== null) arrows.push({ from, to: no, outcome: words.no });
  }
  return { arrows, guessed };
}

/** No arrow leads into a start. */
function nextOf(steps: readonly RecognisedStep[], from: number): number | null {
  const next = steps.findIndex((step, at) => at > from && !nodeKinds[step.kind].begins);
  return next < 0 ? null : next;
}

/** What follows the word of refusal, where the way back is told. */
function refusal(text: string): string {
  const at = text.search(refuses);
  return at < 0 ? "" : text.slice(at);
}

function statedTarget(steps: readonly RecognisedStep[], from: number): number | null {
  const { text, remarks } = steps[from]!;
  for (const words of [refusal(text), refusal(remarks ?? "")]) {
    for (const [, number] of words.matchAll(target)) {
      const at = steps.findIndex((step) => step.number?.replace(/[().]/g, "") === number);
      const step = steps[at];
      if (step !== undefined && at !== from && !nodeKinds[step.kind].begins) return at;
    }
  }
  return null;
}

function guessedTarget(steps: readonly RecognisedStep[], from: number): number | null {
  const places = steps.map((_, at) => at);
  const end = places.filter((at) => nodeKinds[steps[at]!.kind].ends).at(-1) ?? -1;
  const before = places
    .slice(0, from)
    .filter((at) => !nodeKinds[steps[at]!.kind].begins)
    .at(-1);
  if (end > from && (closes.test(refusal(steps[from]!.text)) || before === undefined)) {
    return end;
  }
  return before ?? null;
}

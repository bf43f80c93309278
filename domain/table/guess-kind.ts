import type { NodeKind } from "../sop/graph.js";
import { readMark, terminatorOf, type MarkMeaning } from "./read-mark.js";

export interface KindGuess {
  readonly kind: NodeKind;
  readonly sure: boolean;
}

const kindOfMark: Partial<Record<MarkMeaning, NodeKind>> = {
  START: "start",
  END: "end",
  DECISION: "decision",
  CONNECTOR: "connector",
};

/** Wording of a step that ends in one of two ways. */
const asks = [
  /\b(apakah|whether)\b/i,
  /\b(jika|apabila|bila|kalau|if)\b[\s\S]*\b(tidak|belum|ditolak|kurang|not)\b/i,
  /\bya\b[\s\S]{0,200}\btidak\b|\byes\b[\s\S]{0,200}\bno\b/i,
  /\b(\p{L}+)\s*(?:\/|atau)\s*(?:tidak|belum|ditolak)\b/iu,
];

/** What kind of step a row is: as its symbols say, or else its words. */
export function guessKind(
  text: string,
  marks: readonly string[],
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): KindGuess {
  const meanings = new Set(marks.map(readMark));
  for (const meaning of ["DECISION", "START", "END", "CONNECTOR"] as const) {
    const kind = kindOfMark[meaning];
    if (kind !== undefined && meanings.has(meaning)) return { kind, sure: true };
  }
  if (meanings.has("CAPSULE") && place.isFirst) return { kind: "start", sure: true };
  if (meanings.has("CAPSULE") && place.isLast) return { kind: "end", sure: true };
  const terminator = terminatorOf(text);
  if (terminator !== null) return { kind: terminator, sure: true };
  // A symbol that says "process" is believed, whatever the words say.
  const isProcess = marks.some((mark) => /^\W*(proses|process)\W*$/i.test(mark));
  if (!isProcess && asks.some((pattern) => pattern.test(text))) {
    return { kind: "decision", sure: false };
  }
  return { kind: "activity", sure: true };
}

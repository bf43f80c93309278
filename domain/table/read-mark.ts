/** What a mark says of the step. */
export type MarkMeaning =
  | "HERE"
  | "START"
  | "END"
  /** A start or an end: its place says which. */
  | "CAPSULE"
  | "DECISION"
  | "CONNECTOR"
  | "ARROW"
  | "LABEL";

const meanings: readonly (readonly [RegExp, MarkMeaning])[] = [
  [/^(mulai|start|begin|awal)$/, "START"],
  [/^(selesai|end|finish|stop|akhir|berakhir)$/, "END"],
  [/^(keputusan|decision|jika|apakah|ya\/tidak|ya tidak|y\/t|ya|tidak|yes|no|\?+)$/, "DECISION"],
  [/^[◇◆⬦⬥♦⋄⟐]+$/u, "DECISION"],
  [/^([⬠⬟]+|penghubung|connector)$/u, "CONNECTOR"],
  [/^⬭+$/u, "CAPSULE"],
  [/^[→←↑↓↔↕↗↘↙↖⇒⇐⇑⇓⇨⇩▲▼►◄▶◀➔➜➝-]+>?$|^<?-+>?$|^<-+$/u, "ARROW"],
  [
    /^(proses|process|kegiatan|activity|x+|v|√|✓|✔|ü|☑|✗|✘|\*+|o|p|•|●|○|◯|⚫|■|□|▪|▫|▭|▬|▢|◻|◼|⬜|⬛|\.)$/u,
    "HERE",
  ],
  [/^\d{1,3}[.)]?$/, "HERE"],
];

/** Reads what stands in a lane's cell; anything that is no symbol is the label of a box. */
export function readMark(text: string): MarkMeaning {
  const plain = text
    .toLowerCase()
    .replace(/^[([{<"“]\s*(.*?)\s*[)\]}>"”]$/u, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return meanings.find(([pattern]) => pattern.test(plain))?.[1] ?? "LABEL";
}

/** Whether a text is the word of a symbol and says nothing by itself. */
export const isSymbolWord = (text: string): boolean => readMark(text) !== "LABEL";

/** Whether a step's whole text is the word of a terminator. */
export function terminatorOf(text: string): "start" | "end" | null {
  const meaning = readMark(text.replace(/[.:]$/, ""));
  return meaning === "START" ? "start" : meaning === "END" ? "end" : null;
}

import type { Metrics, TextStyle } from "./metrics.js";
import { wrapText } from "./wrap-text.js";

/** Texts of one style and width, broken to lines. */
type Wrapped = Map<string, readonly string[]>;

interface Memory {
  readonly byPlace: Map<string, Wrapped>;
  texts: number;
}

/** More texts than this are not worth keeping: several of the longest forms. */
const mostTexts = 30_000;

// While a form is drawn, all but one of its texts are those of a moment ago. The lines depend on
// nothing but text, style, width and metrics, so what is remembered cannot be out of date.
const memories = new WeakMap<Metrics, Memory>();

/** `wrapText` for one style and width, which breaks the same text once. */
export function textWrapper(
  style: TextStyle,
  width: number,
  metrics: Metrics,
): (text: string) => readonly string[] {
  let memory = memories.get(metrics);
  if (memory === undefined || memory.texts > mostTexts) {
    memory = { byPlace: new Map(), texts: 0 };
    memories.set(metrics, memory);
  }
  const { byPlace } = memory;
  const known = memory;
  const place = `${style} ${width}`;
  const wrapped: Wrapped = byPlace.get(place) ?? new Map<string, readonly string[]>();
  byPlace.set(place, wrapped);
  return (text) => {
    let lines = wrapped.get(text);
    if (lines === undefined) {
      lines = wrapText(text, width, style, metrics);
      wrapped.set(text, lines);
      known.texts++;
    }
    return lines;
  };
}

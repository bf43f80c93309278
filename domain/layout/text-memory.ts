import type { StandardTime } from "../sop/graph.js";
import type { Metrics, TextStyle } from "./metrics.js";
import { wordParts, wrapText } from "./wrap-text.js";

/** What the metrics say of texts, each asked only once. */
export interface TextMemory {
  /** `wrapText` for one style and width. */
  wrapper(style: TextStyle, width: number): (text: string) => readonly string[];
  /** Width in px of the longest word of a text, where it is not broken without need. */
  longestWord(text: string, style: TextStyle): number;
  timeText(time: StandardTime): string;
}

/** More answers than this are not worth keeping: a few of the longest forms. */
const mostAnswers = 50_000;

interface Remembered extends TextMemory {
  isFull(): boolean;
}

// While a form is drawn, all but one of its texts are those of a moment ago. An answer depends on
// the metrics and the question alone, so what is remembered cannot be out of date.
const memories = new WeakMap<Metrics, Remembered>();

export function textMemory(metrics: Metrics): TextMemory {
  const known = memories.get(metrics);
  if (known !== undefined && !known.isFull()) return known;
  const fresh = remember(metrics);
  memories.set(metrics, fresh);
  return fresh;
}

function remember(metrics: Metrics): Remembered {
  let answers = 0;
  const memory = <T>(ask: (text: string) => T): ((text: string) => T) => {
    const known = new Map<string, T>();
    return (text) => {
      let answer = known.get(text);
      if (answer === undefined) {
        answer = ask(text);
        known.set(text, answer);
        answers++;
      }
      return answer;
    };
  };
  const wrappers = new Map<string, (text: string) => readonly string[]>();
  const words = new Map<TextStyle, (text: string) => number>();
  const times = new Map<string, string>();
  return {
    isFull: () => answers > mostAnswers,
    wrapper(style, width) {
      const place = `${style} ${width}`;
      const wrapper =
        wrappers.get(place) ?? memory((text) => wrapText(text, width, style, metrics));
      wrappers.set(place, wrapper);
      return wrapper;
    },
    longestWord(text, style) {
      const longest = words.get(style) ?? memory((asked) => longestWord(asked, style, metrics));
      words.set(style, longest);
      return longest(text);
    },
    timeText(time) {
      const place = `${time.value} ${time.unit}`;
      let text = times.get(place);
      if (text === undefined) {
        text = metrics.timeText(time);
        times.set(place, text);
        answers++;
      }
      return text;
    },
  };
}

function longestWord(text: string, style: TextStyle, metrics: Metrics): number {
  let widest = 0;
  for (const word of text.split(/\s+/)) {
    for (const part of wordParts(word)) {
      widest = Math.max(widest, metrics.textWidth(part, style));
    }
  }
  return widest;
}

import type { LaneThroughput } from "../../report-types.js";
import type { ExportWords } from "../export-words.js";
import { nameOfLane } from "../report-fields.js";
import type { Amounts } from "./amounts.js";
import type { PageFlow } from "./page-flow.js";
import { note } from "./page-parts.js";
import { drawTable, widthOfWords } from "./page-table.js";
import type { PageWords } from "./page-words.js";
import { sheet } from "./sheet.js";

/** Lanes whose names would have less room than this are no matrix: each hand-over is a row then. */
const leastNames = 170;
const countWidth = 64;

/** How often each lane handed over to each other one, and how often that was a sending back. */
export function drawHandOvers(
  flow: PageFlow,
  { handOvers, lanes }: LaneThroughput,
  texts: { readonly words: ExportWords; readonly page: PageWords; readonly amounts: Amounts },
): void {
  const { words, page, amounts } = texts;
  const involved = new Set(handOvers.flatMap(({ from, to }) => [from.id, to.id]));
  const shown = lanes.map(({ lane }) => lane).filter(({ id }) => involved.has(id));
  const found = new Map(handOvers.map((one) => [`${one.from.id} ${one.to.id}`, one]));
  const written = (from: string, to: string): string => {
    const one = found.get(`${from} ${to}`);
    if (!one) return "";
    const back = one.returned > 0 ? ` (${amounts.number(one.returned)})` : "";
    return `${amounts.number(one.count)}${back}`;
  };
  const rows = shown.map((from, at) => [
    `${at + 1}. ${nameOfLane(from, words)}`,
    ...shown.map((to) => written(from.id, to.id)),
  ]);
  const fair = Math.min(countWidth, (sheet.room - leastNames) / shown.length);
  const width = Math.max(fair, widthOfWords(rows.flatMap(([, ...counts]) => counts)));
  if (sheet.room - width * shown.length < leastNames) {
    drawTable(
      flow,
      [
        { heading: words.columns.fromLane, width: null, isNumber: false },
        { heading: words.columns.toLane, width: null, isNumber: false },
        { heading: words.columns.count, width: countWidth * 1.3, isNumber: true },
        { heading: words.columns.returned, width: countWidth * 1.3, isNumber: true },
      ],
      handOvers.map(({ from, to, count, returned }) => ({
        cells: [
          nameOfLane(from, words),
          nameOfLane(to, words),
          amounts.number(count),
          amounts.number(returned),
        ],
      })),
    );
    return;
  }
  note(flow, page.handOversNote);
  // The names stand once, in front; a column has its row's number.
  drawTable(
    flow,
    [
      { heading: page.fromTo, width: null, isNumber: false },
      ...shown.map((_, at) => ({ heading: String(at + 1), width, isNumber: true })),
    ],
    rows.map((cells) => ({ cells })),
  );
}

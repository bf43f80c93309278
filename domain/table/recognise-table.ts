import { collectLanes, placeMarks, type LaneList } from "./collect-lanes.js";
import { findSections } from "./find-sections.js";
import { guessArrows } from "./guess-arrows.js";
import { readSteps } from "./read-steps.js";
import { chooseColumns, readColumns } from "./read-columns.js";
import { readRows } from "./read-rows.js";
import {
  noChoices,
  type RecognisedTable,
  type TableChoices,
  type TableSection,
  type TableWords,
} from "./recognised-table.js";
import type { TableGrid } from "./table-grid.js";

/**
 * Reads the form of an SOP out of a table: its columns, lanes, steps and arrows, each with what was
 * guessed. It takes any table, and every text of it is in a step, in a heading or in `leftOut`.
 */
export function recogniseTable(
  grid: TableGrid,
  words: TableWords,
  choices: TableChoices = noChoices,
): RecognisedTable {
  const sections: readonly TableSection[] = findSections(grid).map((section, index) => ({
    headings: section.headings,
    rows: section.rows,
    columns: chooseColumns(readColumns(grid, section), index, choices.roles),
  }));
  const { readings, leftOut } = readRows(grid, sections);
  const list: LaneList = collectLanes(sections, readings, words);
  const read = readings.map((reading) => ({ reading, placed: placeMarks(reading, list) }));
  const { steps, noRoom } = readSteps(read, { sections, lanes: list.lanes, words, choices });
  const { arrows, guessed } = guessArrows(steps, words);
  return {
    sections,
    lanes: list.lanes,
    steps: steps.map((step, at) =>
      guessed.has(at) ? { ...step, guesses: [...step.guesses, "arrows"] } : step,
    ),
    arrows,
    leftOut: [...leftOut, ...noRoom],
  };
}

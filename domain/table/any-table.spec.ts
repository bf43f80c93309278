import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits } from "../edit/apply-edits.js";
import { findLimitFault } from "../edit/document-limits.js";
import { emptyDocument } from "../sop/empty-document.js";
import { recogniseTable } from "./recognise-table.js";
import type { RecognisedTable } from "./recognised-table.js";
import { cellsOf, makeGrid, type SourceCell } from "./table-grid.js";
import { takeTable } from "./take-table.js";
import { trialWords } from "./trial-words.js";

const heading = fc.constantFrom(
  "No",
  "Kegiatan",
  "Pelaksana",
  "Mutu Baku",
  "Kelengkapan",
  "Waktu",
  "Output",
  "Keterangan",
  "Staf",
  "Kepala Dinas",
);
const mark = fc.constantFrom("x", "√", "Proses", "Mulai", "Selesai", "◇", "→", "Jika", "ya", "1");
const content = fc.constantFrom(
  "1",
  "2.",
  "15 menit",
  "5 - 10 menit",
  "1 hari",
  "- Surat\n- Proposal",
  "Jumlah",
  "jika tidak lengkap kembali ke langkah 1",
  "Kepala Dinas menyetujui",
  "A. Persiapan",
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  heading,
  mark,
  content,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const cell: fc.Arbitrary<SourceCell> = fc.record({
  text,
  rowSpan: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: -1, max: 4 })),
  colSpan: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: -1, max: 4 })),
});
const table = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 });

/** Letters that a person wrote, without the bullets and numbers that a list puts before a line. */
const wordsOf = (written: string): readonly string[] =>
  written.split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length > 2);

function everythingIn(recognised: RecognisedTable): string {
  return JSON.stringify([recognised.lanes, recognised.steps, recognised.leftOut]);
}

/** What a table of four rows once lost: a symbol's word among the names of performers. */
const symbolAmongNames = [["Pelaksana", "No", "Keterangan"], [":"], ["Proses"], ["¡"]].map((row) =>
  row.map((written): SourceCell => ({ text: written, rowSpan: 1, colSpan: 1 })),
);

it("takes any table: it never throws, keeps the limits, and loses no text", () => {
  fc.assert(
    fc.property(table, (source) => {
      const made = makeGrid(source);
      if (!made.ok) return;
      const recognised = recogniseTable(made.grid, trialWords);
      const kept = everythingIn(recognised);
      for (const { text: written } of cellsOf(made.grid)) {
        for (const word of wordsOf(written)) expect(kept).toContain(word);
      }
      let keys = 0;
      const taken = takeTable(recognised, emptyDocument, {
        placement: { type: "REPLACE" },
        bindings: [],
        newKey: (prefix) => `${prefix}-${(keys += 1)}`,
      });
      if (!taken.ok) throw new Error(JSON.stringify(taken.fault));
      expect(findLimitFault(taken.document)).toBeNull();
      const again = applyEdits(emptyDocument, taken.edits);
      if (!again.ok) throw new Error(again.error);
      expect(applyEdits(again.document, again.inverse)).toMatchObject({ document: emptyDocument });
      const known = new Set(taken.document.graph.nodes.map(({ key }) => key));
      for (const { from, to } of taken.document.graph.edges) {
        expect(known.has(from) && known.has(to)).toBe(true);
      }
    }),
    { numRuns: 400, examples: [[symbolAmongNames]] },
  );
});

import { expect, it } from "vitest";
import { randomDocument, randomEdits } from "../../test/compare/random-edits.js";
import { applyEdits } from "../edit/apply-edits.js";
import { editsBetween } from "./edits-between.js";

it("leads from one document to the other with no more edits than it was changed by", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const before = randomDocument(seed, 8);
    const { document: after, edits } = randomEdits(before, seed * 13, 1 + (seed % 12));
    const found = editsBetween(before, after);
    expect(applyEdits(before, found), `seed ${seed}`).toMatchObject({ ok: true, document: after });
    expect(found.length, `seed ${seed}`).toBeLessThanOrEqual(edits.length);
  }
});

it("makes nothing out of nothing", () => {
  const document = randomDocument(1, 8);
  expect(editsBetween(document, structuredClone(document))).toEqual([]);
});

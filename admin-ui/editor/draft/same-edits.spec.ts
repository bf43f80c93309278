import { expect, it } from "vitest";
import { emptyDocument, type DocumentEdit } from "../../../domain/index.js";
import { beginWith } from "./same-edits.js";

const lane: DocumentEdit = {
  op: "ADD",
  in: "lanes",
  index: 0,
  value: { key: "l", name: "A", binding: { type: "POSITION", position: "kepala" } },
};
const lists: DocumentEdit = {
  op: "SET_LISTS",
  value: { ...emptyDocument.lists, warnings: [{ text: "-", group: null }] },
};

it("compares what edits say, whatever order their fields came back in", () => {
  const back: DocumentEdit = {
    value: { binding: { position: "kepala", type: "POSITION" }, name: "A", key: "l" },
    index: 0,
    in: "lanes",
    op: "ADD",
  };
  expect(beginWith([back, lists], [lane])).toBe(true);
  expect(beginWith([back, lists], [lane, structuredClone(lists)])).toBe(true);
});

it.each<[string, readonly DocumentEdit[]]>([
  ["fewer", []],
  ["another order", [lists, lane]],
  ["another value", [{ ...lane, index: 1 }]],
  ["another deep inside", [{ ...lane, value: { ...lane.value, binding: null } }]],
  [
    "a longer list",
    [
      lane,
      {
        ...lists,
        value: {
          ...lists.value,
          warnings: [...(lists.value.warnings ?? []), { text: "x", group: null }],
        },
      },
    ],
  ],
])("is not fooled by %s", (_what, edits) => {
  expect(beginWith(edits, [lane, lists].slice(0, Math.max(1, edits.length)))).toBe(false);
});

import { expect, test } from "vitest";
import { positionTree } from "./position-tree.js";

const position = (id: string, above: string | null = null) => ({
  id,
  superior: above === null ? null : { id: above },
});
const shape = (...positions: readonly ReturnType<typeof position>[]) =>
  positionTree(positions).map((row) => `${"-".repeat(row.level)}${row.position.id}`);

test("puts each under the one above it, in the order of the list", () => {
  expect(shape(position("c", "b"), position("a"), position("b", "a"), position("d", "a"))).toEqual([
    "a",
    "-b",
    "--c",
    "-d",
  ]);
});

test("puts on top what stands under another office's, and loses none in a ring", () => {
  expect(shape(position("a", "elsewhere"), position("b", "c"), position("c", "b"))).toEqual([
    "a",
    "b",
    "-c",
  ]);
});

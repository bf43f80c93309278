import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../domain/index.js";
import { selectNode } from "../selection.js";
import { placeName, placeOrder, rowOf, selectedTarget, wholeForm } from "./note-place.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["write", "activity", ["b"]],
  ],
  [["start", "write"]],
);
const at = (targetType: "FIELD" | "LANE" | "NODE" | "EDGE", targetKey: string) => ({
  targetType,
  targetKey,
});
const t = ((key: string, values?: Record<string, string>) =>
  values === undefined ? key : `${key}(${Object.values(values).join()})`) as unknown as TFunction;

describe("the place of a note", () => {
  it("is a row, a lane, the first page or the form", () => {
    const names = [
      at("NODE", "write"),
      at("EDGE", "start-write"),
      at("LANE", "a"),
      at("FIELD", "identity.unit"),
      at("FIELD", "number"),
      wholeForm,
      at("EDGE", "gone"),
    ].map((note) => placeName(note, graph, t));
    expect(names).toEqual([
      "1. write",
      "start",
      "notes.lane(a)",
      "sop.identityTab",
      "sop.identityTab",
      "notes.wholeForm",
      "notes.wholeForm",
    ]);
    expect(rowOf(at("EDGE", "start-write"), graph)).toBe("start");
  });

  it("comes where the form is read", () => {
    const order = [at("NODE", "write"), at("LANE", "b"), at("FIELD", "number"), wholeForm].map(
      (note) => placeOrder(note, graph),
    );
    expect(order).toEqual([5, 3, 1, 0]);
  });

  it("is what is selected", () => {
    expect(selectedTarget(null)).toEqual(wholeForm);
    expect(selectedTarget(selectNode("write"))).toEqual(at("NODE", "write"));
    expect(selectedTarget({ type: "edge", key: "e" })).toEqual(at("EDGE", "e"));
  });
});

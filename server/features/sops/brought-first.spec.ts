import { expect, test } from "vitest";
import { buildGraph, type Graph, type Requirement } from "../../../domain/index.js";
import { broughtFirst } from "./brought-first.js";

const bring = (...texts: string[]): { requirements: Requirement[] } => ({
  requirements: texts.map((text) => ({ text, output: null })),
});

test("what the requester brings is asked by the steps before the case comes to the office", () => {
  const drawn = buildGraph(
    [
      ["start", "start", ["warga"]],
      ["write", "activity", ["warga"], bring("Surat", "KTP")],
      ["send", "activity", ["warga"], { requirements: [{ text: "Surat jadi", output: "o" }] }],
      ["check", "activity", ["loket"], bring("Buku agenda")],
      ["mend", "activity", ["warga"], bring("Surat yang diperbaiki")],
      ["end", "end", ["loket"]],
    ],
    [
      ["start", "write"],
      ["write", "send"],
      ["send", "check"],
      ["check", "mend"],
      ["mend", "end"],
    ],
  );
  const lanes = drawn.lanes.map((lane) =>
    lane.key === "warga" ? { ...lane, binding: { type: "REQUESTER" } as const } : lane,
  );
  const graph: Graph = { ...drawn, lanes };
  expect(broughtFirst(graph)).toEqual(["Surat", "KTP"]);
  expect(broughtFirst(drawn)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import type { Graph, StandardTime } from "../sop/graph.js";
import { type StandardTimes, sopTimes } from "./sop-times.js";

const minutes = (value: number): { standardTime: StandardTime } => ({
  standardTime: { value, unit: "MINUTE" },
});
const step = (key: string, value?: number): NodeRow => [
  key,
  "activity",
  ["staf"],
  value === undefined ? {} : minutes(value),
];
const decision = (key: string, value: number): NodeRow => [
  key,
  "decision",
  ["kasi"],
  minutes(value),
];
const bars = (...keys: readonly string[]): NodeRow[] =>
  keys.map((key) => [key, key.startsWith("bagi") ? "fork" : "join", []]);

const draw = (nodes: readonly NodeRow[], edges: readonly EdgeRow[]): Graph =>
  buildGraph([["mulai", "start", ["loket"]], ...nodes, ["selesai", "end", ["loket"]]], edges);

function times(graph: Graph): StandardTimes {
  const found = sopTimes(graph, 450);
  if (typeof found === "string") throw new Error(found);
  return found;
}

/** Shortest, expected and longest. */
const spanOf = (graph: Graph): number[] => {
  const { shortest, expected, longest } = times(graph);
  return [shortest, expected, longest];
};

/** Each way as its outcomes, "<" with what they lead back to, then its minutes and likelihood. */
const waysOf = (graph: Graph) =>
  times(graph).paths.map(({ outcomes, minutes: taken, likelihood }) => {
    const names = outcomes.map(({ edge, backTo }) => {
      const name = graph.edges.find(({ key }) => key === edge)!.outcome;
      return backTo === null ? name : `${name} < ${backTo}`;
    });
    return [names.join(", "), taken, likelihood];
  });

/** A draft (100) is looked at (10) and, where it is not in order, drafted again; then filed (5). */
const again = draw(
  [step("konsep", 100), decision("periksa", 10), step("arsip", 5)],
  [
    ["mulai", "konsep"],
    ["konsep", "periksa"],
    ["periksa", "arsip", "Ya"],
    ["periksa", "konsep", "Tidak"],
    ["arsip", "selesai"],
  ],
);

describe("sopTimes", () => {
  it("goes back never, on average as often as the odds say, and once", () => {
    // Once through: 100 + 10 + 5. Each way back is 110 more; at even odds there is one on average.
    expect(spanOf(again)).toEqual([115, 225, 225]);
    expect(waysOf(again)).toEqual([
      ["Ya", 115, 0.5],
      ["Tidak < konsep, Ya", 225, 0.25],
    ]);
    expect(times(again).others).toEqual({ count: null, likelihood: 0.25 });
  });

  it("takes each of several ways back once, not one in every round of another", () => {
    const graph = draw(
      [step("konsep", 100), decision("kasi", 10), decision("kabid", 20)],
      [
        ["mulai", "konsep"],
        ["konsep", "kasi"],
        ["kasi", "kabid", "Ya"],
        ["kasi", "konsep", "Tidak"],
        ["kabid", "selesai", "Ya"],
        ["kabid", "konsep", "Tidak"],
      ],
    );
    // Straight on 130; back from kasi 110 more, back from kabid 130 more.
    // To get past kasi takes (100 + 10) / ½ = 220; with kabid 240, and that twice on average.
    expect(spanOf(graph)).toEqual([130, 480, 370]);
    expect(waysOf(graph)).toEqual([
      ["Ya, Ya", 130, 0.25],
      ["Tidak < konsep, Ya, Ya", 240, 0.125],
      ["Ya, Tidak < konsep, Ya, Ya", 260, 0.0625],
      ["Ya, Tidak < konsep, Tidak < konsep, Ya, Ya", 370, 0.03125],
      ["Tidak < konsep, Ya, Tidak < konsep, Ya, Ya", 370, 0.03125],
    ]);
  });

  it("weighs three outcomes alike, and tells where a way back comes past other steps", () => {
    const graph = draw(
      [step("terima", 10), decision("nilai", 30), step("perbaiki", 60), step("tolak", 5)],
      [
        ["mulai", "terima"],
        ["terima", "nilai"],
        ["nilai", "selesai", "Lengkap"],
        ["nilai", "perbaiki", "Kurang"],
        ["nilai", "tolak", "Tidak berhak"],
        ["perbaiki", "nilai"],
        ["tolak", "selesai"],
      ],
    );
    // The look E = 30 + ⅓·0 + ⅓(60 + E) + ⅓·5, so E = 77.5; with 10 before it 87.5, rounded.
    expect(spanOf(graph)).toEqual([40, 88, 10 + 30 + 60 + 30 + 5]);
    expect(waysOf(graph).map(([way, taken]) => [way, taken])).toEqual([
      ["Lengkap", 40],
      ["Tidak berhak", 45],
      ["Kurang < nilai, Lengkap", 130],
      ["Kurang < nilai, Tidak berhak", 135],
    ]);
  });

  it("lets branches side by side take as long as the longest, with what may happen in each", () => {
    const graph = draw(
      [
        ...bars("bagi"),
        step("ukur", 50),
        decision("layak", 20),
        step("lapor", 40),
        step("catat", 1),
        ...bars("temu"),
      ],
      [
        ["mulai", "bagi"],
        ["bagi", "ukur"],
        ["bagi", "layak"],
        ["layak", "lapor", "Tidak"],
        ["layak", "catat", "Ya"],
        ["lapor", "catat"],
        ["ukur", "temu"],
        ["catat", "temu"],
        ["temu", "selesai"],
      ],
    );
    // One branch takes 50; the other 21, 61, or on average 41.
    expect(spanOf(graph)).toEqual([50, 50, 61]);
    expect(waysOf(graph)).toEqual([
      ["Tidak", 61, 0.5],
      ["Ya", 50, 0.5],
    ]);
    expect(times(graph).others).toEqual({ count: 0, likelihood: 0 });
  });

  it("follows branches that wait for one another", () => {
    // c waits for a and b; d for b alone: the longest row is b (30), c (20), then both meet.
    const graph = draw(
      [
        ...bars("bagi1"),
        step("a", 10),
        step("b", 30),
        ...bars("bagi2", "temu1"),
        step("c", 20),
        step("d", 15),
        ...bars("temu2"),
      ],
      [
        ["mulai", "bagi1"],
        ["bagi1", "a"],
        ["bagi1", "b"],
        ["a", "temu1"],
        ["b", "bagi2"],
        ["bagi2", "temu1"],
        ["bagi2", "d"],
        ["temu1", "c"],
        ["c", "temu2"],
        ["d", "temu2"],
        ["temu2", "selesai"],
      ],
    );
    expect(spanOf(graph)).toEqual([50, 50, 50]);
    expect(times(graph).isEstimate).toBe(false);
  });

  it("tries out what it cannot take apart, and says so", () => {
    // One of two divisions is chosen, and both lead into the same two branches.
    const graph = draw(
      [
        decision("pilih", 5),
        ...bars("bagi1", "bagi2"),
        step("x", 30),
        step("a", 10),
        step("b", 40),
        ...bars("temu"),
      ],
      [
        ["mulai", "pilih"],
        ["pilih", "bagi1", "Biasa"],
        ["pilih", "x", "Khusus"],
        ["x", "bagi2"],
        ["bagi1", "a"],
        ["bagi1", "b"],
        ["bagi2", "a"],
        ["bagi2", "b"],
        ["a", "temu"],
        ["b", "temu"],
        ["temu", "selesai"],
      ],
    );
    const found = times(graph);
    expect([found.shortest, found.longest, found.isEstimate]).toEqual([45, 75, true]);
    // 45 or 75 at even odds, by so many tries.
    expect(Math.abs(found.expected - 60)).toBeLessThan(3);
    expect(waysOf(graph)).toEqual(
      expect.arrayContaining([
        ["Biasa", 45, 0.5],
        ["Khusus", 75, 0.5],
      ]),
    );
  });

  it("does not count the requester's own steps, and names the office's that state no time", () => {
    const plain = buildGraph(
      [
        ["mulai", "start", ["warga"], { work: true, ...minutes(900) }],
        ["periksa", "activity", ["loket"], { standardTime: { value: 2, unit: "WORKING_DAY" } }],
        ["bayar", "activity", ["warga"]],
        ["cetak", "activity", ["loket"]],
        ["selesai", "end", ["loket"]],
      ],
      [
        ["mulai", "periksa"],
        ["periksa", "bayar"],
        ["bayar", "cetak"],
        ["cetak", "selesai"],
      ],
    );
    const lanes = plain.lanes.map((lane) =>
      lane.key === "warga" ? { ...lane, binding: { type: "REQUESTER" as const } } : lane,
    );
    const found = times({ ...plain, lanes });
    expect([found.shortest, found.untimed]).toEqual([900, ["cetak"]]);
  });

  it("misses the time of an SOP that it waits for, and not of one that is only started", () => {
    const calls = (waits: boolean) => ({ call: { sop: "s", waits } });
    const graph = draw(
      [
        step("a", 10),
        ["tunggu", "connector", ["staf"], calls(true)],
        ["mulaikan", "connector", ["staf"], calls(false)],
      ],
      [
        ["mulai", "a"],
        ["a", "tunggu"],
        ["tunggu", "mulaikan"],
        ["mulaikan", "selesai"],
      ],
    );
    expect(times(graph)).toMatchObject({ shortest: 10, longest: 10, untimed: ["tunggu"] });
  });

  it("has no times for a drawing that is not sound, or that states none", () => {
    expect(sopTimes({ ...again, edges: again.edges.slice(1) }, 450)).toBe("NOT_SOUND");
    const nodes = again.nodes.map((node) => ({ ...node, standardTime: null }));
    expect(sopTimes({ ...again, nodes }, 450)).toBe("NO_TIMES");
  });

  it("names the most likely of very many ways, and counts the others", () => {
    const keys = Array.from({ length: 20 }, (_, at) => `d${at}`);
    const graph = draw(
      keys.flatMap((key) => [decision(key, 1), step(`${key}x`, 1)]),
      [
        ["mulai", "d0"],
        ...keys.flatMap((key, at): EdgeRow[] => {
          const next = keys[at + 1] ?? "selesai";
          return [
            [key, next, "Ya"],
            [key, `${key}x`, "Tidak"],
            [`${key}x`, next],
          ];
        }),
      ],
    );
    const { paths, others, shortest, expected, longest } = times(graph);
    expect([shortest, expected, longest]).toEqual([20, 30, 40]);
    expect(paths).toHaveLength(12);
    expect(others).toEqual({ count: 2 ** 20 - 12, likelihood: 1 - 12 / 2 ** 20 });
  });

  it("has a bound for what would be expected to take for ever", () => {
    const keys = Array.from({ length: 900 }, (_, at) => `d${at}`);
    const graph = draw(
      keys.map((key) => decision(key, 5)),
      [
        ["mulai", "d0"],
        ...keys.flatMap((key, at): EdgeRow[] => [
          [key, keys[at + 1] ?? "selesai", "Ya"],
          [key, "d0", "Tidak"],
        ]),
      ],
    );
    expect(times(graph)).toMatchObject({ shortest: 4_500, expected: 1_000_000_000 });
  });
});

import { describe, expect, it } from "vitest";
import { withRequester } from "../rules/rule-trial.js";
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
  it("goes back never, in half of the cases, and once", () => {
    // Once through: 100 + 10 + 5. The way back is 110 more; it is taken by half of the cases.
    expect(spanOf(again)).toEqual([115, 170, 225]);
    expect(waysOf(again)).toEqual([
      ["Ya", 115, 0.5],
      ["Tidak < konsep, Ya", 225, 0.5],
    ]);
    expect(times(again).others).toEqual({ count: 0, likelihood: 0 });
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
    // Back from kabid goes half of the cases; back from kasi half and, of those that come to it
    // again from kabid, half of the other half: ½ + ½ · ½ · ½.
    expect(spanOf(graph)).toEqual([130, Math.round(130 + 130 / 2 + 110 * 0.625), 370]);
    expect(waysOf(graph)).toEqual([
      ["Ya, Ya", 130, 0.25],
      ["Tidak < konsep, Ya, Ya", 240, 0.25],
      ["Tidak < konsep, Ya, Tidak < konsep, Ya, Ya", 370, 0.25],
      ["Ya, Tidak < konsep, Ya, Ya", 260, 0.125],
      ["Ya, Tidak < konsep, Tidak < konsep, Ya, Ya", 370, 0.125],
    ]);
    expect(times(graph).others).toEqual({ count: 0, likelihood: 0 });
  });

  it("expects of four approvals less than that all of them send back", () => {
    const graph = draw(
      [
        step("konsep", 100),
        ...[1, 2, 3, 4].map((no) => decision(`paraf${no}`, 100)),
        step("arsip", 100),
      ],
      [
        ["mulai", "konsep"],
        ["konsep", "paraf1"],
        ...[1, 2, 3, 4].flatMap((no): EdgeRow[] => [
          [`paraf${no}`, no === 4 ? "arsip" : `paraf${no + 1}`, "Ya"],
          [`paraf${no}`, "konsep", "Tidak"],
        ]),
        ["arsip", "selesai"],
      ],
    );
    // The more often a case comes past an approval, the likelier it has sent back once: from the last
    // on ½, ⅝, 0.734 and 0.821, which do again 5, 4, 3 and 2 steps.
    const again = 5 / 2 + 4 * 0.625 + 3 * 0.734375 + 2 * 0.8212890625;
    expect(spanOf(graph)).toEqual([600, Math.round(100 * (6 + again)), 2_000]);
    expect(times(graph).isEstimate).toBe(false);
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
    // 10 + 30 + ⅓·0 + ⅓·5 + ⅓(60 + 30 + ½·0 + ½·5) = 72.5: once sent back, it is not again.
    expect(spanOf(graph)).toEqual([40, 73, 10 + 30 + 60 + 30 + 5]);
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
    const found = times(withRequester(plain, "warga"));
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

  it("tries out what can go back in more ways than can be looked at, and says so", () => {
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
    const found = times(graph);
    // Straight on 5 for each; again all from the first to where it is sent back, for each once.
    expect([found.shortest, found.longest]).toEqual([4_500, 4_500 + (5 * 900 * 901) / 2]);
    // Only the last few are not come past so often that they are all but sure to send back.
    expect(found.expected).toBeGreaterThan(found.longest - 50_000);
    expect(found.expected).toBeLessThanOrEqual(found.longest);
    expect([found.isEstimate, found.others.count]).toEqual([true, null]);
    expect(found.paths.length).toBeGreaterThan(5);
  });
});

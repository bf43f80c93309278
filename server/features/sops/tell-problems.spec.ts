import { describe, expect, test } from "vitest";
import {
  buildGraph,
  type EdgeRow,
  findProblems,
  type Graph,
  type NodeRow,
} from "../../../domain/index.js";
import { tellProblems } from "./tell-problems.js";

const start: NodeRow = ["mulai", "start", ["Kasi LITIK"]];
const end: NodeRow = ["akhir", "end", ["Kasi LITIK"]];
const step = (key: string, ...lanes: string[]): NodeRow => [
  key,
  "activity",
  lanes.length > 0 ? lanes : ["Staf"],
];
const choice = (key: string): NodeRow => [key, "decision", ["Kabid IATIK"]];
const bar = (key: string, kind: "fork" | "join"): NodeRow => [key, kind, []];
const drawn = (nodes: NodeRow[], edges: EdgeRow[]): Graph => buildGraph(nodes, edges);

/** A choice whose ways meet at a join: one of them never comes. */
const stuck = drawn(
  [start, choice("pilih"), step("terima", "Kasi LITIK"), bar("temu", "join"), step("kirim"), end],
  [
    ["mulai", "pilih"],
    ["pilih", "terima", "Ya"],
    ["pilih", "temu", "Tidak"],
    ["terima", "temu"],
    ["temu", "kirim"],
    ["kirim", "akhir"],
  ],
);

/** Three at once, and each of them comes to the end. */
const parallel = drawn(
  [start, bar("bagi", "fork"), step("a", "Staf", "Kasi LITIK"), step("b"), step("c"), end],
  [
    ["mulai", "bagi"],
    ["bagi", "a"],
    ["bagi", "b"],
    ["bagi", "c"],
    ["a", "akhir"],
    ["b", "akhir"],
    ["c", "akhir"],
  ],
);

/** The end is reached in the moment in which a join gets the only branch that it ever gets. */
const waiting = drawn(
  [start, step("a"), bar("bagi", "fork"), bar("temu", "join"), choice("c"), end],
  [
    ["mulai", "a"],
    ["a", "bagi"],
    ["bagi", "temu"],
    ["bagi", "akhir"],
    ["temu", "c"],
    ["c", "temu", "Lagi"],
    ["c", "akhir", "Cukup"],
  ],
);

const twoEnds = drawn(
  [start, step("a"), bar("bagi", "fork"), end, ["tutup", "end", ["Staf"]]],
  [
    ["mulai", "a"],
    ["a", "bagi"],
    ["bagi", "akhir"],
    ["bagi", "tutup"],
  ],
);

const twice = drawn(
  [start, bar("bagi", "fork"), step("a"), step("b"), step("c"), end],
  [
    ["mulai", "bagi"],
    ["bagi", "a"],
    ["bagi", "b"],
    ["a", "c"],
    ["b", "c"],
    ["c", "akhir"],
  ],
);

const loop = drawn(
  [start, choice("pilih"), step("a"), choice("ulang"), end],
  [
    ["mulai", "pilih"],
    ["pilih", "akhir", "Ya"],
    ["pilih", "a", "Tidak"],
    ["a", "ulang"],
    ["ulang", "a", "Lagi"],
    ["ulang", "pilih", "Dari awal"],
  ],
);
const endless: Graph = {
  ...loop,
  edges: loop.edges.map((edge) => (edge.outcome === "Dari awal" ? { ...edge, to: "a" } : edge)),
};

const sentences = (graph: Graph, rule: string): string[][] =>
  (["id", "en"] as const).map((locale) =>
    tellProblems(graph, findProblems(graph), locale)
      .filter((problem) => problem.rule === rule)
      .map(({ message }) => message),
  );

describe("what goes wrong is one sentence in either language", () => {
  test.each<[rule: string, what: string, graph: Graph, id: string, en: string]>([
    [
      "option-to-complete",
      "a join waits in vain",
      stuck,
      "Setelah langkah 1 (Kabid IATIK) memutuskan “Tidak”, langkah 3 menunggu cabang yang tidak pernah datang.",
      "After step 1 (Kabid IATIK) decides “Tidak”, step 3 waits for a branch that never comes.",
    ],
    [
      "option-to-complete",
      "a case goes round for ever",
      endless,
      "Setelah langkah 1 (Kabid IATIK) memutuskan “Tidak”, berkas terus berputar pada langkah 2 dan 3 dan tidak pernah dapat selesai.",
      "After step 1 (Kabid IATIK) decides “Tidak”, the case goes round and round at steps 2 and 3 and can never be finished.",
    ],
    [
      "proper-completion",
      "steps are open when the end is reached",
      parallel,
      "Setelah langkah 1 (Staf dan Kasi LITIK) selesai, berkas mencapai akhir padahal langkah 2 dan 3 belum selesai.",
      "After step 1 (Staf and Kasi LITIK) is done, the case comes to an end although steps 2 and 3 are not done yet.",
    ],
    [
      "proper-completion",
      "a join waits when the end is reached",
      waiting,
      "Setelah langkah 1 (Staf) selesai, berkas mencapai akhir padahal langkah 2 masih menunggu cabang lain.",
      "After step 1 (Staf) is done, the case comes to an end although step 2 still waits for another branch.",
    ],
    [
      "proper-completion",
      "two ends at once",
      twoEnds,
      "Setelah langkah 1 (Staf) selesai, berkas mencapai akhir lebih dari sekali.",
      "After step 1 (Staf) is done, the case comes to an end more than once.",
    ],
    [
      "one-token",
      "a step is open twice",
      twice,
      "Setelah langkah 2 (Staf) selesai, langkah 3 terbuka dua kali pada saat yang sama.",
      "After step 2 (Staf) is done, step 3 is open twice at the same time.",
    ],
    [
      "no-dead-step",
      "a step is never done",
      stuck,
      "Langkah 3 tidak pernah dikerjakan, ke mana pun berkas berjalan.",
      "Step 3 is never done, wherever a case goes.",
    ],
  ])("%s: %s", (rule, _what, graph, id, en) => {
    expect(sentences(graph, rule)).toEqual([[id], [en]]);
  });

  test("that begins without `after` where it goes wrong at once", () => {
    const at = (rule: "option-to-complete" | "one-token", nodeKeys: string[], edgeKeys: string[]) =>
      (["id", "en"] as const).flatMap((locale) =>
        tellProblems(
          stuck,
          [{ rule, level: "ERROR", nodeKeys, edgeKeys, laneKeys: [], params: {}, run: [] }],
          locale,
        ).map(({ message, run, trace }) => ({ message, run, trace })),
      );
    expect(at("option-to-complete", ["temu"], ["terima-temu"])).toEqual([
      {
        message: "Langkah 3 menunggu cabang yang tidak pernah datang.",
        run: [],
        trace: [],
      },
      { message: "Step 3 waits for a branch that never comes.", run: [], trace: [] },
    ]);
    expect(at("one-token", ["temu"], ["terima-temu"]).map(({ message }) => message)).toEqual([
      "Cabang yang sama datang dua kali sebelum langkah 3 dibuka.",
      "The same branch arrives twice before step 3 can begin.",
    ]);
  });

  test("and names outcomes that nobody ever takes by their words, not their keys", () => {
    const found = {
      ...({ rule: "no-dead-step", level: "ERROR", laneKeys: [], params: {}, run: null } as const),
      nodeKeys: ["kirim", "akhir"],
      edgeKeys: ["pilih-temu-Tidak"],
    };
    expect(tellProblems(stuck, [found], "id")[0]?.message).toBe(
      "Langkah 3 dan simbol selesai “akhir” tidak pernah dikerjakan, ke mana pun berkas berjalan; pilihan “Tidak” pada langkah 1 tidak pernah dapat diambil.",
    );
  });
});

test("a run is told step by step, by number, lanes and outcome", () => {
  const of = (graph: Graph, rule: string, locale: "id" | "en") =>
    tellProblems(graph, findProblems(graph), locale).find((problem) => problem.rule === rule);
  expect(of(stuck, "option-to-complete", "id")).toMatchObject({
    rule: "option-to-complete",
    level: "ERROR",
    nodeIds: ["temu"],
    edgeIds: ["terima-temu"],
    trace: ["pilih"],
    run: [{ nodeId: "pilih", outcomeId: "pilih-temu-Tidak", label: "1. Kabid IATIK: Tidak" }],
  });
  const joint = of(parallel, "proper-completion", "en");
  expect(joint?.run?.map(({ label }) => label)).toEqual(["1. Staf and Kasi LITIK"]);
});

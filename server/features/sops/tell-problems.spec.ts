import { describe, expect, test } from "vitest";
import {
  buildGraph,
  type EdgeRow,
  findProblems,
  type Graph,
  type NodeRow,
} from "../../../domain/index.js";
import { cutText } from "./cut-text.js";
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
      "Setelah langkah 1 (Kabid IATIK) memilih “Tidak”, langkah 3 menunggu cabang yang tidak pernah datang.",
      "After step 1 (Kabid IATIK) chooses “Tidak”, step 3 waits for a branch that never comes.",
    ],
    [
      "option-to-complete",
      "a case goes round for ever",
      endless,
      "Setelah langkah 1 (Kabid IATIK) memilih “Tidak”, berkas berputar terus di langkah 2 dan 3, dan tidak pernah sampai ke akhir.",
      "After step 1 (Kabid IATIK) chooses “Tidak”, the case goes round for ever in steps 2 and 3, and never comes to its end.",
    ],
    [
      "proper-completion",
      "steps are open when the end is reached",
      parallel,
      "Setelah langkah 1 (Staf dan Kasi LITIK) selesai, berkas sampai ke akhir sementara langkah 2 dan 3 masih terbuka.",
      "After step 1 (Staf and Kasi LITIK) is done, the case comes to its end while steps 2 and 3 are still open.",
    ],
    [
      "proper-completion",
      "a join waits when the end is reached",
      waiting,
      "Setelah langkah 1 (Staf) selesai, berkas sampai ke akhir sementara langkah 2 masih menunggu cabang lain.",
      "After step 1 (Staf) is done, the case comes to its end while step 2 still waits for another branch.",
    ],
    [
      "proper-completion",
      "two ends at once",
      twoEnds,
      "Setelah langkah 1 (Staf) selesai, berkas sampai ke akhir lebih dari sekali.",
      "After step 1 (Staf) is done, the case comes to its end more than once.",
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
      "Tidak ada berkas yang pernah sampai ke langkah 3.",
      "No case ever comes to step 3.",
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
      "The same branch comes twice before step 3 can begin.",
    ]);
  });

  test("and names outcomes that nobody ever takes by their words, not their keys", () => {
    const found = {
      ...({ rule: "no-dead-step", level: "ERROR", laneKeys: [], params: {}, run: null } as const),
      nodeKeys: ["kirim", "akhir"],
      edgeKeys: ["pilih-temu-Tidak"],
    };
    expect(tellProblems(stuck, [found], "id")[0]?.message).toBe(
      "Tidak ada berkas yang pernah sampai ke langkah 3 dan akhir SOP “akhir”; tidak ada berkas yang pernah melewati cabang “Tidak” pada langkah 1.",
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

describe("a message is short, however much the form says", () => {
  const long = "Memeriksa ".repeat(400);
  const rows = Array.from({ length: 25 }, (_, at) => `s${at + 1}`);
  const wide: Graph = buildGraph(
    [start, ...rows.map((key): NodeRow => [key, "activity", ["Staf"], { text: long }]), end],
    [],
  );
  const cut = `“${long.slice(0, 79)}…”`;
  const told = (keys: readonly string[], locale: "id" | "en") =>
    tellProblems(
      wide,
      [
        {
          ...({ rule: "reaches-end", level: "ERROR", edgeKeys: [], laneKeys: [] } as const),
          ...{ nodeKeys: keys, params: {}, run: null },
        },
      ],
      locale,
    ).map(({ message }) => message)[0];

  test("three texts, each cut at 80 characters, then numbers", () => {
    expect(long.slice(0, 79)).toHaveLength(79);
    expect(told(rows.slice(0, 5), "id")).toBe(
      `Dari langkah 1 (${cut}), 2 (${cut}), 3 (${cut}), 4, 5, akhir tidak pernah tercapai.`,
    );
  });

  test("and behind the twentieth how many there are", () => {
    const said = "4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20";
    expect(told(rows, "id")).toContain(`3 (${cut}), ${said} dan 5 lagi, akhir`);
    expect(told(rows, "en")).toContain(`3 (${cut}), ${said} and 5 more, the end`);
    expect(told(rows.slice(0, 20), "id")).toContain(`${said}, akhir`);
  });

  test("of a bar or capsule without a number its kind is said", () => {
    expect(told([...rows.slice(0, 3), "akhir"], "id")).toContain(`3 (${cut}), akhir SOP, akhir`);
  });

  test("the names of lanes, outcomes, papers and arrows are cut too", () => {
    const [problem] = tellProblems(
      { ...wide, edges: [{ key: "e", from: "s1", to: "s2", outcome: null }] },
      [
        {
          ...({ rule: "dangling-edge", level: "ERROR", nodeKeys: [], laneKeys: [] } as const),
          ...{ edgeKeys: ["e"], params: {}, run: null },
        },
      ],
      "id",
    );
    expect(problem?.message).toBe(`Panah dari ${cut} ke ${cut} tidak menuju langkah mana pun.`);
    const [idle] = tellProblems(
      wide,
      [
        {
          ...({ rule: "idle-lane", level: "WARNING", nodeKeys: [], edgeKeys: [] } as const),
          ...{ laneKeys: [], params: { lane: long }, run: null },
        },
      ],
      "en",
    );
    expect(idle?.message).toBe(`Lane ${cut} does nothing.`);
  });

  test("no letter is cut in two", () => {
    expect(cutText("𝒜".repeat(90))).toBe(`${"𝒜".repeat(79)}…`);
    expect(cutText("𝒜".repeat(80))).toBe("𝒜".repeat(80));
  });
});

test("only what is asked for of a run is told, and the same step once", () => {
  const step = { node: "pilih", outcome: "pilih-temu-Tidak" };
  let read = 0;
  const run = Array.from({ length: 400 }, () => ({
    get node() {
      read += 1;
      return step.node;
    },
    outcome: step.outcome,
  }));
  const found = {
    ...({ rule: "output-before-needed", level: "ERROR", edgeKeys: [], laneKeys: [] } as const),
    nodeKeys: ["kirim"],
    params: { output: "Surat", key: "surat" },
    run,
  };
  const told = tellProblems(
    stuck,
    Array.from({ length: 200 }, () => found),
    "id",
  );
  expect(told.map(({ rule, message }) => [rule, message])).toHaveLength(200);
  expect(read).toBe(0);
  const [one, other] = [told[0]!.run!, told[1]!.run!];
  expect([one.length, one[0]?.label]).toEqual([400, "1. Kabid IATIK: Tidak"]);
  expect(new Set([...one, ...other]).size).toBe(1);
  expect(told[0]!.trace).toHaveLength(400);
});

import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { buildGraph, findProblems, type Graph, type RuleName } from "../../../domain/index.js";
import en from "../../texts/en.json" with { type: "json" };
import id from "../../texts/id.json" with { type: "json" };
import { connectorProblem } from "./connector-calls.js";
import { problemTeller } from "./problem-sentence.js";

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    lng: "id",
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

const rows = [
  ["start", "start", ["Pemohon"]],
  ["split", "decision", ["Kabid IATIK"]],
  ["count", "activity", ["Kasi LITIK"]],
  ["write", "activity", ["Staf"]],
  ["join", "join", []],
  ["send", "activity", ["Staf", "Kasi LITIK"]],
  ["end", "end", ["Pemohon"]],
] as const;

const rest = [
  ["start", "split"],
  ["count", "join"],
  ["write", "join"],
  ["join", "send"],
  ["send", "end"],
] as const;

const stuck = buildGraph(rows, [...rest, ["split", "count", "Ya"], ["split", "write", "Tidak"]]);

/** A fork whose two branches come to one step without waiting for each other. */
const twice = buildGraph(
  rows
    .filter(([key]) => key !== "join")
    .map((row) => (row[0] === "split" ? ["split", "fork", []] : row)),
  [
    ["start", "split"],
    ["split", "count"],
    ["split", "write"],
    ["count", "send"],
    ["write", "send"],
    ["send", "end"],
  ],
);

function sentence(graph: Graph, rule: RuleName, language = "id"): string {
  const problem = findProblems(graph).find((one) => one.rule === rule);
  if (problem === undefined) throw new Error(`${rule} is not broken`);
  return problemTeller(graph, i18n.getFixedT(language), language)(problem);
}

describe("a problem that a run shows", () => {
  it("says after which step what waits in vain, a bar by the step behind it", () => {
    expect(sentence(stuck, "option-to-complete")).toBe(
      "Setelah langkah 2 (Kasi LITIK) selesai, langkah 4 (Staf dan Kasi LITIK) menunggu cabang yang tidak pernah datang.",
    );
    expect(sentence(stuck, "option-to-complete", "en")).toBe(
      "After step 2 (Kasi LITIK) is done, step 4 (Staf and Kasi LITIK) waits for a branch that never comes.",
    );
  });

  it("says which outcome was chosen where that comes last", () => {
    const early = buildGraph(rows, [
      ...rest.filter(([from]) => from !== "count"),
      ["split", "join", "Ya"],
      ["split", "write", "Tidak"],
      ["count", "end"],
    ]);
    const text = problemTeller(
      early,
      i18n.getFixedT("id"),
      "id",
    )({
      rule: "option-to-complete",
      nodeKeys: ["join"],
      edgeKeys: ["write-join"],
      params: { after: "split", how: "join" },
      run: [{ node: "split", outcome: "split-join-Ya" }],
    });
    expect(text).toBe(
      "Setelah langkah 1 (Kabid IATIK) memilih “Ya”, langkah 4 (Staf dan Kasi LITIK) menunggu cabang yang tidak pernah datang.",
    );
  });

  it("says that it is so from the beginning", () => {
    const text = problemTeller(
      stuck,
      i18n.getFixedT("id"),
      "id",
    )({
      rule: "option-to-complete",
      nodeKeys: ["join"],
      edgeKeys: ["count-join"],
      params: { how: "join" },
      run: [],
    });
    expect(text).toBe(
      "Sejak berkas dimulai, langkah 4 (Staf dan Kasi LITIK) menunggu cabang yang tidak pernah datang.",
    );
  });

  it("says what is open twice, and what is still open at the end", () => {
    expect(sentence(twice, "one-token")).toMatch(
      /^Setelah langkah \d \(.+\) selesai, langkah 3 \(Staf dan Kasi LITIK\) terbuka dua kali/,
    );
    expect(sentence(twice, "proper-completion")).toMatch(
      /^Setelah langkah 3 .+ sampai ke akhir sementara langkah \d \(.+\) masih terbuka\.$/,
    );
  });

  it("names many steps by the first few, and never by their keys", () => {
    const steps = ["a1", "a2", "a3", "a4", "a5"];
    const graph = buildGraph(
      [["start", "start", ["L"]], ...steps.map((key) => [key, "activity", ["L"]] as const)],
      [],
    );
    const tell = problemTeller(graph, i18n.getFixedT("id"), "id");
    const told = {
      rule: "option-to-complete",
      edgeKeys: [],
      params: { how: "round" },
      run: [],
    } as const;
    expect(tell({ ...told, nodeKeys: steps })).toBe(
      "Sejak berkas dimulai, berkas berputar terus di langkah 1 (L), langkah 2 (L), langkah 3 (L), dan 2 langkah lain, dan tidak pernah sampai ke akhir.",
    );
    expect(tell({ ...told, nodeKeys: ["n-1f2e3d", "start"] })).toContain(
      "langkah yang sudah dihapus dan awal SOP",
    );
  });
});

describe("a problem that other SOPs bring about", () => {
  const tell = (rule: string, sopTitles: readonly string[], language = "id"): string => {
    const [problem] = connectorProblem({ rule, nodeIds: ["count"], sopTitles });
    if (problem === undefined) throw new Error(`${rule} is not one`);
    return problemTeller(stuck, i18n.getFixedT(language), language)(problem);
  };

  it("names the circle, or says that the SOP runs itself", () => {
    expect(tell("connector-cycle", ["Izin", "Rekomendasi", "Izin"])).toBe(
      "Penghubung ini menunggu SOP yang pada akhirnya menunggu SOP ini lagi: “Izin” → “Rekomendasi” → “Izin”.",
    );
    expect(tell("connector-chain", ["Izin", "…", "Izin"], "en")).toBe(
      "This connector starts an SOP that starts this one again, without end and before anybody has done any work: “Izin” → … → “Izin”.",
    );
    for (const rule of ["connector-cycle", "connector-chain"]) {
      expect(tell(rule, ["Izin", "Izin"])).not.toContain("“");
      expect(tell(rule, ["Izin", "Izin"])).toContain("SOP ini");
    }
  });

  it("names an SOP that was retired, and none that is not there", () => {
    expect(tell("connector-known", ["Rekomendasi"])).toBe(
      "Penghubung ini menunjuk SOP yang sudah dicabut: “Rekomendasi”.",
    );
    expect(tell("connector-known", [], "en")).toBe("This connector runs an SOP that is not there.");
  });
});

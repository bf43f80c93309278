import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { buildGraph, type Graph, type GraphNode } from "../../../domain/index.js";
import en from "../../texts/en.json";
import id from "../../texts/id.json";
import { rememberedSpokenSteps, spokenSteps } from "./spoken-step.js";

beforeAll(() =>
  i18next.init({
    lng: "id",
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
);

const graph: Graph = {
  ...buildGraph(
    [
      ["start", "start", ["Agendaris"]],
      ["one", "activity", ["Agendaris", "Sekretaris", "Kabid"]],
      ["ask", "decision", ["Kepala Dinas"]],
      ["fork", "fork", []],
      ["two", "activity", ["Sekretaris", "Kabid"], { mode: "ANY" }],
      ["end", "end", ["Agendaris"]],
    ],
    [
      ["start", "one"],
      ["one", "ask"],
      ["ask", "fork", "Ya"],
      ["ask", "one", "Tidak"],
      ["fork", "two"],
      ["two", "end"],
    ],
  ),
};
const say = (key: string, lng: "id" | "en"): string | undefined =>
  spokenSteps(graph, i18next.getFixedT(lng)).get(key)?.label;

describe("what is heard on a symbol", () => {
  it("is the step, its kind, its lane and where its branches lead", () => {
    expect(say("ask", "id")).toBe(
      "langkah 2, keputusan, Kepala Dinas, Ya ke palang bersamaan, Tidak ke langkah 1",
    );
    expect(say("ask", "en")).toBe(
      "step 2, decision, Kepala Dinas, Ya to the bar “in parallel”, Tidak to step 1",
    );
  });

  it("says of a joint step who works it, and whether all of them must", () => {
    expect(say("one", "id")).toBe(
      "langkah 1, kegiatan, Agendaris, Sekretaris dan Kabid bersama, ke langkah 2",
    );
    expect(say("two", "en")).toBe("step 3, activity, Sekretaris or Kabid, to end");
  });

  it("says of a row without a number what it is", () => {
    expect(say("start", "id")).toBe("Mulai, Agendaris, ke langkah 1");
    expect(say("end", "id")).toBe("Selesai, Agendaris");
  });
});

it("gives the same object for a row that says the same", () => {
  const remembered = rememberedSpokenSteps();
  const t = i18next.getFixedT("id");
  const before = remembered(graph, t);
  const edges = graph.edges.filter(({ outcome }) => outcome !== "Tidak");
  const after = remembered({ ...graph, edges }, t);
  expect(after.get("one")).toBe(before.get("one"));
  expect(after.get("ask")?.label).toBe(
    "langkah 2, keputusan, Kepala Dinas, Ya ke palang bersamaan",
  );
});

it("says all of it as before while only a text is typed", () => {
  const remembered = rememberedSpokenSteps();
  const t = i18next.getFixedT("id");
  const before = remembered(graph, t);
  const withNode = (change: Partial<GraphNode>): Graph => ({
    ...graph,
    nodes: graph.nodes.map((node) => (node.key === "end" ? { ...node, ...change } : node)),
  });
  expect(remembered(withNode({ text: "Arsip" }), t)).toBe(before);
  expect(remembered(withNode({ work: true }), t).get("two")?.label).toContain("ke langkah 4");
  expect(remembered(graph, i18next.getFixedT("en")).get("one")?.label).toContain("step 1");
});

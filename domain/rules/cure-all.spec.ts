import { describe, expect, it } from "vitest";
import { applyEdits } from "../edit/apply-edits.js";
import { buildGraph, type NodeRow } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { cureAll } from "./cure-all.js";
import { findProblems, isError } from "./find-problems.js";
import type { Problem } from "./rule.js";
import { foundBy, trialContext } from "./rule-trial.js";

/** Steps in a row that do what the texts say, from a start to an end. */
function row(...texts: readonly string[]): Graph {
  const steps = texts.map((text, at): NodeRow => [`s${at}`, "activity", ["Kadin"], { text }]);
  const keys = ["start", ...steps.map(([key]) => key), "end"];
  return buildGraph(
    [["start", "start", ["Kadin"]], ...steps, ["end", "end", ["Kadin"]]],
    keys.slice(1).map((key, at) => [keys[at]!, key]),
  );
}

function after(graph: Graph, problems: readonly Problem[]): Graph {
  const edits = cureAll(problems, graph, trialContext());
  const result = applyEdits({ ...emptyDocument, graph }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}

describe("cureAll", () => {
  it("cures each of many alike, and touches nothing else", () => {
    const graph = row("Kadin membaca surat", "Menilai surat", "Kadin meneruskan surat");
    const mended = after(graph, foundBy("step-subject", graph));
    expect(mended.nodes.map(({ text }) => text).slice(1, -1)).toEqual([
      "Membaca surat",
      "Menilai surat",
      "Meneruskan surat",
    ]);
    expect(mended.edges).toEqual(graph.edges);
  });

  it("goes on from what the cure before has made of the drawing", () => {
    const graph = row("Menyusun", "Menyetujui konsep", "Mengetik", "Menyetujui surat", "Mengirim");
    const approvals = foundBy("approval-refusal", graph);
    expect(approvals).toHaveLength(2);
    const mended = after(graph, approvals);
    const kinds = new Map(mended.nodes.map(({ key, kind }) => [key, kind]));
    expect([kinds.get("s1"), kinds.get("s3")]).toEqual(["decision", "decision"]);
    expect(foundBy("approval-refusal", mended)).toEqual([]);
    expect(new Set(mended.edges.map(({ key }) => key)).size).toBe(mended.edges.length);
    expect(findProblems(mended).map(({ rule }) => rule)).not.toContain("edge-count");
  });

  it("passes over what was cured along with another", () => {
    const graph = row("Membaca surat", "Mengirim surat");
    const endless: Graph = {
      ...graph,
      nodes: graph.nodes.filter(({ key }) => key !== "end"),
      edges: graph.edges.filter(({ to }) => to !== "end"),
    };
    const errors = findProblems(endless).filter(isError);
    expect(errors.length).toBeGreaterThan(1);
    const mended = after(endless, errors);
    expect(mended.nodes.filter(({ kind }) => kind === "end")).toHaveLength(1);
    expect(mended.nodes).toHaveLength(4);
    const known = new Set(findProblems(graph).map(({ rule }) => rule));
    expect(findProblems(mended).filter((one) => isError(one) && !known.has(one.rule))).toEqual([]);
  });

  it("makes no edit where nothing has a cure", () => {
    const graph = row("Membaca surat");
    expect(cureAll(foundBy("standard-time", graph), graph, trialContext())).toEqual([]);
  });
});

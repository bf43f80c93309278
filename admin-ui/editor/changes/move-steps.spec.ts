import { describe, expect, it } from "vitest";
import {
  applyEdits,
  buildGraph,
  emptyDocument,
  type DocumentEdit,
  type Graph,
} from "../../../domain/index.js";
import { moveSteps } from "./move-steps.js";

const chain: Graph = buildGraph(
  [
    ["mulai", "start", ["l1"], { text: "Mulai" }],
    ["a", "activity", ["l1"], { text: "A" }],
    ["b", "activity", ["l2"], { text: "B" }],
    ["c", "decision", ["l2"], { text: "C" }],
    ["d", "activity", ["l3"], { text: "D" }],
    ["selesai", "end", ["l1"], { text: "Selesai" }],
  ],
  [
    ["mulai", "a"],
    ["a", "b"],
    ["b", "c"],
    ["c", "d", "Ya"],
    ["c", "a", "Tidak"],
    ["d", "selesai"],
  ],
);

function after(graph: Graph, edits: readonly DocumentEdit[]): Graph {
  const result = applyEdits({ ...emptyDocument, graph }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}
const rows = (graph: Graph) => graph.nodes.map(({ key }) => key).join(" ");
const arrows = (graph: Graph) =>
  graph.edges.map(({ from, to, outcome }) => `${from}>${to}${outcome ?? ""}`).join(" ");
const lanesOf = (graph: Graph, key: string) =>
  graph.nodes.find((node) => node.key === key)?.parts.map(({ lane }) => lane);

describe("moveSteps to another row", () => {
  it("takes a step out of a straight flow and puts it in where it goes", () => {
    const moved = after(chain, moveSteps(chain, ["b"], { before: "selesai" }));
    expect(rows(moved)).toBe("mulai a c d b selesai");
    expect(arrows(moved)).toBe("mulai>a a>c b>selesai c>dYa c>aTidak d>b");
  });

  it("moves a decision with its way back", () => {
    const moved = after(chain, moveSteps(chain, ["c"], { before: "selesai" }));
    expect(rows(moved)).toBe("mulai a b d c selesai");
    expect(arrows(moved)).toBe("mulai>a a>b b>d c>selesaiYa c>aTidak d>c");
  });

  it("moves several rows together, upwards too", () => {
    const moved = after(chain, moveSteps(chain, ["d", "c"], { before: "a" }));
    expect(rows(moved)).toBe("mulai c d a b selesai");
    expect(arrows(moved)).toBe("mulai>c a>b b>selesai c>dYa c>aTidak d>a");
  });

  it("leaves the arrows of rows that do not stand in a row of the flow", () => {
    const moved = after(chain, moveSteps(chain, ["a", "c"], { before: "selesai" }));
    expect(rows(moved)).toBe("mulai b d a c selesai");
    expect(arrows(moved)).toBe(arrows(chain));
  });

  it("goes after the last row, and nowhere where it stands already", () => {
    expect(rows(after(chain, moveSteps(chain, ["mulai"], { before: null })))).toBe(
      "a b c d selesai mulai",
    );
    expect(moveSteps(chain, ["b"], { before: "c" })).toEqual([]);
    expect(moveSteps(chain, ["b"], { before: "b" })).toEqual([]);
    expect(moveSteps(chain, ["b", "c"], { before: "c" })).toEqual([]);
  });
});

describe("moveSteps to another lane", () => {
  it("moves the box, and not past the last lane", () => {
    expect(lanesOf(after(chain, moveSteps(chain, ["a"], { lanes: 1 })), "a")).toEqual(["l2"]);
    expect(lanesOf(after(chain, moveSteps(chain, ["d"], { lanes: 4 })), "d")).toEqual(["l3"]);
    expect(moveSteps(chain, ["d"], { lanes: 1 })).toEqual([]);
  });

  it("adds a box to an activity, and moves other kinds that stand in one lane only", () => {
    const joint = after(chain, moveSteps(chain, ["b"], { lanes: -1, copy: true }));
    expect(lanesOf(joint, "b")).toEqual(["l1", "l2"]);
    const decision = after(chain, moveSteps(chain, ["c"], { lanes: 1, copy: true }));
    expect(lanesOf(decision, "c")).toEqual(["l3"]);
  });

  it("moves one box of a joint step, which goes where it already stands", () => {
    const joint = after(chain, moveSteps(chain, ["b"], { lanes: 1, copy: true }));
    const moved = after(joint, moveSteps(joint, ["b"], { lanes: -1, from: "l2" }));
    expect(lanesOf(moved, "b")).toEqual(["l1", "l3"]);
    const merged = after(joint, moveSteps(joint, ["b"], { lanes: 1, from: "l2" }));
    expect(lanesOf(merged, "b")).toEqual(["l3"]);
  });
});

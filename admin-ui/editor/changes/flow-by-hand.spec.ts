import { describe, expect, it } from "vitest";
import {
  applyEdits,
  buildGraph,
  emptyDocument,
  makeNode,
  type DocumentEdit,
  type Graph,
} from "../../../domain/index.js";
import { appendStep } from "./append-step.js";
import { connectSteps, takesArrow } from "./connect-steps.js";
import { emptyLane, stepsIn } from "./empty-lane.js";
import { insertOnArrow } from "./insert-on-arrow.js";

const graph: Graph = buildGraph(
  [
    ["mulai", "start", ["l1"], { text: "Mulai" }],
    ["a", "activity", ["l1", "l2"], { text: "A" }],
    ["c", "decision", ["l2"], { text: "C" }],
    ["selesai", "end", ["l1"], { text: "Selesai" }],
  ],
  [
    ["mulai", "a"],
    ["a", "c"],
    ["c", "selesai", "Ya"],
    ["c", "a", "Tidak"],
  ],
);
const names = ["Ya", "Tidak"];
const keys = () => {
  let number = 0;
  return () => `new${++number}`;
};
function after(edits: readonly DocumentEdit[] | null): Graph {
  const result = applyEdits({ ...emptyDocument, graph }, edits ?? []);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}
const step = (kind: "activity" | "decision" | "end") =>
  makeNode({ key: "baru", kind, parts: [{ lane: "l2", label: null }] });
const rows = (drawn: Graph) => drawn.nodes.map(({ key }) => key).join(" ");
const arrows = (drawn: Graph) =>
  drawn.edges.map(({ from, to, outcome }) => `${from}>${to}${outcome ?? ""}`).join(" ");
const edgeKey = (from: string, to: string) =>
  graph.edges.find((edge) => edge.from === from && edge.to === to)!.key;

describe("insertOnArrow", () => {
  it("parts an arrow in two, in the row before its end", () => {
    const drawn = after(
      insertOnArrow(graph, edgeKey("c", "selesai"), step("activity"), names, keys()),
    );
    expect(rows(drawn)).toBe("mulai a c baru selesai");
    expect(arrows(drawn)).toBe("mulai>a a>c c>baruYa c>aTidak baru>selesai");
  });

  it("stands under the step that a loop comes from", () => {
    const drawn = after(insertOnArrow(graph, edgeKey("c", "a"), step("activity"), names, keys()));
    expect(rows(drawn)).toBe("mulai a c baru selesai");
    expect(arrows(drawn)).toBe("mulai>a a>c c>selesaiYa c>baruTidak baru>a");
  });

  it("gives a decision both of its ways, and refuses what nothing can go on from", () => {
    const drawn = after(insertOnArrow(graph, edgeKey("a", "c"), step("decision"), names, keys()));
    expect(arrows(drawn)).toBe("mulai>a a>baru c>selesaiYa c>aTidak baru>cYa baru>aTidak");
    expect(insertOnArrow(graph, edgeKey("a", "c"), step("end"), names, keys())).toBeNull();
  });

  it("never leads a new decision back to the start", () => {
    const drawn = after(
      insertOnArrow(graph, edgeKey("mulai", "a"), step("decision"), names, keys()),
    );
    expect(arrows(drawn)).toContain("baru>aYa baru>aTidak");
  });
});

describe("appendStep", () => {
  it("closes one more way of a decision with an end", () => {
    const drawn = after(appendStep(graph, "c", step("end"), ["Ya", "Tidak", "Batal"], keys()));
    expect(rows(drawn)).toBe("mulai a c selesai baru");
    expect(arrows(drawn)).toBe("mulai>a a>c c>selesaiYa c>aTidak c>baruBatal");
  });

  it("puts any other step into the flow", () => {
    const drawn = after(appendStep(graph, "a", step("activity"), names, keys()));
    expect(arrows(drawn)).toBe("mulai>a a>baru c>selesaiYa c>aTidak baru>c");
  });
});

describe("connectSteps", () => {
  it("turns the only arrow of a step, and adds an outcome to a decision", () => {
    expect(arrows(after(connectSteps(graph, "a", "selesai", names, keys())))).toContain(
      "a>selesai",
    );
    expect(arrows(after(connectSteps(graph, "c", "selesai", names, keys())))).toMatch(/c>selesai$/);
  });

  it("leads nowhere that takes no arrow", () => {
    expect(takesArrow(graph, "a", "mulai")).toBe(false);
    expect(takesArrow(graph, "a", "a")).toBe(false);
    expect(connectSteps(graph, "a", "mulai", names, keys())).toEqual([]);
    expect(connectSteps(graph, "selesai", "a", names, keys())).toEqual([]);
  });
});

describe("emptyLane", () => {
  it("moves the boxes to another lane, each step there once", () => {
    expect(stepsIn(graph, "l2").map(({ key }) => key)).toEqual(["a", "c"]);
    const drawn = after(emptyLane(graph, "l2", "l1"));
    expect(drawn.lanes.map(({ key }) => key)).toEqual(["l1"]);
    expect(drawn.nodes.map(({ parts }) => parts.map(({ lane }) => lane).join())).toEqual([
      "l1",
      "l1",
      "l1",
      "l1",
    ]);
  });

  it("takes the boxes with it where they go nowhere", () => {
    const drawn = after(emptyLane(graph, "l2", null));
    expect(drawn.nodes.find(({ key }) => key === "c")?.parts).toEqual([]);
  });
});

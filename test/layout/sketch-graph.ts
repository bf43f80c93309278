import type { Edge, Graph, GraphNode, NodeKind } from "../../domain/sop/graph.js";

/**
 * A graph in a few strings, for tests. Lanes: "a b c". Nodes: "key kind lane+lane", a bar without
 * lanes, a working capsule with a "!" behind its kind. Edges: "from>to" or "from>to:outcome".
 */
export function sketchGraph(lanes: string, nodes: readonly string[], edges: string): Graph {
  return {
    lanes: words(lanes).map((key) => ({ key, name: key, binding: null })),
    nodes: nodes.map((line) => {
      const [key = "", kind = "", places = ""] = words(line);
      return sketchNode(key, kind.replace("!", "") as NodeKind, places, kind.endsWith("!"));
    }),
    edges: words(edges).map((line, at): Edge => {
      const [ends = "", outcome = null] = line.split(":");
      const [from = "", to = ""] = ends.split(">");
      return { key: `e${at}`, from, to, outcome };
    }),
    outputs: [],
  };
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

function sketchNode(key: string, kind: NodeKind, places: string, work: boolean): GraphNode {
  return {
    key,
    kind,
    text: key,
    parts: places === "" ? [] : places.split("+").map((lane) => ({ lane, label: null })),
    mode: "ALL",
    work,
    requirements: [],
    standardTime: null,
    outputs: [],
    remarks: null,
    call: null,
  };
}

import type { Graph, GraphNode } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { isWellFormed } from "./is-well-formed.js";
import { Sketch } from "./sketch.js";

/** A graph as small as can be found that is still bad: nodes and arrows are left out one by one. */
export function shrinkGraph(graph: Graph, isBad: (graph: Graph) => boolean): Graph {
  let best = graph;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    let changes = changesOf(best);
    for (let at = 0; at < changes.length;) {
      const changed = changedBy(best, changes[at]!);
      if (isWellFormed(changed) && isBad(changed)) {
        best = changed;
        isSmaller = true;
        // What came next has moved up to this place.
        changes = changesOf(best);
      } else at += 1;
    }
  }
  return best;
}

function changedBy(graph: Graph, change: Change): Graph {
  const sketch = new Sketch(new Dice(0), graph.lanes, graph);
  change(sketch);
  dropLoose(sketch);
  return sketch.graph();
}

type Change = (sketch: Sketch) => void;

const changesOf = (graph: Graph): Change[] => [...leftOut(graph), ...simplified(graph)];

/** Without a node, whatever led to it led on by one of its arrows; or without an arrow. */
const leftOut = ({ nodes, edges }: Graph): Change[] => [
  ...nodes.flatMap(({ key }) =>
    edges
      .filter(({ from, to }) => from === key && to !== key)
      .map(({ to }): Change => (sketch) => {
        for (const arrow of sketch.into(key)) arrow.to = to;
        sketch.nodes = sketch.nodes.filter((node) => node.key !== key);
        sketch.arrows = sketch.arrows.filter(({ from }) => from !== key);
      }),
  ),
  ...edges.map(({ key }): Change => (sketch) => {
    sketch.arrows = sketch.arrows.filter((arrow) => arrow.key !== key);
  }),
];

/** With a plain step in place of another. */
const simplified = ({ nodes }: Graph): Change[] =>
  nodes
    .filter((node) => !isPlain(node))
    .map(({ key, kind, parts }): Change => (sketch) => {
      sketch.change(key, {
        kind: kind === "connector" ? "activity" : kind,
        parts: parts.slice(0, 1),
        call: null,
        work: false,
        requirements: [],
        outputs: [],
      });
    });

const isPlain = ({ kind, parts, work, requirements, outputs }: GraphNode): boolean =>
  kind !== "connector" &&
  parts.length < 2 &&
  !(work && (kind === "start" || kind === "end")) &&
  requirements.length + outputs.length === 0;

/** Takes away what no arrow leads to any more, and what led on from there. */
function dropLoose(sketch: Sketch): void {
  const isLoose = ({ key, kind }: GraphNode): boolean =>
    kind !== "start" && sketch.into(key).length === 0;
  while (sketch.nodes.some(isLoose)) {
    const loose = new Set(sketch.nodes.filter(isLoose).map(({ key }) => key));
    sketch.nodes = sketch.nodes.filter(({ key }) => !loose.has(key));
    sketch.arrows = sketch.arrows.filter(({ from }) => !loose.has(from));
  }
}

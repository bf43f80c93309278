import { kindOf } from "../kinds/node-kinds.js";
import type { EdgeKey, Graph, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Marking } from "./net-game.js";
import type { MarkingSearch, Troubles } from "./search-markings.js";
import type { Violation } from "./soundness.js";
import { donePlace, type TokenNet } from "./token-net.js";

interface Parts {
  readonly nodeKeys: readonly NodeKey[];
  readonly edgeKeys: readonly EdgeKey[];
}

/** What was found in the net of a drawing, told in terms of the drawing. */
export function tellViolations(
  graph: Graph,
  index: GraphIndex,
  net: TokenNet,
  troubles: Troubles,
): Violation[] {
  const at = (marking: Marking): Parts => placesOf(graph, index, net, marking);
  const tell = (
    kind: keyof Troubles,
    told: (marking: Marking) => Omit<Violation, "run">,
  ): Violation[] => {
    const reached = troubles[kind];
    return reached === null ? [] : [{ ...told(reached.marking), run: reached.run }];
  };
  return [
    ...tell("deadlock", (marking) => ({
      property: "OPTION_TO_COMPLETE",
      ...waitedForIn(graph, index, at(marking).edgeKeys),
    })),
    ...tell("livelock", (marking) => ({
      property: "OPTION_TO_COMPLETE",
      nodeKeys: at(marking).nodeKeys,
      edgeKeys: [],
    })),
    ...tell("leftOver", (marking) => ({
      property: "PROPER_COMPLETION",
      ...at(marking.filter((place) => place !== donePlace)),
    })),
    ...tell("crowded", (marking) => ({
      property: "ONE_TOKEN",
      ...at(marking.filter((place, no) => place === marking[no - 1])),
    })),
  ];
}

/** The nodes and arrows on which a marking's tokens are; of an arrow, the join before which it lies. */
function placesOf(graph: Graph, index: GraphIndex, net: TokenNet, marking: Marking): Parts {
  const edges = new Set(marking.flatMap((place) => net.places[place]!.edges));
  const nodes = new Set(marking.flatMap((place) => net.places[place]!.nodes));
  const joins = joinsBehind(graph, index, edges).map(({ key }) => key);
  return { nodeKeys: [...nodes, ...joins], edgeKeys: [...edges] };
}

const joinsBehind = (graph: Graph, index: GraphIndex, edges: ReadonlySet<EdgeKey>) =>
  graph.nodes.filter(
    (node) =>
      kindOf(node).waitsForAll && index.edgesInto(node.key).some(({ key }) => edges.has(key)),
  );

/** The joins that wait, and the arrows on which nothing comes to them. */
function waitedForIn(graph: Graph, index: GraphIndex, arrived: readonly EdgeKey[]): Parts {
  const there = new Set(arrived);
  const joins = joinsBehind(graph, index, there);
  const awaited = joins.flatMap((join) => index.edgesInto(join.key).map(({ key }) => key));
  return {
    nodeKeys: joins.map(({ key }) => key),
    edgeKeys: awaited.filter((key) => !there.has(key)),
  };
}

/**
 * What no case comes to, of all that somebody works at, once a search has gone through the whole
 * net, not reduced, of the drawing.
 */
export function deadParts(
  graph: Graph,
  index: GraphIndex,
  net: TokenNet,
  { isAlive }: MarkingSearch,
): Parts {
  const alive = new Set<NodeKey>();
  const taken = new Set<EdgeKey>();
  for (const { node, outcome } of net.transitions.flatMap(({ run }, at) =>
    isAlive[at] ? run : [],
  )) {
    alive.add(node);
    if (outcome !== null) taken.add(outcome);
  }
  const works = graph.nodes.filter((node) => kindOf(node).opens(node) !== "NOTHING");
  return {
    nodeKeys: works.filter(({ key }) => !alive.has(key)).map(({ key }) => key),
    edgeKeys: works
      .filter((node) => alive.has(node.key) && kindOf(node).leaves === "CHOSEN_EDGE")
      .flatMap((node) => index.edgesFrom(node.key).map(({ key }) => key))
      .filter((key) => !taken.has(key)),
  };
}

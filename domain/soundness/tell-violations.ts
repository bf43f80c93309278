import { kindOf } from "../kinds/node-kinds.js";
import type { EdgeKey, Graph, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Marking, MarkingSearch } from "./search-markings.js";
import type { Violation } from "./soundness.js";
import { donePlace, type TokenNet } from "./token-net.js";

/** What a search has found, in terms of the drawing. */
export function tellViolations(
  graph: Graph,
  index: GraphIndex,
  net: TokenNet,
  search: MarkingSearch,
): Violation[] {
  const { crowded, leftOver, deadlock, livelock } = search;
  const at = (marking: Marking) => placesOf(net, marking, index, graph);
  const violations: Violation[] = [];
  if (deadlock) {
    violations.push({
      property: "OPTION_TO_COMPLETE",
      ...waitedForIn(graph, index, at(deadlock.marking).edgeKeys),
      run: deadlock.run,
    });
  }
  if (livelock) {
    const { nodeKeys } = at(livelock.marking);
    violations.push({
      property: "OPTION_TO_COMPLETE",
      nodeKeys,
      edgeKeys: [],
      run: livelock.run,
    });
  }
  if (leftOver) {
    const left = leftOver.marking.filter((place) => place !== donePlace);
    violations.push({ property: "PROPER_COMPLETION", ...at(left), run: leftOver.run });
  }
  if (crowded) {
    const twice = crowded.marking.filter((place, no) => place === crowded.marking[no - 1]);
    violations.push({ property: "ONE_TOKEN", ...at(twice), run: crowded.run });
  }
  // What lies behind trouble was not looked at, and may well be alive.
  if (search.isWhole && !crowded && !leftOver) {
    const dead = deadParts(graph, index, net, search);
    if (dead.nodeKeys.length + dead.edgeKeys.length > 0) {
      violations.push({ property: "NO_DEAD_STEP", ...dead, run: null });
    }
  }
  return violations;
}

interface Parts {
  readonly nodeKeys: readonly NodeKey[];
  readonly edgeKeys: readonly EdgeKey[];
}

/** The nodes and arrows on which a marking's tokens are; of an arrow, the join before which it lies. */
function placesOf(net: TokenNet, marking: Marking, index: GraphIndex, graph: Graph): Parts {
  const edges = new Set(marking.flatMap((place) => net.places[place]!.edges));
  const nodes = new Set(marking.flatMap((place) => net.places[place]!.nodes));
  for (const join of graph.nodes.filter((node) => kindOf(node).waitsForAll)) {
    if (index.edgesInto(join.key).some(({ key }) => edges.has(key))) nodes.add(join.key);
  }
  return { nodeKeys: [...nodes], edgeKeys: [...edges] };
}

/** The joins that wait, and the arrows on which nothing comes to them. */
function waitedForIn(graph: Graph, index: GraphIndex, arrived: readonly EdgeKey[]): Parts {
  const there = new Set(arrived);
  const joins = graph.nodes.filter(
    (node) =>
      kindOf(node).waitsForAll && index.edgesInto(node.key).some(({ key }) => there.has(key)),
  );
  return {
    nodeKeys: joins.map(({ key }) => key),
    edgeKeys: joins
      .flatMap((join) => index.edgesInto(join.key).map(({ key }) => key))
      .filter((key) => !there.has(key)),
  };
}

function deadParts(graph: Graph, index: GraphIndex, net: TokenNet, search: MarkingSearch): Parts {
  const alive = new Set<NodeKey>();
  const taken = new Set<EdgeKey>();
  for (const [at, { run }] of net.transitions.entries()) {
    if (!search.isAlive[at]) continue;
    for (const { node, outcome } of run) {
      alive.add(node);
      if (outcome !== null) taken.add(outcome);
    }
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

import type { Graph } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";

/** The graph with something wrong that keeps one from saying how cases go through it. */
export function spoilForm(dice: Dice, graph: Graph): Graph {
  return dice.pick(faults)!(graph, dice);
}

const faults: readonly ((graph: Graph, dice: Dice) => Graph)[] = [
  function withoutAnArrow(graph, dice) {
    const gone = dice.pick(graph.edges);
    return { ...graph, edges: graph.edges.filter((edge) => edge !== gone) };
  },
  function withAnArrowToNowhere(graph, dice) {
    const led = dice.pick(graph.edges);
    const edges = graph.edges.map((edge) => (edge === led ? { ...edge, to: "nowhere" } : edge));
    return { ...graph, edges };
  },
  function withASecondStart(graph, dice) {
    const start = graph.nodes.find(({ kind }) => kind === "start")!;
    const target = dice.pick(graph.nodes.filter((node) => node !== start))!;
    const edge = { key: "again", from: "again", to: target.key, outcome: null };
    const nodes = [...graph.nodes, { ...start, key: "again" }];
    return { ...graph, nodes, edges: [...graph.edges, edge] };
  },
  function withOneKeyTwice(graph, dice) {
    const edge = dice.pick(graph.edges)!;
    const edges = graph.edges.map((one) =>
      one === graph.edges[0] ? { ...one, key: edge.key } : one,
    );
    return { ...graph, edges };
  },
  /** Bars that lead into one another. */
  function withARoundWithoutWork(graph, dice) {
    const edge = dice.pick(graph.edges)!;
    const [first] = graph.nodes;
    const bar = { ...first!, text: "", parts: [], work: false, call: null };
    const nodes = [
      ...graph.nodes,
      { ...bar, key: "joined", kind: "join" as const },
      { ...bar, key: "forked", kind: "fork" as const },
    ];
    const arrow = (key: string, from: string, to: string) => ({ key, from, to, outcome: null });
    const edges = [
      ...graph.edges.map((one) => (one === edge ? { ...one, to: "joined" } : one)),
      arrow("round-1", "joined", "forked"),
      arrow("round-2", "forked", "joined"),
      arrow("round-3", "forked", edge.to),
    ];
    return { ...graph, nodes, edges };
  },
];

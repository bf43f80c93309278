import { kindOf } from "../kinds/node-kinds.js";
import { choosesWay, owedOnWays } from "../papers/owed-on-way.js";
import { linkedOutputs } from "../papers/paper-links.js";
import type { Graph, OutputKey } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Plan, PlanNode } from "./plan.js";

/** Compiles a graph; arrows to nowhere are left out, so that even a faulty graph can be run in tests. */
export function compilePlan(graph: Graph): Plan {
  const index = indexGraph(graph);
  const nodes = new Map<string, PlanNode>();
  const owedOn = owedOnWays(graph, index);
  const needed = new Map(graph.nodes.map((node) => [node.key, linkedOutputs(node)]));
  /** How many nodes are linked to an output. */
  const links = new Map<OutputKey, number>();
  for (const output of [...needed.values()].flat()) links.set(output, (links.get(output) ?? 0) + 1);
  for (const node of index.nodes.values()) {
    const kind = kindOf(node);
    const needs = needed.get(node.key) ?? [];
    const own = new Set(needs);
    nodes.set(node.key, {
      key: node.key,
      opens: kind.opens(node),
      leaves: kind.leaves,
      waitsForAll: kind.waitsForAll,
      mode: node.mode,
      parts: node.parts,
      out: index
        .edgesFrom(node.key)
        .filter((edge) => index.nodes.has(edge.to))
        .map((edge) => ({
          key: edge.key,
          to: edge.to,
          outcome: edge.outcome,
          owes: choosesWay(node) ? owedOn(node, edge) : [],
        })),
      in: index
        .edgesInto(node.key)
        .filter((edge) => index.nodes.has(edge.from))
        .map((edge) => edge.key),
      outputs: new Set(node.outputs),
      needs,
      // What a decision is linked to itself it gives on every way; the rest stands on its arrows.
      owes: node.outputs.filter(
        (output) =>
          (!choosesWay(node) || own.has(output)) &&
          (links.get(output) ?? 0) > (own.has(output) ? 1 : 0),
      ),
      standardTime: node.standardTime,
      call: node.call,
    });
  }
  const start = graph.nodes.find((node) => kindOf(node).begins)?.key ?? null;
  const bindings = new Map(graph.lanes.map((lane) => [lane.key, lane.binding]));
  return { start, nodes, bindings };
}

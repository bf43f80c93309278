import {
  findMissingPapers,
  type PapersMethod,
  usualPapers,
} from "../../domain/papers/find-missing-papers.js";
import { choosesWay, type OwedOn, owedOnWays } from "../../domain/papers/owed-on-way.js";
import { needsOfOthers } from "../../domain/papers/paper-links.js";
import { type PapersGiven, papersGiven } from "../../domain/papers/papers-given.js";
import { type GraphIndex, indexGraph } from "../../domain/sop/graph-index.js";
import type { Graph, NodeKey, NodeKind, OutputKey } from "../../domain/sop/graph.js";
import { reachable } from "../../domain/sop/reachable.js";
import type { PapersCheck } from "./compare-papers.js";

const by =
  (method: Partial<PapersMethod>): PapersCheck =>
  (graph) =>
    findMissingPapers(graph, indexGraph(graph), { ...usualPapers, ...method });

/** With something else owed by decisions than the engine asks of them. */
const owing = (owedOf: (graph: Graph, index: GraphIndex) => OwedOn): PapersCheck =>
  by({ given: (graph, index) => papersGiven(graph, index, owedOf(graph, index)) });

/** With something else given than is. */
const giving = (
  change: (given: PapersGiven, index: GraphIndex, graph: Graph) => PapersGiven,
): PapersCheck => by({ given: (graph, index) => change(papersGiven(graph, index), index, graph) });

/** With some of the symbols taken for others where it is followed what has been made before. */
const misreading = (read: (kind: NodeKind, arrowsInto: number) => NodeKind): PapersCheck =>
  by({
    uncertain: (index, links, given) => {
      const nodes = [...index.nodes].map(
        ([key, node]) =>
          [key, { ...node, kind: read(node.kind, index.edgesInto(key).length) }] as const,
      );
      return usualPapers.uncertain({ ...index, nodes: new Map(nodes) }, links, given);
    },
  });

/** All that is made at nodes to which arrows lead from one. */
const madeBehind = (index: GraphIndex, from: NodeKey): OutputKey[] =>
  [...reachable([from], (key) => index.edgesFrom(key).map(({ to }) => to))].flatMap(
    (key) => index.nodes.get(key)?.outputs ?? [],
  );

/** Checks of linked outputs each of which is wrong in one way. */
export const brokenPapers: Readonly<Record<string, PapersCheck>> = {
  "counts a decision's outputs as made on each of its ways": owing(
    () =>
      ({ outputs }) =>
        outputs,
  ),
  "counts no output of a decision as made": owing(() => () => []),
  "takes a decision to owe only what the next step needs": owing(
    (_, { nodes }) =>
      ({ outputs }, { to }) =>
        outputs.filter((output) => needsOfOthers(nodes.get(to)!).includes(output)),
  ),
  "takes a decision to owe on each way what one of them needs": owing((graph, index) => {
    const owedOn = owedOnWays(graph, index);
    return (decision) => index.edgesFrom(decision.key).flatMap((way) => owedOn(decision, way));
  }),
  "takes a decision to owe what any step behind it needs, whoever makes it before": owing(
    (_, index) =>
      ({ outputs }, { to }) => {
        const behind = reachable([to], (key) => index.edgesFrom(key).map((edge) => edge.to));
        const needed = [...behind].flatMap((key) => needsOfOthers(index.nodes.get(key)!));
        return outputs.filter((output) => needed.includes(output));
      },
  ),
  "forgets that a decision gives what it is linked to itself": giving((given, index, graph) => {
    const owedOn = owedOnWays(graph, index);
    return (key, way) => {
      const node = index.nodes.get(key)!;
      const edge = index.edgesFrom(key).find((one) => one.key === way);
      return choosesWay(node) && edge ? owedOn(node, edge) : given(key, way);
    };
  }),
  "counts what a branch makes as made where the branches begin": giving(
    (given, index) => (key, way) =>
      index.nodes.get(key)?.kind === "fork" ? madeBehind(index, key) : given(key, way),
  ),
  "counts what a step makes as made before it is done": giving((given, index) => (key, way) => [
    ...given(key, way),
    ...index
      .edgesFrom(key)
      .filter((edge) => way === null || edge.key === way)
      .flatMap(({ to }) => index.nodes.get(to)?.outputs ?? []),
  ]),
  "takes at a join only what was made on each of its branches": misreading((kind) =>
    kind === "join" ? "activity" : kind,
  ),
  "takes where ways meet what was made on any of them": misreading((kind, arrowsInto) =>
    kind === "activity" && arrowsInto > 1 ? "join" : kind,
  ),
};

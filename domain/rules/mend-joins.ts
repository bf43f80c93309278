import type { DocumentEdit } from "../edit/document-edit.js";
import { kindOf, nodeKinds } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import type { Edge, Graph, GraphNode, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { reachable } from "../sop/reachable.js";
import type { Cure, CureContext } from "./cure.js";
import { changeArrow, dropArrow } from "./mend-flow.js";
import type { Finding } from "./rule.js";

/**
 * Ways out of a join that waits in vain: the arrows that come to it alone, or those on which nothing
 * comes, lead on past it; or it waits for none, and is taken away.
 */
export function loosenJoin({ nodeKeys, edgeKeys }: Finding, index: GraphIndex): Cure[] {
  return nodeKeys.flatMap((key): Cure[] => {
    const join = index.nodes.get(key);
    const [onward] = index.edgesFrom(key);
    if (!join || !kindOf(join).waitsForAll || onward === undefined) return [];
    const into = index.edgesInto(key);
    const past = (arrows: readonly Edge[]): DocumentEdit[] =>
      arrows.map((arrow) => changeArrow({ ...arrow, to: onward.to }));
    const awaited = into.filter((arrow) => edgeKeys.includes(arrow.key));
    const arrived = into.filter((arrow) => !edgeKeys.includes(arrow.key));
    return [
      { name: "lead-past-join", params: {}, edits: past(arrived) },
      { name: "lead-past-join", params: {}, edits: past(awaited) },
      {
        name: "drop-join",
        params: {},
        edits: [...past(into), dropArrow(onward), { op: "REMOVE", in: "nodes", key }],
      },
    ];
  });
}

const joinKind = Object.values(nodeKinds).find(({ waitsForAll }) => waitsForAll)!.kind;

/** How many places where branches might meet are tried, and forks before each: a trial costs a proof. */
const nearest = { meetings: 3, forks: 4 };

/**
 * Ways to let branches that run side by side wait for each other: a join before a step, or an end,
 * to which arrows lead from behind one fork; those next before the trouble first.
 */
export function addJoin(
  { rule, nodeKeys }: Finding,
  graph: Graph,
  index: GraphIndex,
  context: CureContext,
): Cure[] {
  const trouble = rule === "proper-completion" ? endsOf(graph).map(({ key }) => key) : nodeKeys;
  const meetings = nearestBefore(index, trouble, nearest.meetings, (node) => {
    return !kindOf(node).waitsForAll && index.edgesInto(node.key).length > 1;
  });
  return meetings.flatMap((meeting) =>
    forksBefore(index, [meeting.key]).flatMap((fork): Cure[] => {
      const behind = reachableBefore(index, fork.key, meeting.key);
      const arrows = index.edgesInto(meeting.key).filter(({ from }) => behind.has(from));
      return arrows.length < 2
        ? []
        : [{ name: "add-join", params: {}, edits: meetAt(graph, meeting, arrows, context) }];
    }),
  );
}

/**
 * Ways to end once where branches that run side by side come to an end each: a join before one of
 * these ends, the last of the form first; those to which nothing leads then go. An end that is worked
 * at would take its work with it, so it does not go.
 */
export function joinEnds(
  _: Finding,
  graph: Graph,
  index: GraphIndex,
  context: CureContext,
): Cure[] {
  const ends = endsOf(graph);
  const keys = ends.map(({ key }) => key);
  return forksBefore(index, keys).flatMap((fork): Cure[] => {
    const behind = reachable([fork.key], (key) => index.edgesFrom(key).map(({ to }) => to));
    const arrows = keys.flatMap(index.edgesInto).filter(({ from }) => behind.has(from));
    const led = ends.filter(({ key }) => arrows.some(({ to }) => to === key));
    if (led.length < 2) return [];
    const left = led.filter(({ key }) => index.edgesInto(key).every((one) => arrows.includes(one)));
    const kept = [...led].reverse().slice(0, nearest.meetings);
    return kept.flatMap((end): Cure[] => {
      const spare = left.filter((one) => one !== end);
      if (spare.some((one) => kindOf(one).opens(one) !== "NOTHING")) return [];
      const drop = spare.map(({ key }): DocumentEdit => ({ op: "REMOVE", in: "nodes", key }));
      const edits = [...meetAt(graph, end, arrows, context), ...drop];
      return [{ name: "join-ends", params: {}, edits }];
    });
  });
}

const endsOf = (graph: Graph): GraphNode[] => graph.nodes.filter((node) => kindOf(node).ends);

const forksBefore = (index: GraphIndex, keys: readonly NodeKey[]): GraphNode[] =>
  nearestBefore(index, keys, nearest.forks, (node) => {
    return kindOf(node).leaves === "EVERY_EDGE" && index.edgesFrom(node.key).length > 1;
  });

/** A new join before a node, to which these arrows lead instead. */
function meetAt(
  graph: Graph,
  meeting: GraphNode,
  arrows: readonly Edge[],
  context: CureContext,
): DocumentEdit[] {
  const join = makeNode({ key: context.newKey("n"), kind: joinKind });
  const onward = { key: context.newKey("e"), from: join.key, to: meeting.key, outcome: null };
  return [
    { op: "ADD", in: "nodes", index: graph.nodes.indexOf(meeting), value: join },
    ...arrows.map((arrow) => changeArrow({ ...arrow, to: join.key })),
    { op: "ADD", in: "edges", index: graph.edges.length, value: onward },
  ];
}

/** The first nodes of a kind on the ways back from some, those included. */
function nearestBefore(
  index: GraphIndex,
  from: readonly NodeKey[],
  most: number,
  isWanted: (node: GraphNode) => boolean,
): GraphNode[] {
  const seen = new Set(from);
  const found: GraphNode[] = [];
  for (const key of seen) {
    const node = index.nodes.get(key);
    if (node && isWanted(node)) found.push(node);
    if (found.length === most) break;
    for (const edge of index.edgesInto(key)) seen.add(edge.from);
  }
  return found;
}

/** What can be come to from a node without passing another. */
const reachableBefore = (index: GraphIndex, from: NodeKey, until: NodeKey): ReadonlySet<NodeKey> =>
  reachable([from], (node) => (node === until ? [] : index.edgesFrom(node).map((edge) => edge.to)));

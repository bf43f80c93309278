import type { DocumentEdit } from "../edit/document-edit.js";
import { kindOf } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import type { Edge, Graph, GraphNode, Lane, NodeKey, Output } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { acceptedWay } from "./accepted-way.js";
import type { Cure, CureContext } from "./cure.js";
import { type DecisionOutcomes, decisionOutcomes } from "./decision-outcomes.js";
import { addArrow, changeArrow } from "./mend-flow.js";
import { remembered } from "./remembered.js";
import { requesterLaneKeys, requesterLanes } from "./requester-lanes.js";
import { finding, type Rule } from "./rule.js";
import { requesterWords, saidIn, tellsRequester } from "./words/tells-requester.js";

/**
 * Nodes that are looked at in one drawing, far more than a form of hundreds of decisions takes; of
 * the refusals behind nothing is claimed, so that no drawing makes its drafter wait.
 */
const mostLooked = 300_000;

/**
 * Whoever asked gets to know that the answer is no. Looked for is a refusal behind which a case comes
 * to an end and passes no step that stands in the requester's lane or tells them. Where another
 * yes is still to be said on the way, the matter is not refused yet; a connector may tell them. Where
 * the way meets that of another outcome at a step, the case goes on as any other does: "Bukan ASN" or
 * "Tanpa survei" is then an ordinary choice, whatever it sounds like.
 */
export const refusalNotice: Rule = {
  name: "refusal-notice",
  level: "WARNING",
  isSwitchable: true,
  check(graph, index) {
    const lanes = requesterLanes(graph);
    if (lanes.length === 0) return [];
    const tells = tellingNodes(graph);
    const outcomes = new Map(graph.nodes.map((node) => [node.key, decisionOutcomes(node, index)]));
    const silent = endsSilently(graph, index, tells, outcomes);
    let looked = 0;
    const endsAlone = (node: GraphNode, edge: Edge): boolean => {
      if (!silent.has(edge.to) || looked > mostLooked) return false;
      const way = acceptedWay(node.key, edge, index, outcomes);
      looked += way.size;
      const met = [...way].filter((key) => silent.has(key));
      if (met.length === 0) return true;
      looked += silent.size;
      return endsSilently(graph, index, new Set([...tells, ...met]), outcomes).has(edge.to);
    };
    const lane = lanes.map(({ name }) => name).join(", ");
    return graph.nodes
      .filter((node) => !tells.has(node.key))
      .flatMap((node) =>
        (outcomes.get(node.key)?.refusing ?? [])
          .filter((edge) => endsAlone(node, edge))
          .map(({ key, outcome }) =>
            finding("refusal-notice", {
              nodeKeys: [node.key],
              edgeKeys: [key],
              params: { outcome: outcome ?? "", lane },
            }),
          ),
      );
  },
  cures: ({ nodeKeys, edgeKeys }, graph, index, context) => {
    const node = index.nodes.get(nodeKeys[0] ?? "");
    return node === undefined ? [] : addNotice(graph, index, node, edgeKeys[0] ?? "", context);
  },
};

/** Whether a step says that the requester is told; by the form's lanes and documents. */
const noticeReader = remembered((lanes: readonly Lane[]) => {
  const requester = requesterWords(lanes.filter(({ binding }) => binding?.type === "REQUESTER"));
  return remembered((outputs: readonly Output[]) => {
    const documents = new Map(outputs.map(({ key, name }) => [key, name] as const));
    return remembered((node: GraphNode) => tellsRequester(saidIn(node, documents), requester));
  });
});

/** What stands in the requester's lane, tells the requester, or may do so in another SOP. */
function tellingNodes(graph: Graph): ReadonlySet<NodeKey> {
  const lanes = requesterLaneKeys(graph);
  const tells = noticeReader(graph.lanes)(graph.outputs);
  return new Set(
    graph.nodes
      .filter(
        (node) =>
          kindOf(node).opens(node) === "CALL" ||
          node.parts.some(({ lane }) => lanes.has(lane)) ||
          tells(node),
      )
      .map(({ key }) => key),
  );
}

/**
 * The nodes from which a case may come to an end without a telling node: backwards from the ends,
 * each arrow once. A fork or join is silent when all its branches are, a decision when one of its
 * outcomes is that neither accepts nor refuses.
 */
function endsSilently(
  graph: Graph,
  index: GraphIndex,
  tells: ReadonlySet<NodeKey>,
  outcomes: ReadonlyMap<NodeKey, DecisionOutcomes>,
): ReadonlySet<NodeKey> {
  const undecided = new Set([...outcomes.values()].flatMap(({ other }) => other));
  const silent = new Set<NodeKey>();
  const open: NodeKey[] = [];
  const left = new Map<NodeKey, number>();
  const add = (key: NodeKey): void => {
    if (silent.has(key) || tells.has(key)) return;
    silent.add(key);
    open.push(key);
  };
  for (const node of graph.nodes) if (kindOf(node).ends) add(node.key);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const edge of index.edgesInto(key)) {
      const { from } = edge;
      const node = index.nodes.get(from);
      if (node === undefined) continue;
      if (kindOf(node).namesOutcomes) {
        if (undecided.has(edge)) add(from);
        continue;
      }
      const wanted = (left.get(from) ?? index.edgesFrom(from).length) - 1;
      left.set(from, wanted);
      if (wanted === 0) add(from);
    }
  }
  return silent;
}

/** A step on the way of the refusal in which its decider tells the requester. */
function addNotice(
  graph: Graph,
  index: GraphIndex,
  node: GraphNode,
  edge: string,
  context: CureContext,
): Cure[] {
  const refused = index.edgesFrom(node.key).find(({ key }) => key === edge);
  const [requester] = requesterLanes(graph);
  if (refused === undefined || requester === undefined) return [];
  const rowOf = (key: NodeKey) => graph.nodes.findIndex((one) => one.key === key);
  const key = context.newKey("a");
  const value = makeNode({
    key,
    kind: "activity",
    // The form is Indonesian, whatever language its drafter reads.
    text: `Memberitahukan penolakan kepada ${requester.name}`,
    parts: node.parts,
  });
  // Before the row that the refusal leads to, so that the fewest numbers change.
  const at = Math.max(rowOf(refused.to), rowOf(node.key) + 1);
  const edits: DocumentEdit[] = [
    { op: "ADD", in: "nodes", index: at, value },
    changeArrow({ ...refused, to: key }),
    addArrow(graph, context, { from: key, to: refused.to }),
  ];
  return [{ name: "add-notice", params: { lane: requester.name }, edits }];
}

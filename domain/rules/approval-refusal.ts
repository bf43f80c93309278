import { kindOf } from "../kinds/node-kinds.js";
import type { DocumentEdit } from "../edit/document-edit.js";
import type { Graph, GraphNode } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import { addArrow, changeArrow, changeStep } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";
import { stepsBefore } from "./step-before.js";
import { stepReader } from "./words/read-step.js";

/**
 * Who may approve may refuse: drawn as a plain step, an approval can only say yes. Nothing is said
 * where the same lane decides just before it or just after it: the refusal is drawn there.
 */
export const approvalRefusal: Rule = {
  name: "approval-refusal",
  level: "WARNING",
  isSwitchable: true,
  check(graph, index) {
    const read = stepReader(graph.lanes);
    return graph.nodes
      .filter(
        (node) =>
          kindOf(node).opens(node) === "TASKS" &&
          !kindOf(node).namesOutcomes &&
          read(node).saysApproval &&
          !decidesBeside(node, index),
      )
      .map(({ key }) => finding("approval-refusal", { nodeKeys: [key] }));
  },
  cures({ nodeKeys }, graph, index, context) {
    const node = index.nodes.get(nodeKeys[0] ?? "");
    return node === undefined ? [] : makeDecision(graph, index, node, context);
  },
};

function decidesBeside(node: GraphNode, { nodes, edgesFrom, edgesInto }: GraphIndex): boolean {
  const around = [
    ...edgesFrom(node.key).map(({ to }) => to),
    ...edgesInto(node.key).map(({ from }) => from),
  ];
  const lanes = new Set(node.parts.map(({ lane }) => lane));
  return around
    .flatMap((key) => nodes.get(key) ?? [])
    .some((one) => kindOf(one).namesOutcomes && one.parts.some(({ lane }) => lanes.has(lane)));
}

/** The step decides: yes goes on as before, no goes back to the step before. */
function makeDecision(
  graph: Graph,
  index: GraphIndex,
  node: GraphNode,
  context: CureContext,
): Cure[] {
  const [yes, no] = context.outcomes;
  const [onward] = index.edgesFrom(node.key);
  if (yes === undefined || no === undefined || onward === undefined) return [];
  return stepsBefore(graph, index, node).map((before): Cure => {
    const edits: DocumentEdit[] = [
      changeStep({ ...node, kind: "decision", mode: "ALL" }),
      changeArrow({ ...onward, outcome: yes }),
      addArrow(graph, context, { from: node.key, to: before.key, outcome: no }),
    ];
    return { name: "make-decision", params: { outcome: no }, edits };
  });
}

import type { DocumentEdit } from "../edit/document-edit.js";
import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import { loopsWithoutExit } from "./loops-without-exit.js";
import { addArrow, changeArrow, changeStep } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

/**
 * A loop that no arrow leads out of: once in it, a case goes round for ever. One finding names the
 * whole loop. That it cannot be enacted, `option-to-complete` says, with the run that leads into it;
 * `reaches-end` leaves out what this rule names and what leads only there.
 */
export const loopExit: Rule = {
  name: "loop-exit",
  level: "WARNING",
  isSwitchable: true,
  check: (graph, index) =>
    loopsWithoutExit(graph, index).map((nodeKeys) =>
      finding("loop-exit", { nodeKeys, params: { steps: nodeKeys.length } }),
    ),
  cures: ({ nodeKeys }, graph, index, context) => decideAtTheLast(graph, index, nodeKeys, context),
};

/**
 * The last row of the loop decides: yes goes on to the first row below it that is not in the loop,
 * or else to an end; no goes round as drawn.
 */
function decideAtTheLast(
  graph: Graph,
  { nodes, edgesFrom }: GraphIndex,
  loop: readonly NodeKey[],
  context: CureContext,
): Cure[] {
  const node = nodes.get(loop.at(-1) ?? "");
  const [yes, no] = context.outcomes;
  const [round, ...more] = edgesFrom(node?.key ?? "");
  if (node === undefined || yes === undefined || no === undefined) return [];
  if (round === undefined || more.length > 0 || kindOf(node).opens(node) !== "TASKS") return [];
  const members = new Set(loop);
  const at = graph.nodes.indexOf(node);
  const isWayOut = (one: GraphNode): boolean =>
    !members.has(one.key) && kindOf(one).edgesIn.max !== 0;
  const below = graph.nodes
    .slice(at + 1)
    .filter(isWayOut)
    .slice(0, 1);
  const ends = graph.nodes.filter((one) => kindOf(one).ends && !below.includes(one));
  return [...below, ...ends].map((out): Cure => {
    const edits: DocumentEdit[] = [
      changeStep({ ...node, kind: "decision", mode: "ALL" }),
      changeArrow({ ...round, outcome: no }),
      addArrow(graph, context, { from: node.key, to: out.key, outcome: yes }),
    ];
    return { name: "leave-loop", params: {}, edits };
  });
}

import type { DocumentEdit } from "../edit/document-edit.js";
import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import { addArrow, changeArrow, changeStep } from "./mend-flow.js";

/**
 * The last row of the loop decides: yes goes on to the first row below it that is not in the loop,
 * or else to an end; no goes round as drawn.
 */
export function leaveLoop(
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
  const ends = graph.nodes.filter((one) => kindOf(one).ends && !below.includes(one)).slice(0, 1);
  return [...below, ...ends].map((out): Cure => {
    const edits: DocumentEdit[] = [
      changeStep({ ...node, kind: "decision", mode: "ALL" }),
      changeArrow({ ...round, outcome: no }),
      addArrow(graph, context, { from: node.key, to: out.key, outcome: yes }),
    ];
    return { name: "leave-loop", params: {}, edits };
  });
}

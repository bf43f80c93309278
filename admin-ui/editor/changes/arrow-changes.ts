import {
  kindOf,
  rowNumbers,
  type DocumentEdit,
  type Edge,
  type Graph,
  type GraphNode,
  type NodeKey,
} from "../../../domain/index.js";
import { changeEdge, removeEdge } from "./graph-changes.js";

/** Where an arrow may lead, by what is typed: a row's number, or the start of a row's words. */
export function targetOf(
  graph: Graph,
  from: NodeKey,
  typed: string,
  kindName: (node: GraphNode) => string,
): NodeKey | null {
  const words = typed.trim().toLowerCase().replace(/[.)]$/, "");
  if (words === "") return null;
  const numbers = rowNumbers(graph);
  const targets = graph.nodes.filter((node) => kindOf(node).edgesIn.max !== 0);
  const byNumber = targets.find(({ key }) => String(numbers.get(key) ?? "") === words);
  if (byNumber !== undefined) return byNumber.key;
  if (/^\d+$/.test(words)) return null;
  const begins = (node: GraphNode): boolean =>
    node.text.toLowerCase().startsWith(words) || kindName(node).toLowerCase().startsWith(words);
  return targets.find((node) => node.key !== from && begins(node))?.key ?? null;
}

/** Where one more branch may lead: to the next row below to which none leads yet, or else to another. */
export function nextBranchTarget({ nodes, edges }: Graph, from: NodeKey): NodeKey | null {
  const at = nodes.findIndex(({ key }) => key === from);
  const led = new Set(edges.flatMap((edge) => (edge.from === from ? [edge.to] : [])));
  // Those above come last, and from the bottom: a way back is a short one.
  const others = [...nodes.slice(at + 1), ...nodes.slice(0, Math.max(0, at)).reverse()].filter(
    (node) => kindOf(node).edgesIn.max !== 0,
  );
  return (others.find(({ key }) => !led.has(key)) ?? others[0])?.key ?? null;
}

/** The arrows of a step as they are wanted, in this order: changed, added, or taken away. */
export function setArrows(graph: Graph, from: NodeKey, wanted: readonly Edge[]): DocumentEdit[] {
  const known = new Map(graph.edges.map((edge) => [edge.key, edge]));
  const edits: DocumentEdit[] = [];
  const gone = graph.edges.filter(
    (edge) => edge.from === from && !wanted.some(({ key }) => key === edge.key),
  );
  for (const { key } of gone) edits.push(removeEdge(key));
  let count = graph.edges.length - gone.length;
  for (const edge of wanted) {
    const was = known.get(edge.key);
    if (was === undefined) edits.push({ op: "ADD", in: "edges", index: count++, value: edge });
    else if (was.to !== edge.to || was.outcome !== edge.outcome) edits.push(changeEdge(edge));
  }
  return edits;
}

import type {
  DocumentEdit,
  Graph,
  GraphNode,
  Output,
  OutputKey,
  Requirement,
} from "../../../domain/index.js";
import { changeNode, changeOutput } from "./graph-changes.js";

/**
 * Which of the lines before each of the lines now is: the ones in front and behind that did not
 * change, and what lies between in its order. `null`: a new one.
 */
export function alignLines(
  before: readonly string[],
  now: readonly string[],
): readonly (number | null)[] {
  const shorter = Math.min(before.length, now.length);
  let front = 0;
  while (front < shorter && before[front] === now[front]) front++;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === now.at(-1 - back)) back++;
  const gap = before.length - now.length;
  return now.map((_, at) => {
    if (at < front) return at;
    if (at >= now.length - back) return at + gap;
    return at < before.length - back ? at : null;
  });
}

/** The requirements that these lines say; a line that stays what it was keeps its link. */
export function requirementsOf(
  before: readonly Requirement[],
  lines: readonly string[],
): readonly Requirement[] {
  const said = lines.map((line) => line.trim()).filter((line) => line !== "");
  const aligned = alignLines(
    before.map(({ text }) => text),
    said,
  );
  return said.map((text, at) => {
    const known = aligned[at] ?? null;
    const old = known === null ? undefined : before[known];
    // Another paper under the same line is linked only if somebody links it.
    const isSame = old !== undefined && sharesWords(old.text, text);
    return { text, output: isSame ? old.output : null };
  });
}

/** Whether one is the other while it is being typed: longer or shorter at its end or inside. */
function sharesWords(before: string, now: string): boolean {
  let front = 0;
  while (front < before.length && front < now.length && before[front] === now[front]) front++;
  let back = 0;
  const shorter = Math.min(before.length, now.length) - front;
  while (back < shorter && before.at(-1 - back) === now.at(-1 - back)) back++;
  return front + back >= Math.min(before.length, now.length) / 2 && front + back > 0;
}

/**
 * The documents that a step yields, in their order. New ones are added to the version, others are
 * renamed there, and those that nothing speaks of any more leave it.
 */
export function setOutputs(
  graph: Graph,
  node: GraphNode,
  wanted: readonly Output[],
): DocumentEdit[] {
  const known = new Map(graph.outputs.map((output) => [output.key, output.name]));
  const keys = wanted.map(({ key }) => key);
  const edits: DocumentEdit[] = [];
  let index = graph.outputs.length;
  for (const output of wanted) {
    const name = known.get(output.key);
    if (name === undefined) edits.push({ op: "ADD", in: "outputs", index: index++, value: output });
    else if (name !== output.name) edits.push(changeOutput(output));
  }
  if (keys.join("\n") !== node.outputs.join("\n")) {
    edits.push(changeNode({ ...node, outputs: keys }));
  }
  for (const key of new Set(node.outputs)) {
    if (!keys.includes(key) && known.has(key) && !isUsedElsewhere(graph, node, key)) {
      edits.push({ op: "REMOVE", in: "outputs", key });
    }
  }
  return edits;
}

function isUsedElsewhere(graph: Graph, node: GraphNode, key: OutputKey): boolean {
  return graph.nodes.some(
    (other) =>
      (other.key !== node.key && other.outputs.includes(key)) ||
      other.requirements.some((requirement) => requirement.output === key),
  );
}

import { kindOf } from "../kinds/node-kinds.js";
import type { GraphNode } from "../sop/graph.js";
import { changeStep } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";
import type { Subject } from "./words/find-subject.js";
import { stepReader } from "./words/read-step.js";

/**
 * The column says who does a step; its text says what is done, without a subject (Permenpan RB
 * 35/2012). A name in the text also outlives whoever it named.
 */
export const stepSubject: Rule = {
  name: "step-subject",
  level: "WARNING",
  isSwitchable: true,
  check: (graph) =>
    graph.nodes.flatMap((node) => {
      if (kindOf(node).opens(node) !== "TASKS") return [];
      const { subject } = stepReader(graph.lanes)(node);
      return subject === null
        ? []
        : [finding("step-subject", { nodeKeys: [node.key], params: { subject: subject.name } })];
    }),
  cures({ nodeKeys }, graph, { nodes }) {
    const node = nodes.get(nodeKeys[0] ?? "");
    const subject = node === undefined ? null : stepReader(graph.lanes)(node).subject;
    if (node === undefined || subject === null || !isOwn(node, subject)) return [];
    const edits = [changeStep({ ...node, text: withoutSubject(node.text, subject) })];
    return [{ name: "drop-subject", params: { subject: subject.name }, edits }];
  },
};

/**
 * Whether the name says no more than the column does. Where it is another lane's, one of the two is
 * wrong; of a joint step it says whose part is meant: only a person knows.
 */
const isOwn = ({ parts }: GraphNode, { lanes }: Subject): boolean =>
  parts.length === 1 && (lanes.length === 0 || lanes.includes(parts[0]!.lane));

/** The text from the verb on, which begins with a capital where nothing stands before it. */
function withoutSubject(text: string, { start, verb }: Subject): string {
  const before = text.slice(0, start);
  const rest = text.slice(verb);
  const isFirst = !/[\p{L}\p{N}]\s|,/u.test(before);
  return before + (isFirst ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest);
}

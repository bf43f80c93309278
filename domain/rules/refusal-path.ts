import type { Edge, GraphNode } from "../sop/graph.js";
import { decisionOutcomes } from "./decision-outcomes.js";
import { addArrow, changeArrow, freeOutcome } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";
import { stepsBefore } from "./step-before.js";

/**
 * A decision that can accept must be able to refuse, and what is refused must go another way than
 * what is accepted. What an outcome means is told by its name; where one of them says neither, or the
 * decision asks about something else ("apakah perlu …"), nothing is claimed. A decision with one
 * outcome breaks `edge-count`, and one with two of the same name `named-outcomes`.
 */
export const refusalPath: Rule = {
  name: "refusal-path",
  level: "WARNING",
  isSwitchable: true,
  check: (graph, index) =>
    graph.nodes.flatMap((node) => {
      const { accepting, refusing, other } = decisionOutcomes(node, index);
      if (refusing.length === 0) {
        return accepting.length > 1 && other.length === 0 && haveOwnNames(accepting)
          ? [finding("refusal-path", { nodeKeys: [node.key] })]
          : [];
      }
      const accepted = new Set(accepting.map(({ to }) => to));
      return refusing.every(({ to }) => accepted.has(to))
        ? [
            finding("refusal-path", {
              nodeKeys: [node.key],
              edgeKeys: refusing.map(({ key }) => key),
            }),
          ]
        : [];
    }),
  cures({ nodeKeys, edgeKeys }, graph, index, context) {
    const node = index.nodes.get(nodeKeys[0] ?? "");
    if (node === undefined) return [];
    const edges = index.edgesFrom(node.key);
    const refused = edges.find(({ key }) => key === edgeKeys[0]);
    return stepsBefore(graph, index, node).map((before: GraphNode) => {
      if (refused !== undefined) {
        const edits = [changeArrow({ ...refused, to: before.key })];
        return { name: "lead-refusal-back", params: { outcome: refused.outcome ?? "" }, edits };
      }
      const outcome = freeOutcome(node, edges, context.outcomes.slice(1)) ?? "";
      const edits = [addArrow(graph, context, { from: node.key, to: before.key, outcome })];
      return { name: "add-branch", params: { outcome }, edits };
    });
  },
};

const haveOwnNames = (edges: readonly Edge[]): boolean =>
  new Set(edges.map(({ outcome }) => (outcome ?? "").trim().toLowerCase())).size === edges.length;

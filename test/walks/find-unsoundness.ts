import type { Graph } from "../../domain/sop/graph.js";
import { type Marking, TokenGame } from "./token-game.js";

const nameOf = ({ resting, waiting }: Marking): string =>
  [...resting.map(({ node }) => node), ...waiting.map(({ edge }) => edge)].toSorted().join(" ");

/**
 * What keeps a graph from being sound, in words, by going through every marking that it can come
 * to; `null` where nothing does. At most `limit` markings are looked at.
 */
export function findUnsoundness(graph: Graph, limit: number): string | "TOO_MANY_MARKINGS" | null {
  const game = new TokenGame(graph);
  const seen = new Map<string, { readonly marking: Marking; readonly before: string[] }>();
  const nodes = new Set<string>();
  const outcomes = new Set<string>();
  const first = game.start();
  seen.set(nameOf(first), { marking: first, before: [] });
  for (const [name, { marking }] of seen) {
    if (seen.size > limit) return "TOO_MANY_MARKINGS";
    const places = name.split(" ");
    if (new Set(places).size < places.length) return `two tokens meet in ${name}`;
    if (marking.ended > 0 && name !== "") return `an end is reached while ${name} lives`;
    for (const rest of marking.resting) {
      nodes.add(rest.node);
      const isDecision = game.node(rest.node).kind === "decision";
      for (const edge of isDecision ? game.arrowsFrom(rest.node) : [null]) {
        if (edge) outcomes.add(edge.key);
        const next = bare(game.finish(marking, rest, 0, edge?.key ?? null));
        const known = seen.get(nameOf(next));
        if (known) known.before.push(name);
        else seen.set(nameOf(next), { marking: next, before: [name] });
      }
    }
  }
  const ending = new Set<string>();
  const left = seen.has("") ? [""] : [];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (ending.has(name)) continue;
    ending.add(name);
    left.push(...(seen.get(name)?.before ?? []));
  }
  const stuck = [...seen.keys()].find((name) => !ending.has(name));
  if (stuck !== undefined) return `no end can be reached from ${stuck}`;
  const dead = graph.nodes.find((node) => rests(node) && !nodes.has(node.key));
  if (dead) return `${dead.key} is dead`;
  const isDecision = (key: string): boolean => game.node(key).kind === "decision";
  const unused = graph.edges.find((edge) => isDecision(edge.from) && !outcomes.has(edge.key));
  return unused ? `${unused.key} is dead` : null;
}

const rests = ({ kind, work }: Graph["nodes"][number]): boolean =>
  kind === "activity" || kind === "decision" || kind === "connector" || work;

/** Without the past of its tokens, which here only costs memory. */
const bare = (marking: Marking): Marking => ({
  resting: marking.resting.map(({ node }) => ({ node, past: new Set(), from: [] })),
  waiting: marking.waiting.map(({ edge }) => ({ edge, past: new Set(), from: [] })),
  ended: marking.ended,
});

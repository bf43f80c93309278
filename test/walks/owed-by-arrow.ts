import type { EdgeKey, NodeKey, OutputKey } from "../../domain/sop/graph.js";
import { holdsToken, type TokenGame } from "./token-game.js";

/**
 * Whether a decision that ends by an arrow owes one of its outputs: some path from there comes to
 * another step that is linked to it, and to no step before that yields it. By trying every path.
 */
export function owesByArrow(game: TokenGame, arrow: EdgeKey, output: OutputKey): boolean {
  const first = game.graph.edges.find(({ key }) => key === arrow)!.to;
  const seen = new Set<NodeKey>([first]);
  for (const key of seen) {
    const node = game.node(key);
    if (node.kind !== "connector" && holdsToken[node.kind](node)) {
      if (node.outputs.includes(output)) continue;
      if (node.requirements.some((one) => one.output === output)) return true;
    }
    for (const { to } of game.arrowsFrom(key)) seen.add(to);
  }
  return false;
}

import type { EdgeKey, NodeKey } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";
import type { EngineCase, Move } from "./engine-case.js";

/** Per decision, the outcome by which an end is nearest. */
export type NearestOutcomes = ReadonlyMap<NodeKey, EdgeKey>;

/**
 * Plays a case by dice until nothing can be done, or for so many moves. After `patience` moves each
 * decision is made for the outcome by which an end is nearest: whoever always does so comes to the
 * end of every sound SOP, in whatever order the rest is done. `look` is asked before each move
 * whether to go on.
 */
export function playAtRandom(
  played: EngineCase,
  dice: Dice,
  nearest: NearestOutcomes,
  { patience, most, look }: { patience: number; most: number; look: () => boolean },
): void {
  for (let made = 0; made < most; made += 1) {
    if (!look()) return;
    const move = dice.pick(played.moves());
    if (!move) return;
    played.make(move, outcomeOf(played, move, made < patience ? dice : null, nearest));
  }
}

function outcomeOf(
  played: EngineCase,
  { node }: Move,
  dice: Dice | null,
  nearest: NearestOutcomes,
): EdgeKey | null {
  if (played.node(node).kind !== "decision") return null;
  const chosen = dice ? dice.pick(played.arrows.out.get(node)!)?.key : nearest.get(node);
  return chosen ?? played.arrows.out.get(node)![0]!.key;
}

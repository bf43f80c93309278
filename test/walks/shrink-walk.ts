import type { Transition } from "./walk-run.js";
import { replayWalk, type Walk, type WalkResult } from "./walk.js";

/**
 * The same fault with as few commands as can be found: chunks are left out, large ones first, as long
 * as some fault remains.
 */
export function shrinkWalk(walk: Walk, engine?: Transition): WalkResult {
  let best = replayWalk(walk, engine);
  if (best.fault === null) return best;
  for (let size = Math.ceil(best.commands.length / 2); size >= 1;) {
    let found = false;
    for (let at = best.commands.length - size; at >= 0; at -= size) {
      const commands = best.commands.toSpliced(at, size);
      const shorter = replayWalk({ graph: walk.graph, commands }, engine);
      if (shorter.fault === null || shorter.commands.length >= best.commands.length) continue;
      best = shorter;
      found = true;
      at = Math.min(at, best.commands.length);
    }
    if (!found) size = size === 1 ? 0 : Math.floor(size / 2);
  }
  return best;
}

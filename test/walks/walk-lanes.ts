import type { Lane } from "../../domain/sop/graph.js";
import type { Dice } from "./dice.js";

/** One to five lanes, one of them now and then the requester's. */
export function walkLanes(dice: Dice): Lane[] {
  const requester = dice.chance(0.4) ? dice.below(5) : -1;
  return Array.from({ length: dice.between(1, 5) }, (_, at) => ({
    key: `l${at}`,
    name: `Pelaksana ${at + 1}`,
    binding:
      at === requester ? { type: "REQUESTER" } : { type: "POSITION", position: `jabatan-${at}` },
  }));
}

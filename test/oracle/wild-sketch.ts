import type { NodeKey } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";
import type { SketchOptions } from "./block-sketch.js";
import { Sketch } from "./sketch.js";

/**
 * Symbols and arrows as they fall, most of them ahead: loops into which several ways lead, branches
 * that share steps, bars without a partner, nodes to which nothing leads.
 */
export function wildSketch(dice: Dice, { lanes, nodes }: SketchOptions): Sketch {
  const sketch = new Sketch(dice, lanes);
  const start = sketch.add("start");
  const bars = dice.weighted({ few: 3, some: 4, many: 2 });
  const share = { few: 0.3, some: 1, many: 2 }[bars];
  const ends = dice.chance(0.7) ? 1 : dice.between(2, 3);
  const inner = Array.from({ length: Math.max(1, nodes - 1 - ends) }, () =>
    sketch.add(
      dice.weighted({
        activity: 4,
        decision: 2,
        connector: 0.5,
        fork: share,
        join: share,
      }),
    ),
  );
  const order = [start, ...inner, ...Array.from({ length: ends }, () => sketch.add("end"))];
  const back = dice.chance(0.5) ? 0 : dice.chance(0.5) ? 0.08 : 0.25;
  const reach = dice.between(1, 6);
  const target = (at: number): NodeKey => {
    if (dice.chance(back)) return order[dice.between(1, Math.max(1, at))]!;
    return order[Math.min(order.length - 1, at + dice.between(1, reach))]!;
  };
  for (const [at, key] of order.entries()) {
    const kind = sketch.kind(key);
    if (kind === "end") continue;
    const count = kind === "decision" || kind === "fork" ? dice.between(2, dice.between(2, 4)) : 1;
    // The first arrow mostly leads on to what comes next, so that most can be reached.
    for (let no = 0; no < count; no += 1) {
      sketch.link(key, no === 0 && dice.chance(0.6) ? order[at + 1]! : target(at));
    }
  }
  sketch.tidy();
  return sketch;
}

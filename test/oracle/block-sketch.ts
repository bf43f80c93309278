import type { Lane, NodeKey, NodeKind } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";
import { Sketch } from "./sketch.js";

export interface SketchOptions {
  readonly lanes: readonly Lane[];
  /** About how many nodes. */
  readonly nodes: number;
}

/**
 * Blocks in blocks: decisions, forks and loops, nested as deep as there is room. As `slips` says,
 * 0 to 1, a block now and then ends as another kind does, or an arm of it goes elsewhere.
 */
export function blockSketch(dice: Dice, { lanes, nodes }: SketchOptions, slips: number): Sketch {
  const sketch = new Sketch(dice, lanes);
  let left = nodes - 2;
  const slip = (): boolean => dice.chance(slips);
  const add = (kind: NodeKind): NodeKey => {
    left -= 1;
    return sketch.add(kind);
  };

  /** Steps and blocks from the arrows that leave `from` on; answers what the way goes on from. */
  const chain = (from: readonly NodeKey[], room: number): NodeKey[] => {
    let last = [...from];
    const until = left - room;
    while (left > until && left > 0) last = dice.pick(blocks)!(last, left - until);
    return last;
  };
  const enter = (from: readonly NodeKey[], kind: NodeKind): NodeKey => {
    const key = add(kind);
    for (const one of from) sketch.link(one, key);
    return key;
  };
  const step = (from: readonly NodeKey[]): NodeKey[] => [
    enter(from, dice.chance(0.15) ? "connector" : "activity"),
  ];
  const branches = (from: NodeKey, room: number): NodeKey[][] => {
    const count = dice.weighted({ "2": 7, "3": 2, "4": 1 });
    return Array.from({ length: Number(count) }, () => {
      const isShort = dice.chance(0.25);
      return chain([from], isShort ? 0 : dice.between(1, Math.max(1, Math.floor(room / 2))));
    });
  };
  const alternatives = (from: readonly NodeKey[], room: number): NodeKey[] => {
    const isFork = slip();
    const split = enter(from, isFork ? "fork" : "decision");
    return close(branches(split, room - 1), slip());
  };
  const parallel = (from: readonly NodeKey[], room: number): NodeKey[] => {
    const split = enter(from, slip() ? "decision" : "fork");
    return close(branches(split, room - 2), !slip());
  };
  const close = (arms: NodeKey[][], isJoined: boolean): NodeKey[] => {
    const staying = arms.filter((arm) => !(slip() && astray(arm)));
    const last = staying.flat();
    return isJoined && last.length > 1 ? [enter(last, "join")] : last;
  };
  const loop = (from: readonly NodeKey[], room: number): NodeKey[] => {
    const first = enter(from, "activity");
    const body = chain([first], Math.max(0, room - 2));
    const again = enter(body, slip() ? "fork" : "decision");
    if (dice.chance(0.3) && left > 0) {
      const back = enter([again], "activity");
      sketch.link(back, first);
    } else sketch.link(again, first);
    return [again];
  };
  /** Leads an arm to an end of its own, or to any node. */
  const astray = (arm: readonly NodeKey[]): boolean => {
    const target = dice.chance(0.4)
      ? add("end")
      : dice.pick(sketch.nodes.filter(({ kind }) => kind !== "start"))?.key;
    if (target === undefined) return false;
    for (const one of arm) sketch.link(one, target);
    return true;
  };
  const blocks = [step, step, step, alternatives, alternatives, parallel, parallel, loop];

  const last = chain([sketch.add("start")], left);
  const end = sketch.add("end");
  for (const one of last) sketch.link(one, end);
  sketch.tidy();
  return sketch;
}

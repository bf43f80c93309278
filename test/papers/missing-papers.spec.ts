import { describe, expect, it } from "vitest";
import { isOpenTask } from "../../domain/engine/case-state.js";
import { compilePlan } from "../../domain/plan/compile-plan.js";
import { outputBeforeNeeded } from "../../domain/rules/output-before-needed.js";
import { playRun } from "../../domain/soundness/play-run.js";
import { indexGraph } from "../../domain/sop/graph-index.js";
import type { Graph } from "../../domain/sop/graph.js";
import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import { drawGraph } from "../oracle/random-graph.js";
import { Dice } from "../walks/dice.js";
import { soundSop } from "../walks/sound-sop.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { fewestSteps } from "./fewest-steps.js";
import { linkedAtRandom } from "./linked-at-random.js";
import { finishStep, playStrictly, startCase } from "./play-strictly.js";

function draw(seed: number): { readonly dice: Dice; readonly graph: Graph } {
  const dice = new Dice(seed);
  const options = { lanes: walkLanes(dice), calls: ["s"], nodes: dice.between(4, 26) };
  const other = dice.chance(0.5) ? drawGraph(dice, options) : null;
  const isSound = other !== null && rememberedSoundness(other).verdict === "SOUND";
  const sound = isSound ? other : soundSop(dice, options);
  return { dice, graph: dice.chance(0.25) ? sound : linkedAtRandom(dice, sound, 4) };
}

const drawings = Array.from({ length: 600 }, (_, seed) => {
  const { dice, graph } = draw(seed + 1);
  const found = outputBeforeNeeded.check(graph, indexGraph(graph));
  return { seed: seed + 1, dice, graph, found };
});

describe("output-before-needed, held against the engine", () => {
  it("is silent only where every case comes to its end", () => {
    const silent = drawings.filter(({ found }) => found.length === 0);
    const stuck = silent.flatMap(({ seed, dice, graph }) => {
      const plan = compilePlan(graph);
      const plays = Array.from({ length: 20 }, () =>
        playStrictly(plan, startCase(plan), dice, 20_000),
      );
      return plays.every((play) => play === "COMPLETED") ? [] : [{ seed, plays }];
    });
    expect(stuck).toEqual([]);
    const linked = silent.filter(({ graph }) =>
      graph.nodes.some(({ requirements }) => requirements.some(({ output }) => output !== null)),
    );
    expect(linked.length).toBeGreaterThan(80);
  });

  it("shows a run after which the step waits in vain", () => {
    const faults = drawings.flatMap(({ seed, dice, graph, found }) =>
      found.map((one) => ({ seed, dice, graph, one })),
    );
    const wrong = faults.flatMap(({ seed, dice, graph, one }) => {
      const plan = compilePlan(graph);
      const states = playRun(plan, one.run ?? []);
      const state = states.at(-1)!;
      const isPlayed = one.run !== null && states.length === one.run.length + 1;
      const [key] = one.nodeKeys;
      const task = state.tasks.find(
        (each) => isOpenTask(each) && state.visits[each.visit - 1]!.node === key,
      );
      if (!isPlayed || !task) return [{ seed, one, why: "the run does not lead to the step" }];
      const node = plan.nodes.get(key!)!;
      const outcome = node.leaves === "CHOSEN_EDGE" ? node.out[0]!.key : null;
      const answer = finishStep(plan, state, task.no, outcome);
      if (answer.ok || answer.refusal !== "REQUIREMENT_MISSING")
        return [{ seed, one, why: "done" }];
      const ends = Array.from({ length: 10 }, () => playStrictly(plan, state, dice, 400));
      return ends.includes("COMPLETED") ? [{ seed, one, why: "it comes to an end" }] : [];
    });
    expect(wrong).toEqual([]);
    expect(faults.length).toBeGreaterThan(200);
  });

  it("shows the shortest of these runs", () => {
    let compared = 0;
    const longer = drawings.flatMap(({ seed, graph, found }) =>
      found.flatMap(({ nodeKeys, params, run }) => {
        const fewest = fewestSteps(graph, nodeKeys[0]!, String(params.key), 1_500);
        // Of steps that wait for one another none waits in vain by one output alone.
        if (fewest === undefined || fewest === null) return [];
        compared += 1;
        return run?.length === fewest ? [] : [{ seed, nodeKeys, params, run, fewest }];
      }),
    );
    expect(longer).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });
});

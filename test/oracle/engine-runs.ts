import { compilePlan } from "../../domain/plan/compile-plan.js";
import type { Violation } from "../../domain/soundness/soundness.js";
import type { Graph } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";
import { nearestArrows } from "../walks/fair-end.js";
import { arrowsOf, EngineCase } from "./engine-case.js";
import { playAtRandom } from "./play-at-random.js";
import { replayViolation, wrongNow } from "./replay-violation.js";

/** Cases of one graph in the engine, and what was wrong with them. */
export class EngineRuns {
  readonly faults: string[] = [];
  executed = 0;
  readonly #nearest;
  readonly #fresh: () => EngineCase;

  constructor(
    readonly graph: Graph,
    readonly dice: Dice,
  ) {
    const plan = compilePlan(graph);
    const arrows = arrowsOf(graph);
    this.#nearest = nearestArrows(graph);
    this.#fresh = () => new EngineCase(graph, plan, arrows).start();
  }

  replay(violation: Violation): void {
    if (violation.run === null) {
      if (violation.property !== "NO_DEAD_STEP") this.faults.push("a violation without a run");
      return;
    }
    this.executed += 1;
    const fault = replayViolation(this.#fresh(), violation, this.dice, this.#nearest);
    if (fault !== null) this.faults.push(fault);
  }

  playSound(times: number): void {
    for (let time = 0; time < times && this.faults.length === 0; time += 1) {
      this.executed += 1;
      const fault = this.#playToEnd(this.#fresh());
      if (fault !== null) this.faults.push(`it is called sound: ${fault}`);
    }
  }

  #playToEnd(played: EngineCase): string | null {
    const size = this.graph.nodes.length;
    const patience = this.dice.below(6 * size);
    let wrong: string | null = null;
    const look = (): boolean => {
      wrong ??= wrongNow(played);
      return wrong === null;
    };
    try {
      // Joint steps take several moves; no fair play comes near to this.
      playAtRandom(played, this.dice, this.#nearest, {
        patience,
        most: patience + 200 * size,
        look,
      });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    look();
    if (wrong !== null) return wrong;
    const { nodes, edges } = played.rest();
    const { status } = played.state;
    if (status === "COMPLETED" && nodes.length + edges.length === 0 && played.ended === 1)
      return null;
    return `it is ${status}, with ${JSON.stringify({ nodes, edges })} and ${played.ended} at ends`;
  }
}

import { compilePlan } from "../../domain/plan/compile-plan.js";
import type { Soundness, Violation } from "../../domain/soundness/soundness.js";
import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { nearestArrows } from "../walks/fair-end.js";
import { arrowsOf, EngineCase } from "./engine-case.js";
import { isWellFormed } from "./is-well-formed.js";
import { playAtRandom } from "./play-at-random.js";
import { replayViolation, troubleOf, wrongNow } from "./replay-violation.js";
import { isFaultless, tellSoundness, type Told, type Trouble } from "./tell-soundness.js";

/** What is held against the oracle. */
export type Check = (graph: Graph) => Soundness;

/** What came of one graph. */
export interface Compared {
  readonly verdict: Soundness["verdict"];
  /** Whether the oracle could not go through all markings, so that not everything was compared. */
  readonly isSkipped: boolean;
  /** Where check and oracle do not say the same. */
  readonly disagreements: readonly string[];
  /** Where the engine does not do what the check says. */
  readonly faults: readonly string[];
  /** Cases that were run through the engine. */
  readonly executed: number;
}

/** Markings that the oracle looks at before it gives up. */
const mostMarkings = 5_000;
/** With so many markings or fewer, each trouble is found, and by the shortest run. */
const allShownWithin = 500;
/** How often a graph that is called sound is played. */
const plays = 20;

/** Holds a check's word on a graph against the oracle and the engine. `seed` is that of the dice. */
export function compareGraph(
  graph: Graph,
  check: Check,
  seed: number,
  limits: { readonly mostMarkings: number; readonly plays: number } = { mostMarkings, plays },
): Compared {
  const soundness = check(graph);
  const { verdict } = soundness;
  if (!isWellFormed(graph)) {
    const isSaid = verdict === "INCONCLUSIVE" && soundness.reason === "NOT_WELL_FORMED";
    const disagreements = isSaid ? [] : [`it is not well-formed, and called ${verdict}`];
    return { verdict, isSkipped: false, disagreements, faults: [], executed: 0 };
  }
  const told = tellSoundness(graph, limits.mostMarkings);
  const disagreements = differences(soundness, told);
  const run = new EngineRuns(graph, new Dice(seed));
  if (verdict === "SOUND") run.playSound(limits.plays);
  if (verdict === "UNSOUND") for (const one of soundness.violations) run.replay(one);
  const { faults, executed } = run;
  return { verdict, isSkipped: !told.isWhole, disagreements, faults, executed };
}

function differences(soundness: Soundness, told: Told): string[] {
  if (soundness.verdict === "SOUND") {
    return isFaultless(told) || (!told.isWhole && noTrouble(told))
      ? []
      : [`it is called sound, and has ${JSON.stringify(told)}`];
  }
  if (soundness.verdict === "INCONCLUSIVE") {
    if (soundness.reason === "NOT_WELL_FORMED") return ["it is well-formed"];
    return told.isWhole ? [`it gives up, and there are only ${told.markings} markings`] : [];
  }
  return told.isWhole && isFaultless(told)
    ? ["it is called unsound, and nothing is wrong"]
    : [...otherRuns(soundness.violations, told), ...otherDead(soundness.violations, told)];
}

const noTrouble = ({ fewest }: Told): boolean =>
  Object.values(fewest).every((steps) => steps === null);

function otherRuns(violations: readonly Violation[], told: Told): string[] {
  const said = new Map<Trouble, number>();
  for (const violation of violations) {
    const trouble = troubleOf(violation);
    if (trouble !== null) said.set(trouble, violation.run!.length);
  }
  const isAllShown = told.isWhole && told.markings <= allShownWithin;
  return (Object.entries(told.fewest) as [Trouble, number | null][]).flatMap(([trouble, steps]) => {
    const length = said.get(trouble) ?? null;
    if (length === steps) return [];
    // Of many markings it is enough that what is shown is there, and not before it can be.
    const mayBe = length === null || (steps === null ? !told.isWhole : length > steps);
    if (!isAllShown && mayBe) return [];
    return [`${trouble}: after ${steps ?? "no"} steps, said to be after ${length ?? "none"}`];
  });
}

function otherDead(violations: readonly Violation[], told: Told): string[] {
  // Behind trouble nobody looks on, so that what seems dead may be alive there.
  const isHidden = told.fewest.leftOver !== null || told.fewest.twoTokens !== null;
  if (isHidden || !told.isWhole) return [];
  const said = violations.filter(({ property }) => property === "NO_DEAD_STEP");
  const nodes = said.flatMap(({ nodeKeys }) => nodeKeys);
  const outcomes = said.flatMap(({ edgeKeys }) => edgeKeys);
  const missing = [
    ...told.deadSteps.filter((key) => !nodes.includes(key)),
    ...told.deadOutcomes.filter((key) => !outcomes.includes(key)),
  ];
  const alive = [
    ...nodes.filter((key) => !told.deadNodes.includes(key)),
    ...outcomes.filter((key) => !told.deadOutcomes.includes(key)),
  ];
  const isAllShown = told.markings <= allShownWithin;
  return [
    ...(isAllShown && missing.length > 0 ? [`dead, and not said to be: ${missing.join(" ")}`] : []),
    ...(alive.length > 0 ? [`said to be dead, and alive: ${alive.join(" ")}`] : []),
  ];
}

/** Cases of one graph in the engine, and what was wrong with them. */
class EngineRuns {
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
    const look = (): void => {
      wrong ??= wrongNow(played);
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

import type { Soundness, Violation } from "../../domain/soundness/soundness.js";
import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { EngineRuns } from "./engine-runs.js";
import { isWellFormed } from "./is-well-formed.js";
import { troubleOf } from "./replay-violation.js";
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

export interface Limits {
  /** Markings that the oracle looks at before it gives up. */
  readonly mostMarkings: number;
  /** With fewer markings each trouble must be shown, and by the shortest run. */
  readonly allShownWithin: number;
  /** How often a graph that is called sound is played. */
  readonly plays: number;
}

export const usualLimits: Limits = { mostMarkings: 5_000, allShownWithin: 500, plays: 20 };

/** Holds a check's word on a graph against the oracle and the engine. `seed` is that of the dice. */
export function compareGraph(
  graph: Graph,
  check: Check,
  seed: number,
  limits: Limits = usualLimits,
): Compared {
  const soundness = answerOf(check, graph);
  if (typeof soundness === "string") {
    const disagreements = [`the check throws ${soundness}`];
    return { verdict: "INCONCLUSIVE", isSkipped: false, disagreements, faults: [], executed: 0 };
  }
  const { verdict } = soundness;
  if (!isWellFormed(graph)) {
    const isSaid = verdict === "INCONCLUSIVE" && soundness.reason === "NOT_WELL_FORMED";
    const disagreements = isSaid ? [] : [`it is not well-formed, and called ${verdict}`];
    return { verdict, isSkipped: false, disagreements, faults: [], executed: 0 };
  }
  const told = tellSoundness(graph, limits.mostMarkings);
  const disagreements = differences(soundness, told, limits.allShownWithin);
  const run = new EngineRuns(graph, new Dice(seed));
  if (verdict === "SOUND") run.playSound(limits.plays);
  if (verdict === "UNSOUND") for (const one of soundness.violations) run.replay(one);
  const { faults, executed } = run;
  return { verdict, isSkipped: !told.isWhole, disagreements, faults, executed };
}

function answerOf(check: Check, graph: Graph): Soundness | string {
  try {
    return check(graph);
  } catch (error) {
    return String(error);
  }
}

function differences(soundness: Soundness, told: Told, allShownWithin: number): string[] {
  if (soundness.verdict === "SOUND") {
    return isFaultless(told) || (!told.isWhole && noTrouble(told))
      ? []
      : [`it is called sound, and has ${JSON.stringify(told)}`];
  }
  if (soundness.verdict === "INCONCLUSIVE") {
    if (soundness.reason === "NOT_WELL_FORMED") return ["it is well-formed"];
    return told.isWhole ? [`it gives up, and there are only ${told.markings} markings`] : [];
  }
  if (told.isWhole && isFaultless(told)) return ["it is called unsound, and nothing is wrong"];
  const { violations } = soundness;
  if (violations.length === 0) return ["it is called unsound, and not said why"];
  const isAllShown = told.isWhole && told.markings < allShownWithin;
  return [...otherRuns(violations, told, isAllShown), ...otherDead(violations, told, isAllShown)];
}

const noTrouble = ({ fewest }: Told): boolean =>
  Object.values(fewest).every((steps) => steps === null);

function otherRuns(violations: readonly Violation[], told: Told, isAllShown: boolean): string[] {
  const said = new Map<Trouble, number>();
  for (const violation of violations) {
    const trouble = troubleOf(violation);
    if (trouble !== null) said.set(trouble, violation.run!.length);
  }
  return (Object.entries(told.fewest) as [Trouble, number | null][]).flatMap(([trouble, steps]) => {
    const length = said.get(trouble) ?? null;
    if (length === steps) return [];
    // Of many markings it is enough that what is shown is there, and not before it can be.
    const mayBe = length === null || (steps === null ? !told.isWhole : length > steps);
    if (!isAllShown && mayBe) return [];
    return [`${trouble}: after ${steps ?? "no"} steps, said to be after ${length ?? "none"}`];
  });
}

function otherDead(violations: readonly Violation[], told: Told, isAllShown: boolean): string[] {
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
  return [
    ...(isAllShown && missing.length > 0 ? [`dead, and not said to be: ${missing.join(" ")}`] : []),
    ...(alive.length > 0 ? [`said to be dead, and alive: ${alive.join(" ")}`] : []),
  ];
}

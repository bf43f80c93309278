import { isOpenTask } from "../../domain/engine/case-state.js";
import type { MissingPaper } from "../../domain/papers/find-missing-papers.js";
import { paperLinks } from "../../domain/papers/paper-links.js";
import { compilePlan } from "../../domain/plan/compile-plan.js";
import type { Plan } from "../../domain/plan/plan.js";
import { outputBeforeNeeded } from "../../domain/rules/output-before-needed.js";
import { playRun } from "../../domain/soundness/play-run.js";
import { indexGraph } from "../../domain/sop/graph-index.js";
import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { fewestSteps } from "./fewest-steps.js";
import { finishStep, playStrictly, startCase } from "./play-strictly.js";

/** What is held against the engine and the tests' own game: what it says is missing on a sound drawing. */
export type PapersCheck = (graph: Graph) => readonly MissingPaper[];

const ruleCheck: PapersCheck = (graph) =>
  outputBeforeNeeded
    .check(graph, indexGraph(graph))
    .map(({ nodeKeys, params, run }) => ({ node: nodeKeys[0]!, output: String(params.key), run }));

/** What came of one drawing. */
export interface PapersCompared {
  /** Places at which something is missing. */
  readonly found: number;
  /** Those whose shortest run the tests' own game could tell, too. */
  readonly compared: number;
  /** Cases that were run through the engine. */
  readonly executed: number;
  readonly faults: readonly string[];
}

/** States that the tests' own game looks at before it gives up, for each link. */
const mostStates = 1_500;

/** Holds the rule's word on a sound drawing against the engine and a game of the tests' own. */
export function comparePapers(
  graph: Graph,
  seed: number,
  check: PapersCheck = ruleCheck,
): PapersCompared {
  const dice = new Dice(seed);
  const plan = compilePlan(graph);
  const found = check(graph);
  const faults: string[] = [];
  let executed = 0;
  if (found.length === 0) {
    for (let play = 0; play < 20 && faults.length === 0; play += 1) {
      executed += 1;
      // Every other case is sent back now and then.
      const returns = play % 2 === 0 ? 0 : dice.between(1, 20);
      const end = playStrictly(plan, startCase(plan), dice, 20_000, returns);
      if (end !== "COMPLETED") faults.push(`nothing is said to be missing, and a case is ${end}`);
    }
  }
  for (const one of found) {
    executed += 1;
    const fault = faultOfRun(plan, one, dice);
    if (fault !== null) faults.push(`${one.node} is said to lack ${one.output}: ${fault}`);
  }
  let compared = 0;
  for (const { node, output } of paperLinks(graph)) {
    const fewest = fewestSteps(graph, node, output, mostStates);
    // Of steps that wait for one another none waits in vain by one output alone.
    if (fewest === undefined || fewest === null) continue;
    compared += 1;
    const told = found.find((one) => one.node === node && one.output === output);
    if (told?.run?.length === fewest) continue;
    faults.push(
      `${node} lacks ${output} after ${fewest} steps, said to be after ${told?.run?.length ?? "none"}`,
    );
  }
  return { found: found.length, compared, executed, faults };
}

/** What the engine does otherwise than a run shows, after which a step waits in vain. */
function faultOfRun(plan: Plan, { node: key, run }: MissingPaper, dice: Dice): string | null {
  const states = playRun(plan, run ?? []);
  const state = states.at(-1)!;
  const task = state.tasks.find(
    (each) => isOpenTask(each) && state.visits[each.visit - 1]!.node === key,
  );
  if (run === null || states.length !== run.length + 1 || !task) {
    return "the run does not lead to the step";
  }
  const node = plan.nodes.get(key)!;
  const outcome = node.leaves === "CHOSEN_EDGE" ? node.out[0]!.key : null;
  const answer = finishStep(plan, state, task.no, outcome);
  if (answer.ok || answer.refusal !== "REQUIREMENT_MISSING") return "it can be done";
  const ends = Array.from({ length: 10 }, () => playStrictly(plan, state, dice, 400));
  return ends.includes("COMPLETED") ? "the case comes to its end" : null;
}

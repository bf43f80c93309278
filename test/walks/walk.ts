import { transition } from "../../domain/engine/transition.js";
import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "./dice.js";
import { certainPapers } from "./link-outputs.js";
import { RandomCommands } from "./random-command.js";
import { soundSop } from "./sound-sop.js";
import { walkLanes } from "./walk-lanes.js";
import { type Transition, WalkRun } from "./walk-run.js";
import { readCommand, writeCommand, type WrittenCommand } from "./written-command.js";

export interface Walk {
  readonly graph: Graph;
  readonly commands: readonly WrittenCommand[];
}

export interface WalkResult extends Walk {
  /** How many commands were done or rightly refused. */
  readonly steps: number;
  /** What the last command made wrong; `null` where nothing was. */
  readonly fault: string | null;
}

/** The graph of walk `seed`: one of `known` now and then, else a drawn one of 3 to 40 nodes. */
export function walkGraph(dice: Dice, known: readonly Graph[]): Graph {
  if (known.length > 0 && dice.chance(0.1)) return dice.pick(known)!;
  const size = dice.weighted({ small: 4, middle: 4, large: 2 });
  const [least, most] = { small: [3, 12], middle: [10, 24], large: [20, 40] }[size] as [
    number,
    number,
  ];
  return soundSop(dice, {
    lanes: walkLanes(dice),
    calls: dice.chance(0.5) ? ["sop-a", "sop-b"] : [],
    nodes: dice.between(least, most),
  });
}

/** Walks through a case by random commands; the same seed makes the same walk. */
export function randomWalk(
  seed: number,
  known: readonly Graph[],
  engine: Transition = transition,
): WalkResult {
  const dice = new Dice(seed);
  const graph = walkGraph(dice, known);
  const random = new RandomCommands(dice, !certainPapers(graph));
  const run = new WalkRun(graph, engine);
  const commands: WrittenCommand[] = [];
  const most = dice.between(8, 70);
  let afterEnd = 0;
  return guarded(graph, commands, () => {
    while (commands.length < most && afterEnd < 3) {
      const command = random.next(run.oracle);
      commands.push(writeCommand(run.oracle, command));
      run.do(command);
      if (run.state.status === "COMPLETED" || run.state.status === "CANCELLED") afterEnd += 1;
    }
    run.finish();
  });
}

/** The same walk again, command by command; those that name what is not there are left out. */
export function replayWalk({ graph, commands }: Walk, engine: Transition = transition): WalkResult {
  const run = new WalkRun(graph, engine);
  const done: WrittenCommand[] = [];
  return guarded(graph, done, () => {
    for (const written of commands) {
      const command = readCommand(run.oracle, written);
      if (command === null) continue;
      done.push(written);
      run.do(command);
    }
    run.finish();
  });
}

function guarded(graph: Graph, commands: readonly WrittenCommand[], work: () => void): WalkResult {
  let fault: string | null = null;
  try {
    work();
  } catch (error) {
    fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return { graph, commands, steps: commands.length, fault };
}

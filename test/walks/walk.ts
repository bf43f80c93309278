import type { CaseCommand } from "../../domain/engine/case-command.js";
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
  /** What came of each: `RETURN done`, `CLAIM TASK_CLOSED`, `RETURN done beside other work`. */
  readonly answers: readonly string[];
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
  const answers: string[] = [];
  const most = dice.between(8, 70);
  let afterEnd = 0;
  return guarded({ graph, commands, answers }, () => {
    while (commands.length < most && afterEnd < 3) {
      const command = random.next(run.oracle);
      commands.push(writeCommand(run.oracle, command));
      answers.push(answerOf(run, command));
      if (run.state.status === "COMPLETED" || run.state.status === "CANCELLED") afterEnd += 1;
    }
    run.finish();
  });
}

/** The same walk again, command by command; those that name what is not there are left out. */
export function replayWalk({ graph, commands }: Walk, engine: Transition = transition): WalkResult {
  const run = new WalkRun(graph, engine);
  const done: WrittenCommand[] = [];
  const answers: string[] = [];
  return guarded({ graph, commands: done, answers }, () => {
    for (const written of commands) {
      const command = readCommand(run.oracle, written);
      // There is no case before it is started.
      if (command === null || (run.oracle.status === "NEW" && command.type !== "START")) continue;
      done.push(written);
      answers.push(answerOf(run, command));
    }
    run.finish();
  });
}

/** Does the command, and says in what surroundings it undid something. */
function answerOf(run: WalkRun, command: CaseCommand): string {
  const before = run.state;
  const refusal = run.do(command);
  const answer = `${command.type} ${refusal ?? "done"}`;
  if (refusal !== null || (command.type !== "RETURN" && command.type !== "RECALL")) return answer;
  const edges = new Set(before.tokens.map(({ edge }) => edge));
  const { visits, tokens } = run.state;
  const other = visits.some(({ no, status }) => status === "OPEN" && no <= before.visits.length);
  const isLoop = visits.some(({ no, node }) => {
    const same = visits.filter((one) => one.node === node);
    return no > before.visits.length && same.filter(({ status }) => status === "DONE").length > 0;
  });
  return [
    answer,
    ...(tokens.some(({ edge }) => !edges.has(edge)) ? ["giving back to a join"] : []),
    ...(other ? ["beside other work"] : []),
    ...(isLoop ? ["in a later round of a loop"] : []),
  ].join(" ");
}

function guarded(walk: Walk & Pick<WalkResult, "answers">, work: () => void): WalkResult {
  let fault: string | null = null;
  try {
    work();
  } catch (error) {
    fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return { ...walk, steps: walk.commands.length, fault };
}

import {
  cureOf,
  findFlowProblems,
  problemId,
  rememberedSoundness,
  sopTimes,
  type Cure,
  type Graph,
  type LaneBinding,
  type Problem,
  type RuleLevels,
  type Soundness,
  type SopTimes,
} from "../../../domain/index.js";
import { newKey } from "../draft/new-key.js";

/** What the flow of a drawing is asked for. */
export interface FlowQuestion {
  readonly ask: "flow";
  readonly graph: Graph;
  readonly levels: RuleLevels;
}

export interface FlowAnswer {
  /** What shows only when cases are played through the drawing. */
  readonly problems: readonly Problem[];
  readonly verdict: Soundness["verdict"];
  /** Why nothing could be proven; `null` where something was. */
  readonly reason: Extract<Soundness, { verdict: "INCONCLUSIVE" }>["reason"] | null;
}

/** What the cures of some problems are asked for. */
export interface CureQuestion {
  readonly ask: "cures";
  readonly graph: Graph;
  readonly levels: RuleLevels;
  readonly problems: readonly Problem[];
  /** As in `CureContext`. */
  readonly outcomes: readonly string[];
  /** Who works in a lane of this name, of the lanes that nobody works in. */
  readonly holders: Readonly<Record<string, Holder>>;
}

export interface Holder {
  readonly binding: LaneBinding;
  readonly name: string;
}

/** The cures by the ids of their problems; a problem without one is not in it. */
export type CureAnswer = Readonly<Record<string, Cure>>;

/** How long a drawing takes, by an office's working day. */
export interface TimesQuestion {
  readonly ask: "times";
  readonly graph: Graph;
  readonly minutesPerWorkingDay: number;
}

export type GateQuestion = FlowQuestion | CureQuestion | TimesQuestion;
export type GateAnswer = FlowAnswer | CureAnswer | SopTimes;

/** What takes too long for the thread that draws: plain data in, plain data out. */
export function answerGate(question: GateQuestion): GateAnswer {
  if (question.ask === "times") return sopTimes(question.graph, question.minutesPerWorkingDay);
  return question.ask === "flow" ? answerFlow(question) : answerCures(question);
}

export function answerFlow({ graph, levels }: FlowQuestion): FlowAnswer {
  const problems = findFlowProblems(graph, levels);
  const soundness = rememberedSoundness(graph);
  const reason = soundness.verdict === "INCONCLUSIVE" ? soundness.reason : null;
  return { problems, verdict: soundness.verdict, reason };
}

export function answerCures(question: CureQuestion): CureAnswer {
  const { graph, levels, problems, outcomes, holders } = question;
  const context = {
    newKey,
    outcomes,
    holderOf: (laneName: string) => holders[laneName] ?? null,
  };
  return Object.fromEntries(
    problems.flatMap((problem) => {
      const cure = cureOf(problem, graph, context, levels);
      return cure === null ? [] : [[problemId(problem), cure] as const];
    }),
  );
}

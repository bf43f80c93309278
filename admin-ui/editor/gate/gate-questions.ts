import {
  cureAll,
  cureOf,
  findFlowProblems,
  problemId,
  rememberedSoundness,
  sopTimes,
  type Cure,
  type CureContext,
  type DocumentEdit,
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

/** What some problems of a drawing and the cures of these are asked for. */
export interface Curing {
  readonly graph: Graph;
  readonly levels: RuleLevels;
  readonly problems: readonly Problem[];
  /** As in `CureContext`. */
  readonly outcomes: readonly string[];
  /** Who works in a lane of this name, of the lanes that nobody works in. */
  readonly holders: Readonly<Record<string, Holder>>;
}

/** Asks for the cure of each problem, as if it were the only one. */
export interface CureQuestion extends Curing {
  readonly ask: "cures";
}

/** Asks for the edits that cure them all. */
export interface CureAllQuestion extends Curing {
  readonly ask: "cure-all";
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

/** By what is asked: the question, and what answers it. */
const answers = {
  flow: answerFlow,
  cures: answerCures,
  "cure-all": answerCureAll,
  times: ({ graph, minutesPerWorkingDay }: TimesQuestion): SopTimes =>
    sopTimes(graph, minutesPerWorkingDay),
};

export type GateQuestion = Parameters<(typeof answers)[keyof typeof answers]>[0];

/** What takes too long for the thread that draws: plain data in, plain data out. */
export const answerGate = (question: GateQuestion): unknown =>
  answers[question.ask](question as never);

export function answerFlow({ graph, levels }: FlowQuestion): FlowAnswer {
  const problems = findFlowProblems(graph, levels);
  const soundness = rememberedSoundness(graph);
  const reason = soundness.verdict === "INCONCLUSIVE" ? soundness.reason : null;
  return { problems, verdict: soundness.verdict, reason };
}

export function answerCures(question: CureQuestion): CureAnswer {
  const { graph, levels, problems } = question;
  const context = contextOf(question);
  return Object.fromEntries(
    problems.flatMap((problem) => {
      const cure = cureOf(problem, graph, context, levels);
      return cure === null ? [] : [[problemId(problem), cure] as const];
    }),
  );
}

export function answerCureAll(question: CureAllQuestion): readonly DocumentEdit[] {
  const { graph, levels, problems } = question;
  return cureAll(problems, graph, contextOf(question), levels);
}

const contextOf = ({ outcomes, holders }: Curing): CureContext => ({
  newKey,
  outcomes,
  holderOf: (laneName) => holders[laneName] ?? null,
});

import {
  findProblems,
  type Graph,
  type Problem,
  type SopTimes,
  sopTimes,
} from "../../../domain/index.js";

/** What is asked about a drawing. */
export type DrawingQuestion =
  | { readonly asks: "PROBLEMS"; readonly graph: Graph }
  | { readonly asks: "TIMES"; readonly graph: Graph; readonly minutesPerWorkingDay: number };

/** What the thread answers, in the order in which questions come. */
export type DrawingAnswer =
  | { readonly problems: readonly Problem[] }
  | { readonly times: SopTimes }
  /** A rule has thrown: a mistake of the program, and not of the drawing. */
  | { readonly failure: string };

/** The answer, by whichever thread. */
export const answerTo = (question: DrawingQuestion): DrawingAnswer =>
  question.asks === "TIMES"
    ? { times: sopTimes(question.graph, question.minutesPerWorkingDay) }
    : { problems: findProblems(question.graph) };

import { parentPort } from "node:worker_threads";
import { findProblems, type Graph, type Problem } from "../../../domain/index.js";

/** What the thread answers to a drawing, in the order in which they come. */
export type DrawingAnswer =
  | { readonly problems: readonly Problem[] }
  /** A rule has thrown: a mistake of the program, and not of the drawing. */
  | { readonly failure: string };

const port = parentPort;
if (port === null) throw new Error("This file runs in a worker thread");

port.on("message", (graph: Graph) => {
  let answer: DrawingAnswer;
  try {
    answer = { problems: findProblems(graph) };
  } catch (error) {
    answer = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // A thread's port takes no origin, unlike a window's.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  port.postMessage(answer);
});

import { parentPort } from "node:worker_threads";
import { answerTo, type DrawingAnswer, type DrawingQuestion } from "./drawing-question.js";

const port = parentPort;
if (port === null) throw new Error("This file runs in a worker thread");

port.on("message", (question: DrawingQuestion) => {
  let answer: DrawingAnswer;
  try {
    answer = answerTo(question);
  } catch (error) {
    answer = { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  // A thread's port takes no origin, unlike a window's.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  port.postMessage(answer);
});

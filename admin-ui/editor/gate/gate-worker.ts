import { answerGate, type GateQuestion } from "./gate-questions.js";
import type { Told } from "./newest-asked.js";

/** Answers one question after another, beside the thread that draws. */
addEventListener("message", ({ data }: MessageEvent<GateQuestion>) => {
  // Heard at once on the other side, however long the answer takes.
  tell({ type: "begun" });
  tell({ type: "answer", answer: answerGate(data) });
});

const tell = (told: Told<unknown>): void => postMessage(told, { transfer: [] });

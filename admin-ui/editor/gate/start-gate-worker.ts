import type { Answerer } from "./newest-asked.js";

/** A worker of its own for `answerGate`. Throws where the browser has none. */
export const startGateWorker = (): Answerer =>
  new Worker(new URL("./gate-worker.ts", import.meta.url), { type: "module" });

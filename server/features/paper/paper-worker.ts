import { parentPort, workerData } from "node:worker_threads";
import type { PressJob, PaperProgress } from "./paper-job.js";
import { writePaper } from "./write-paper.js";

/** What a worker tells: how far it is, or the file. A mistake ends it with an error event. */
export type PaperMessage =
  | { readonly type: "progress"; readonly progress: PaperProgress }
  | { readonly type: "file"; readonly bytes: Uint8Array };

export interface PaperWorkerData {
  /** Not 0 once nobody waits for the file any more. */
  readonly stop: Int32Array;
}

const port = parentPort;
const { stop } = workerData as PaperWorkerData;
if (port === null) throw new Error("This file runs in a worker thread");
const tell = (message: PaperMessage): void => port.postMessage(message);

port.on("message", async (job: PressJob) => {
  const bytes = await writePaper(job, (progress) => {
    // Of a thread this ends the thread.
    if (Atomics.load(stop, 0) !== 0) process.exit();
    tell({ type: "progress", progress });
  });
  tell({ type: "file", bytes });
});

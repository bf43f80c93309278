import { parentPort } from "node:worker_threads";
import type { PressJob, PaperProgress } from "./paper-job.js";
import { writePaper } from "./write-paper.js";

/** What a worker tells: how far it is, or the file. A mistake ends it with an error event. */
export type PaperMessage =
  | { readonly type: "progress"; readonly progress: PaperProgress }
  | { readonly type: "file"; readonly bytes: Uint8Array };

const port = parentPort;
if (port === null) throw new Error("This file runs in a worker thread");
const tell = (message: PaperMessage): void => port.postMessage(message);

port.on("message", async (job: PressJob) => {
  const bytes = await writePaper(job, (progress) => tell({ type: "progress", progress }));
  tell({ type: "file", bytes });
});

import { Worker } from "node:worker_threads";
import type { OnProgress, PressJob } from "./paper-job.js";
import type { PaperMessage } from "./paper-worker.js";

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** A thread that writes one file after another; whoever has it is its only user. */
export class PaperThread {
  readonly #worker: Worker;
  #isAlive = true;

  constructor(file: URL) {
    this.#worker = new Worker(file, { resourceLimits });
    // It never keeps the program running: whoever waits for a file has a connection that does.
    this.#worker.unref();
    // A thread can also fail while nobody waits for it; unheard, that would end the program.
    const died = (): void => void (this.#isAlive = false);
    this.#worker.on("error", died).on("exit", died);
  }

  /** Whether it can still write. */
  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Rejects when the thread dies, and with the reason of `signal`; then only `end` is left. */
  async write(job: PressJob, signal: AbortSignal, onProgress: OnProgress): Promise<Uint8Array> {
    signal.throwIfAborted();
    const worker = this.#worker;
    let forget = (): void => {};
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        const hear = (message: PaperMessage): void => {
          if (message.type === "progress") onProgress(message.progress);
          else resolve(message.bytes);
        };
        const stop = (): void => reject(signal.reason);
        const ended = (code: number): void => reject(new Error(`The thread ended with ${code}`));
        worker.on("message", hear).on("error", reject).on("exit", ended);
        signal.addEventListener("abort", stop);
        forget = () => {
          worker.off("message", hear).off("error", reject).off("exit", ended);
          signal.removeEventListener("abort", stop);
        };
        // A thread's port takes no origin, unlike a window's.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(job);
      });
    } finally {
      forget();
    }
  }

  /** Resolves when nothing of it runs any more. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

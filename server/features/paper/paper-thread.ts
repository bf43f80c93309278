import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { OnProgress, PressJob } from "./paper-job.js";
import type { PaperMessage, PaperWorkerData } from "./paper-worker.js";

/** ms within which a thread that is told to stop mostly comes to the end of a page. */
const graceMs = 1_000;

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** A thread that writes one file after another; whoever has it is its only user. */
export class PaperThread {
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  #isAlive = true;

  constructor(file: URL) {
    const workerData: PaperWorkerData = { stop: this.#stop };
    this.#worker = new Worker(file, { resourceLimits, workerData });
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

  /**
   * Ends it while it may be writing; resolves when nothing of it runs any more. It is asked first: a
   * thread that is ended in the middle of making a compressor takes the whole program with it (Node
   * fails an assertion, "close before init").
   */
  async stop(): Promise<void> {
    Atomics.store(this.#stop, 0, 1);
    if (this.#isAlive) {
      const grace = AbortSignal.timeout(graceMs);
      await once(this.#worker, "exit", { signal: grace }).catch(() => {});
    }
    await this.end();
  }

  /** Ends it while it rests; resolves when nothing of it runs any more. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

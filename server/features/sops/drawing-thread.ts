import { Worker } from "node:worker_threads";
import type { DrawingAnswer, DrawingQuestion } from "./drawing-question.js";

/** What the thread answers where nothing has thrown. */
type Answered = Exclude<DrawingAnswer, { readonly failure: string }>;

const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
/** Whoever mends a drawing asks again soon; a thread takes time to begin. */
const idleMs = 30_000;

/** Answers one question about drawings after another in a thread of its own, which it begins and ends. */
export class DrawingThread {
  readonly #file: URL;
  /** After how long, in milliseconds, a drawing is given up. */
  readonly #longest: number;
  #worker: Worker | null = null;
  #rest: NodeJS.Timeout | null = null;

  constructor(file: URL, longest: number) {
    this.#file = file;
    this.#longest = longest;
  }

  /** One drawing at a time. `null`: the thread took too long over it, or too much memory. */
  async answer(question: DrawingQuestion): Promise<Answered | null> {
    if (this.#rest) clearTimeout(this.#rest);
    const worker = (this.#worker ??= this.#begin());
    const answer = await this.#ask(worker, question);
    if (answer === null) {
      this.#forget(worker);
      await worker.terminate();
      return null;
    }
    this.#rest = setTimeout(() => {
      this.#forget(worker);
      void worker.terminate();
    }, idleMs).unref();
    if ("failure" in answer) throw new Error(answer.failure);
    return answer;
  }

  #begin(): Worker {
    const worker = new Worker(this.#file, { resourceLimits });
    // It never keeps the program running: whoever waits for an answer has a connection that does.
    worker.unref();
    // A thread can also die while nobody waits for it; unheard, that would end the program.
    const died = (): void => this.#forget(worker);
    return worker.on("error", died).on("exit", died);
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  #ask(worker: Worker, question: DrawingQuestion): Promise<DrawingAnswer | null> {
    return new Promise((resolve) => {
      const done = (answer: DrawingAnswer | null): void => {
        clearTimeout(timer);
        worker.off("message", done).off("error", died).off("exit", died);
        resolve(answer);
      };
      const died = (): void => done(null);
      const timer = setTimeout(died, this.#longest);
      worker.on("message", done).on("error", died).on("exit", died);
      // A thread's port takes no origin, unlike a window's.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question);
    });
  }
}

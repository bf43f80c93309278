import { FairWork } from "../../kernel/fair-work.js";
import type { OnProgress, PressJob } from "./paper-job.js";
import { PaperThread } from "./paper-thread.js";

/**
 * As many at once as may take the processor from everything else, and never all of them for one
 * asker: while a long paper of theirs is written, everybody else's short ones are, too.
 */
const limits = { running: 2, runningOfOne: 1, waiting: 30, waitingOfOne: 6 } as const;
/** A thousand steps take a few seconds; whatever takes this long has gone wrong. */
const longestMs = 180_000;
/** Whoever prints one version often prints the next; a thread takes time to begin. */
const idleMs = 30_000;

const builtWorker = new URL("./paper-worker.js", import.meta.url);

/** The asker has gone: nobody waits for the file any more. */
export class PaperCancelled extends Error {
  override readonly name = "PaperCancelled";
}

/** Writes files in threads of their own, so that the server answers everybody else meanwhile. */
export class PaperPress {
  readonly #work = new FairWork(limits);
  readonly #worker: URL;
  #idle: { readonly thread: PaperThread; readonly timer: NodeJS.Timeout } | null = null;

  constructor(worker: URL = builtWorker) {
    this.#worker = worker;
  }

  /**
   * Those who ask (`asker` says who, one word each) take turns. Throws RATE_LIMITED when too many wait
   * already, of all or of this asker, and `PaperCancelled` once `gone` is aborted.
   */
  async print(
    asker: string,
    job: PressJob,
    gone: AbortSignal,
    onProgress: OnProgress,
  ): Promise<Uint8Array> {
    try {
      return await this.#work.run(asker, () => this.#write(job, gone, onProgress), gone);
    } catch (error) {
      if (gone.aborted) throw new PaperCancelled();
      throw error;
    }
  }

  async #write(job: PressJob, gone: AbortSignal, onProgress: OnProgress): Promise<Uint8Array> {
    const thread = this.#take();
    const signal = AbortSignal.any([gone, AbortSignal.timeout(longestMs)]);
    try {
      const bytes = await thread.write(job, signal, onProgress);
      this.#keep(thread);
      return bytes;
    } catch (error) {
      // What it runs may be no JavaScript, which cannot be broken off: until then it keeps its place.
      await thread.stop();
      throw error;
    }
  }

  #take(): PaperThread {
    const idle = this.#idle;
    if (idle === null) return new PaperThread(this.#worker);
    clearTimeout(idle.timer);
    this.#idle = null;
    // It may have died meanwhile, and nobody would ever answer.
    return idle.thread.isAlive ? idle.thread : new PaperThread(this.#worker);
  }

  #keep(thread: PaperThread): void {
    if (this.#idle !== null) return void thread.end();
    const timer = setTimeout(() => {
      this.#idle = null;
      void thread.end();
    }, idleMs);
    this.#idle = { thread, timer: timer.unref() };
  }
}

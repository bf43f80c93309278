import { findProblems, type Graph, type Problem } from "../../../domain/index.js";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { FairWork } from "../../kernel/fair-work.js";
import { DrawingThread } from "./drawing-thread.js";

/** What a version says at one revision: it never changes. */
export interface CheckedDrawing {
  readonly versionId: number;
  readonly revision: number;
  readonly graph: Graph;
}

const builtWorker = new URL("./drawing-worker.js", import.meta.url);
/** What is drawn within the limits takes two seconds at most, by what it counts; the machine may be busy. */
const longestMs = 20_000;
/** One after another, the askers taking turns. */
const limits = { running: 1, runningOfOne: 1, waiting: 60, waitingOfOne: 12 } as const;
/** Revisions of drawings whose answer is remembered. */
const remembered = 500;

/** What could not be proven within what it may cost is not proven. */
const unproven: Problem = {
  rule: "soundness-unknown",
  level: "ERROR",
  nodeKeys: [],
  edgeKeys: [],
  laneKeys: [],
  params: {},
  run: null,
};

/**
 * Finds what drawings break. To play cases through one may take seconds, so it runs in a thread of
 * its own, once for each revision, and nobody can hold up the server by asking.
 */
export class DrawingChecker {
  readonly #found = new BoundedCache<string, readonly Problem[]>(remembered);
  readonly #running = new Map<string, Promise<readonly Problem[]>>();
  readonly #work = new FairWork(limits);
  readonly #thread: DrawingThread | null;

  /** `null` instead of the thread's file: here and now, where nobody waits for anything else. */
  constructor(worker: URL | null = builtWorker, longest = longestMs) {
    this.#thread = worker && new DrawingThread(worker, longest);
  }

  /** What is known already. */
  known({ versionId, revision }: Omit<CheckedDrawing, "graph">): readonly Problem[] | undefined {
    return this.#found.get(`${versionId}:${revision}`);
  }

  /**
   * The problems at the rules' own levels; `asker` says who waits for it, as `actorKey` does.
   * RATE_LIMITED when too many wait already, of all or of this asker.
   */
  find(asker: string, drawing: CheckedDrawing): Promise<readonly Problem[]> {
    const found = this.known(drawing);
    if (found) return Promise.resolve(found);
    const key = `${drawing.versionId}:${drawing.revision}`;
    let running = this.#running.get(key);
    if (!running) {
      running = this.#work
        .run(asker, () => this.#check(key, drawing.graph))
        .finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    return running;
  }

  async #check(key: string, graph: Graph): Promise<readonly Problem[]> {
    const problems = this.#thread ? await this.#thread.check(graph) : findProblems(graph);
    // Not remembered: next time the machine may be less busy.
    if (problems === null) return [unproven];
    this.#found.set(key, problems);
    return problems;
  }
}

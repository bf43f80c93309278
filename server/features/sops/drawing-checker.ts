import type { Graph, Problem, SopTimes } from "../../../domain/index.js";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { FairWork } from "../../kernel/fair-work.js";
import { answerTo, type DrawingAnswer, type DrawingQuestion } from "./drawing-question.js";
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

/** ms for which a drawing that took too much is not tried again: then the machine may be less busy. */
const givenUpFor = 300_000;
/** Of so many it is remembered that they took too much. */
const mostGivenUp = 2000;

/**
 * What is remembered, counted in about 100 bytes: some thousands of ordinary drawings, so that a list
 * of the SOPs of all offices is proven once, and fewer where much is wrong.
 */
const mostRemembered = 400_000;
const weightOf = (answer: DrawingAnswer): number => {
  if (!("problems" in answer)) return 300;
  return answer.problems.reduce((sum, { run }) => sum + 10 + (run?.length ?? 0), 20);
};

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
 * Finds what drawings break, and how long they take. To play cases through one may take seconds, so
 * it runs in a thread of its own, once for each revision, and nobody can hold up the server by asking.
 */
export class DrawingChecker {
  readonly #answers = new BoundedCache<string, DrawingAnswer>(mostRemembered, weightOf);
  /** Until when what took too much is not tried again; the first of them first. */
  readonly #givenUp = new BoundedCache<string, number>(mostGivenUp);
  readonly #running = new Map<string, Promise<DrawingAnswer | null>>();
  readonly #work = new FairWork(limits);
  readonly #thread: DrawingThread | null;
  readonly #now: () => number;

  /**
   * `null` instead of the thread's file: here and now, where nobody waits for anything else. `now`
   * answers ms from any beginning.
   */
  constructor(
    worker: URL | null = builtWorker,
    longest = longestMs,
    now: () => number = () => performance.now(),
  ) {
    this.#thread = worker && new DrawingThread(worker, longest);
    this.#now = now;
  }

  /** What is known already; of a drawing that took too much nothing is. */
  known(drawing: Omit<CheckedDrawing, "graph">): readonly Problem[] | undefined {
    const answer = this.#answers.get(keyOf(drawing, "problems"));
    return answer && "problems" in answer ? answer.problems : undefined;
  }

  /**
   * The problems at the rules' own levels; `asker` says who waits for it, as `actorKey` does.
   * RATE_LIMITED when too many wait already, of all or of this asker.
   */
  async find(asker: string, drawing: CheckedDrawing): Promise<readonly Problem[]> {
    const question = { asks: "PROBLEMS", graph: drawing.graph } as const;
    const answer = await this.#answer(asker, keyOf(drawing, "problems"), question);
    return answer && "problems" in answer ? answer.problems : [unproven];
  }

  /**
   * How long the office takes, by a working day of so many minutes; `null` where that could not be
   * counted within what it may cost. RATE_LIMITED as for `find`.
   */
  async times(
    asker: string,
    drawing: CheckedDrawing,
    minutesPerWorkingDay: number,
  ): Promise<SopTimes | null> {
    const question = { asks: "TIMES", graph: drawing.graph, minutesPerWorkingDay } as const;
    const key = keyOf(drawing, `times of ${minutesPerWorkingDay}`);
    const answer = await this.#answer(asker, key, question);
    return answer && "times" in answer ? answer.times : null;
  }

  /** Once, however many ask for it; `null` where it took too much. */
  #answer(asker: string, key: string, question: DrawingQuestion): Promise<DrawingAnswer | null> {
    const known = this.#answers.get(key);
    if (known) return Promise.resolve(known);
    // Whoever asks again at once must not hold up the thread as long again.
    if ((this.#givenUp.get(key) ?? 0) > this.#now()) return Promise.resolve(null);
    let running = this.#running.get(key);
    if (!running) {
      running = this.#work
        .run(asker, () => this.#ask(key, question))
        .finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
    return running;
  }

  async #ask(key: string, question: DrawingQuestion): Promise<DrawingAnswer | null> {
    const answer = this.#thread ? await this.#thread.answer(question) : answerTo(question);
    if (answer) this.#answers.set(key, answer);
    else this.#givenUp.set(key, this.#now() + givenUpFor);
    return answer;
  }
}

const keyOf = ({ versionId, revision }: Omit<CheckedDrawing, "graph">, what: string): string =>
  `${versionId}:${revision} ${what}`;

/** What a worker says of the question that it was asked last. */
export type Told<Answer> =
  | { readonly type: "begun" }
  | { readonly type: "answer"; readonly answer: Answer };

/** The part of a worker that is used here. */
export interface Answerer {
  postMessage(question: unknown, options: { readonly transfer: [] }): void;
  terminate(): void;
  addEventListener(type: "message", hear: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", hear: () => void): void;
}

/** ms that an answer nobody waits for any more may still take, before its worker is given up. */
const patience = 250;
/** ms after which no answer is waited for: ten times what the longest may take. */
const limit = 20_000;

type OnAnswer<Answer> = (answer: Answer | null) => void;

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly onAnswer: OnAnswer<Answer>;
}

/**
 * Asks a worker one question at a time, and only the newest one matters: an answer to an older one
 * is dropped, and a worker that is long about an older one is ended and another one started. The
 * answer is `null` where none can be had: no worker starts, it fails, or it takes too long.
 */
export class NewestAsked<Question, Answer> {
  readonly #start: () => Answerer;
  #worker: Answerer | null = null;
  #asked: Asked<Question, Answer> | null = null;
  /** Asked while the worker was busy. */
  #next: Asked<Question, Answer> | null = null;
  #hasBegun = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(start: () => Answerer) {
    this.#start = start;
  }

  ask(question: Question, onAnswer: OnAnswer<Answer>): void {
    const asked = { question, onAnswer };
    if (this.#asked === null) this.#send(asked);
    else {
      const isFirst = this.#next === null;
      this.#next = asked;
      // A worker that is still loading is about nothing yet.
      if (isFirst && this.#hasBegun) this.#within(patience, () => this.#startAnew());
    }
  }

  /** Ends the worker; whatever was asked is not answered. */
  stop(): void {
    this.#giveUp();
    this.#next = null;
  }

  #send(asked: Asked<Question, Answer>): void {
    this.#asked = asked;
    this.#hasBegun = false;
    try {
      this.#worker ??= this.#hire();
      this.#worker.postMessage(asked.question, { transfer: [] });
      this.#within(limit, () => this.#fail());
    } catch {
      this.#fail();
    }
  }

  #hire(): Answerer {
    const worker = this.#start();
    worker.addEventListener("message", ({ data }) => {
      if (worker === this.#worker) this.#hear(data as Told<Answer>);
    });
    worker.addEventListener("error", () => {
      if (worker === this.#worker) this.#fail();
    });
    return worker;
  }

  #hear(told: Told<Answer>): void {
    if (told.type === "begun") {
      this.#hasBegun = true;
      if (this.#next !== null) this.#within(patience, () => this.#startAnew());
      return;
    }
    const { onAnswer } = this.#asked!;
    const next = this.#next;
    this.#rest();
    if (next === null) onAnswer(told.answer);
    else this.#send(next);
  }

  #startAnew(): void {
    const next = this.#next;
    this.#giveUp();
    if (next !== null) this.#send(next);
  }

  #fail(): void {
    // What came after was not asked yet, and is not to blame.
    if (this.#next !== null) return this.#startAnew();
    const asked = this.#asked;
    this.#giveUp();
    asked?.onAnswer(null);
  }

  #giveUp(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#rest();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#asked = null;
    this.#next = null;
  }

  #within(ms: number, act: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
  }
}

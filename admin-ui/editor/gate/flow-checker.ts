import type { Graph, RuleLevels } from "../../../domain/index.js";
import type { FlowAnswer, FlowQuestion } from "./gate-questions.js";
import { isSameFlow } from "./is-same-flow.js";
import { NewestAsked, type Answerer } from "./newest-asked.js";

/**
 * How far the check of the flow is: under way, told, or not to be had (no worker, or none that comes
 * to an end). `answer` is the last one, which while it is under way is that of an older drawing.
 */
export interface FlowCheck {
  readonly state: "checking" | "told" | "failed";
  readonly answer: FlowAnswer | null;
}

/** ms after which texts that are typed rest; only what problems are told with hangs on them. */
const restAfter = 600;

const beginning: FlowCheck = { state: "checking", answer: null };

/**
 * Has the flow of the newest drawing checked, beside the thread that draws. A changed way is asked
 * about at once, a changed text once typing rests.
 */
export class FlowChecker {
  readonly #asker: NewestAsked<FlowQuestion, FlowAnswer>;
  readonly #listeners = new Set<() => void>();
  #check = beginning;
  #asked: { readonly graph: Graph; readonly levels: RuleLevels } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(start: () => Answerer) {
    this.#asker = new NewestAsked(start);
  }

  readonly check = (): FlowCheck => this.#check;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  look(graph: Graph, levels: RuleLevels): void {
    const asked = this.#asked;
    if (asked?.graph === graph && asked.levels === levels) return;
    const isOfTexts = asked?.levels === levels && isSameFlow(asked.graph, graph);
    this.#asked = { graph, levels };
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (isOfTexts) {
      this.#timer = setTimeout(() => this.#ask(graph, levels), restAfter);
      return;
    }
    this.#become({ state: "checking", answer: this.#check.answer });
    this.#ask(graph, levels);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#asker.stop();
    this.#asked = null;
  }

  #ask(graph: Graph, levels: RuleLevels): void {
    this.#timer = null;
    this.#asker.ask({ ask: "flow", graph, levels }, (answer) =>
      this.#become(answer === null ? { state: "failed", answer: null } : { state: "told", answer }),
    );
  }

  #become(check: FlowCheck): void {
    this.#check = check;
    for (const listener of this.#listeners) listener();
  }
}

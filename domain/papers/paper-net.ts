import { type Marking, NetGame } from "../soundness/net-game.js";
import type { Run } from "../soundness/soundness.js";
import type { TokenNet } from "../soundness/token-net.js";
import type { NodeKey, OutputKey } from "../sop/graph.js";
import type { PapersGiven } from "./papers-given.js";

/** The net of a sound drawing with what its steps give: what all games on it share. */
export class PaperNet {
  readonly #game: NetGame;
  /** Per place, what is done there. */
  readonly #work: readonly (readonly number[])[];
  /** Per transition, the number of the list of what is given by it. */
  readonly #listOf: readonly number[];
  readonly #listsWith = new Map<OutputKey, number[]>();

  constructor(
    readonly net: TokenNet,
    given: PapersGiven,
  ) {
    this.#game = new NetGame(net);
    const work: number[][] = net.places.map(() => []);
    for (const [at, { takes, isSilent }] of net.transitions.entries()) {
      if (!isSilent) work[takes[0]!]!.push(at);
    }
    this.#work = work;
    const lists = new Map<readonly OutputKey[], number>();
    this.#listOf = net.transitions.map(({ run: [step] }) => {
      if (step === undefined) return -1;
      const list = given(step.node, step.outcome);
      const number = lists.get(list) ?? lists.size;
      lists.set(list, number);
      return number;
    });
    for (const [list, number] of lists) {
      for (const output of new Set(list)) {
        const known = this.#listsWith.get(output);
        if (known) known.push(number);
        else this.#listsWith.set(output, [number]);
      }
    }
  }

  start(): Marking {
    return this.#game.settle([], this.net.start);
  }

  make(marking: Marking, by: number): Marking {
    return this.#game.make(marking, this.net.transitions[by]!);
  }

  nodeAt(place: number): NodeKey | undefined {
    return this.net.places[place]!.nodes[0];
  }

  /** Transitions, by number. */
  workAt(place: number): readonly number[] {
    return this.#work[place]!;
  }

  runOf(transition: number): Run {
    return this.net.transitions[transition]!.run;
  }

  /** The number of the list of what is given by a transition. */
  listOf(transition: number): number {
    return this.#listOf[transition]!;
  }

  listsWith(output: OutputKey): readonly number[] {
    return this.#listsWith.get(output) ?? [];
  }
}

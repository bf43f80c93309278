import type { Rope } from "./rope.js";
import { donePlace, type NetTransition, type TokenNet } from "./token-net.js";

/** Where the tokens are, in order; a place with two of them is named twice. */
export type Marking = readonly number[];

export const isEnd = (marking: Marking): boolean =>
  marking.length === 1 && marking[0] === donePlace;

/** What is wrong with a marking as such. */
export function troubleOf(marking: Marking): "crowded" | "leftOver" | null {
  if (marking[0] === donePlace && marking.length > 1) return "leftOver";
  return marking.some((place, at) => place === marking[at - 1]) ? "crowded" : null;
}

/** The moves of a net, with what is silent made as soon as it can be. */
export class NetGame {
  /** Per place, the silent transition that takes from it, by its number. */
  readonly #silent = new Map<number, number>();
  readonly #work = new Map<number, number[]>();
  readonly #count: Uint8Array;
  readonly silentMade = new Set<number>();

  constructor(readonly net: TokenNet<Rope>) {
    this.#count = new Uint8Array(net.places.length);
    for (const [at, { takes, isSilent }] of net.transitions.entries()) {
      if (isSilent) for (const place of takes) this.#silent.set(place, at);
      else {
        const [place = donePlace] = takes;
        const others = this.#work.get(place);
        if (others) others.push(at);
        else this.#work.set(place, [at]);
      }
    }
  }

  /** What can be done, as numbers of transitions. */
  ways(marking: Marking): number[] {
    return marking.flatMap((place, no) =>
      place === marking[no - 1]
        ? []
        : (this.#work.get(place) ?? []).filter((at) => {
            const { takes } = this.net.transitions[at]!;
            return takes.length === 1 || takes.every((one) => marking.includes(one));
          }),
    );
  }

  make(marking: Marking, { takes, gives }: NetTransition<Rope>): Marking {
    return this.settle(
      marking.filter((place) => !takes.includes(place)),
      gives,
    );
  }

  /** The marking once these tokens have come to those that rest already. */
  settle(resting: Marking, coming: readonly number[]): Marking {
    const count = this.#count;
    const touched = [...resting];
    for (const place of resting) count[place]! += 1;
    const arriving = [...coming];
    for (let place = arriving.pop(); place !== undefined; place = arriving.pop()) {
      if (count[place]! < 250) count[place]! += 1;
      touched.push(place);
      const at = this.#silent.get(place);
      const silent = at === undefined ? undefined : this.net.transitions[at];
      if (!silent?.takes.every((one) => count[one]! > 0)) continue;
      for (const one of silent.takes) count[one]! -= 1;
      arriving.push(...silent.gives);
      this.silentMade.add(at!);
    }
    const marking: number[] = [];
    for (const place of touched) {
      for (let left = Math.min(count[place]!, 2); left > 0; left -= 1) marking.push(place);
      count[place] = 0;
    }
    return marking.sort((a, b) => a - b);
  }
}

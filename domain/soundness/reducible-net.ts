import type { Rope } from "./rope.js";
import { donePlace, type NetPlace, type NetTransition, type TokenNet } from "./token-net.js";

/**
 * Makes one thing of what always goes together, at a place; says whether it found any. It neither
 * makes nor takes away trouble, and leaves the shortest run to each.
 */
export type ReductionRule = (net: ReducibleNet, place: number) => boolean;

type Transition = NetTransition<Rope>;

/** So that even the largest drawings cost a second at most; usual ones cost a thousandth of it. */
const mostWork = 10_000_000;

/** The one element of a set that has just one. What was deleted before it would be stepped over. */
function only(set: ReadonlySet<number>): number | undefined {
  if (set.size !== 1) return undefined;
  const [first] = set;
  return first;
}

/** So few that two steps may have become one where a transition gives to them. */
const fewPlaces = 4;

/** A net while it is made smaller; what has become one carries the runs of all that it stands for. */
export class ReducibleNet {
  readonly places: NetPlace[];
  readonly #transitions: (Transition | undefined)[] = [];
  readonly #producers: Set<number>[];
  readonly #consumers: Set<number>[];
  readonly #touched: Set<number>;
  #work = 0;

  constructor(net: TokenNet<Rope>) {
    this.places = [...net.places];
    this.#producers = net.places.map(() => new Set());
    this.#consumers = net.places.map(() => new Set());
    this.#touched = new Set(net.places.keys());
    this.add({ takes: [], gives: net.start, run: net.startRun, isSilent: true });
    for (const one of withinReach(net)) this.add(one);
  }

  transition(at: number): Transition {
    return this.#transitions[at]!;
  }

  /** What gives tokens to a place; the beginning of a case is one, which takes none. */
  producers(place: number): readonly number[] {
    this.spend(this.#producers[place]!.size);
    return [...this.#producers[place]!];
  }

  consumers(place: number): readonly number[] {
    this.spend(this.#consumers[place]!.size);
    return [...this.#consumers[place]!];
  }

  /** The only one, where there is just one. */
  onlyProducer(place: number): number | undefined {
    return only(this.#producers[place]!);
  }

  onlyConsumer(place: number): number | undefined {
    return only(this.#consumers[place]!);
  }

  /** Of how many pairs a token comes to a place and is taken from it. */
  waysThrough(place: number): number {
    return this.#producers[place]!.size * this.#consumers[place]!.size;
  }

  /** Counts what is about to be read, or has been, in places and transitions. */
  spend(work: number): void {
    this.#work += work;
  }

  /** Whether reducing has cost as much as it may: what is left is left as it is. */
  get isSpent(): boolean {
    return this.#work > mostWork;
  }

  addPlace(place: NetPlace): number {
    this.#producers.push(new Set());
    this.#consumers.push(new Set());
    return this.places.push(place) - 1;
  }

  add(transition: Transition): void {
    this.put(this.#transitions.length, transition);
  }

  /** The same transition, which now gives its tokens to other places, and may do more for it. */
  redirect(at: number, { gives, ...more }: Pick<Transition, "gives"> & Partial<Transition>): void {
    const before = this.transition(at);
    this.spend(4 * before.gives.length);
    const kept = new Set(gives);
    const known = new Set(before.gives);
    this.#transitions[at] = { ...before, gives, ...more };
    const left = [...known].filter((place) => !kept.has(place));
    const added = [...kept].filter((place) => !known.has(place));
    for (const place of left) this.#producers[place]!.delete(at);
    for (const place of added) this.#producers[place]!.add(at);
    // Where many places stay as they are, nothing has become possible at them.
    const near = gives.length <= fewPlaces ? gives : added;
    for (const place of [...before.takes, ...left, ...near]) this.#touched.add(place);
  }

  remove(at: number): void {
    const transition = this.transition(at);
    for (const place of transition.takes) this.#consumers[place]!.delete(at);
    for (const place of transition.gives) this.#producers[place]!.delete(at);
    this.#touch(transition);
    this.#transitions[at] = undefined;
  }

  /** In the place of one that was removed. */
  put(at: number, transition: Transition): void {
    this.#transitions[at] = transition;
    for (const place of transition.takes) this.#consumers[place]!.add(at);
    for (const place of transition.gives) this.#producers[place]!.add(at);
    this.#touch(transition);
  }

  #touch({ takes, gives }: Transition): void {
    this.spend(2 * (takes.length + gives.length));
    for (const place of takes) this.#touched.add(place);
    for (const place of gives) this.#touched.add(place);
  }

  /** Applies the rules wherever something has changed, until none finds anything. */
  reduce(rules: readonly ReductionRule[]): void {
    for (const place of this.#touched) {
      if (this.isSpent) return;
      this.spend(rules.length);
      this.#touched.delete(place);
      if (rules.some((rule) => rule(this, place))) this.#touched.add(place);
    }
  }

  /** What is left, with its places numbered anew. */
  residue(): TokenNet<Rope> {
    const places: NetPlace[] = [];
    const numbers = this.places.map((place, at) =>
      at === donePlace || this.#producers[at]!.size + this.#consumers[at]!.size > 0
        ? places.push(place) - 1
        : -1,
    );
    const renumbered = (list: readonly number[]): number[] => list.map((place) => numbers[place]!);
    const [start, ...rest] = this.#transitions;
    return {
      places,
      start: renumbered(start!.gives),
      startRun: start!.run,
      transitions: rest.flatMap((one) =>
        one ? { ...one, takes: renumbered(one.takes), gives: renumbered(one.gives) } : [],
      ),
    };
  }
}

/** The transitions all of whose places some token may come to. */
function withinReach({ transitions, start, places }: TokenNet<Rope>): Transition[] {
  const missing = transitions.map(({ takes }) => takes.length);
  const takers = places.map((): number[] => []);
  for (const [at, { takes }] of transitions.entries()) {
    for (const place of takes) takers[place]!.push(at);
  }
  const open = [...new Set(start)];
  const seen = new Set(open);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const at of takers[place]!) {
      missing[at]! -= 1;
      if (missing[at] !== 0) continue;
      for (const next of transitions[at]!.gives) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return transitions.filter((_, at) => missing[at] === 0);
}

import { joinRopes, type Rope } from "./rope.js";
import type { NetPlace, NetTransition, TokenNet } from "./token-net.js";
import { donePlace } from "./token-net.js";

/**
 * Makes one thing of what always goes together, at a place; says whether it found any. It neither
 * makes nor takes away trouble, and leaves the shortest run to each.
 */
export type ReductionRule = (net: ReducibleNet, place: number) => boolean;

type Transition = NetTransition<Rope>;

/** A net while it is made smaller; what has become one carries the runs of all that it stands for. */
export class ReducibleNet {
  readonly places: NetPlace[];
  readonly #transitions: (Transition | undefined)[] = [];
  readonly #producers: Set<number>[];
  readonly #consumers: Set<number>[];
  readonly #touched: Set<number>;

  constructor(net: TokenNet<Rope>) {
    this.places = [...net.places];
    this.#producers = net.places.map(() => new Set());
    this.#consumers = net.places.map(() => new Set());
    this.#touched = new Set(net.places.keys());
    this.add({ takes: [], gives: net.start, run: [], isSilent: true });
    for (const one of withinReach(net)) this.add(one);
  }

  transition(at: number): Transition {
    return this.#transitions[at]!;
  }

  /** What gives tokens to a place; the beginning of a case is one, which takes none. */
  producers(place: number): readonly number[] {
    return [...this.#producers[place]!];
  }

  consumers(place: number): readonly number[] {
    return [...this.#consumers[place]!];
  }

  /** The only one, where there is just one. */
  onlyProducer(place: number): number | undefined {
    const [first, second] = this.#producers[place]!;
    return second === undefined ? first : undefined;
  }

  onlyConsumer(place: number): number | undefined {
    const [first, second] = this.#consumers[place]!;
    return second === undefined ? first : undefined;
  }

  addPlace(place: NetPlace): number {
    this.#producers.push(new Set());
    this.#consumers.push(new Set());
    return this.places.push(place) - 1;
  }

  add(transition: Transition): void {
    this.put(this.#transitions.length, transition);
  }

  /** The same transition, which now gives its tokens to these places. */
  redirect(at: number, gives: readonly number[], run = this.transition(at).run): void {
    const before = this.transition(at);
    this.remove(at);
    this.put(at, { ...before, gives, run });
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
    for (const place of takes) this.#touched.add(place);
    for (const place of gives) this.#touched.add(place);
  }

  /** Applies the rules wherever something has changed, until none finds anything. */
  reduce(rules: readonly ReductionRule[]): void {
    for (const place of this.#touched) {
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

/** Whether somebody works there: a transition of one place that is not made by itself. */
const isWork = ({ takes, isSilent }: Transition): boolean => takes.length === 1 && !isSilent;

/**
 * Steps one after another are one: a place to which only one step leads, and that step only there,
 * goes; the step is made one with each of those that follow it.
 */
export const joinSeries: ReductionRule = (net, place) => {
  const at = net.onlyProducer(place);
  if (at === undefined || place === donePlace) return false;
  const step = net.transition(at);
  if (!isWork(step) || step.gives.length !== 1 || step.takes[0] === place) return false;
  const followers = net.consumers(place);
  if (followers.length === 0 || !followers.every((one) => isWork(net.transition(one))))
    return false;
  net.remove(at);
  for (const one of followers) {
    const { gives, run } = net.transition(one);
    net.remove(one);
    net.add({ takes: step.takes, gives, run: joinRopes(step.run, run), isSilent: false });
  }
  return true;
};

/** Ways with the same effect are one, which is the shortest of them. */
export const mergeAlternatives: ReductionRule = (net, place) => {
  const kept = new Map<string, number>();
  let isFound = false;
  for (const at of net.consumers(place)) {
    const { takes, gives, run } = net.transition(at);
    if (takes.length !== 1) return false;
    const name = [...gives].sort((a, b) => a - b).join();
    const other = kept.get(name);
    if (other === undefined) {
      kept.set(name, at);
      continue;
    }
    isFound = true;
    const isShorter = run.length < net.transition(other).run.length;
    net.remove(isShorter ? other : at);
    if (isShorter) kept.set(name, at);
  }
  return isFound;
};

/** A way back to where it began can be left out where there is another way on. */
export const dropLoops: ReductionRule = (net, place) => {
  const ways = net.consumers(place);
  const loops = ways.filter((at) => {
    const { takes, gives } = net.transition(at);
    return takes.length === 1 && gives.length === 1 && gives[0] === place;
  });
  if (loops.length === 0 || loops.length === ways.length) return false;
  for (const at of loops) net.remove(at);
  return true;
};

/**
 * Branches that one thing begins and one join ends, each of one step or none, are one step: that all
 * of them are done.
 */
export const closeBranches: ReductionRule = (net, place) => {
  const joinAt = joinBehind(net, place);
  if (joinAt === undefined) return false;
  const join = net.transition(joinAt);
  const branches = join.takes.map((into) => branchInto(net, into));
  const [first] = branches;
  if (!first) return false;
  const from = first.from;
  if (!branches.every((branch) => branch?.from === from)) return false;
  const begun = net.transition(from);
  const entries = branches.map((branch) => branch!.entry);
  // A token too many is trouble, and is left to be found.
  const isOnce = (entry: number): boolean =>
    begun.gives.filter((one) => one === entry).length === 1;
  if (!entries.every(isOnce) || from === joinAt) return false;

  const run = branches.reduce<Rope>((rope, branch) => joinRopes(rope, branch!.run), []);
  const rest = begun.gives.filter((one) => !entries.includes(one));
  for (const branch of branches) if (branch!.step !== null) net.remove(branch!.step);
  net.remove(joinAt);
  if (run.length === 0) {
    net.redirect(from, [...rest, ...join.gives]);
    return true;
  }
  const named = entries.map((entry) => net.places[entry]!);
  const whole = net.addPlace({
    nodes: named.flatMap(({ nodes }) => nodes),
    edges: named.flatMap(({ edges }) => edges),
  });
  net.redirect(from, [...rest, whole]);
  net.add({ takes: [whole], gives: join.gives, run, isSilent: false });
  return true;
};

/** The join that takes from a place, or from the one behind the step that does. */
function joinBehind(net: ReducibleNet, place: number): number | undefined {
  const at = net.onlyConsumer(place);
  if (at === undefined) return undefined;
  const { takes, gives } = net.transition(at);
  if (takes.length > 1) return at;
  const next = gives.length === 1 ? net.onlyConsumer(gives[0]!) : undefined;
  return next !== undefined && net.transition(next).takes.length > 1 ? next : undefined;
}

interface Branch {
  /** What begins it. */
  readonly from: number;
  /** The place to which that gives its token. */
  readonly entry: number;
  readonly step: number | null;
  readonly run: Rope;
}

/** The branch of one step, or of none, that ends at a join's place; `null` where it is none. */
function branchInto(net: ReducibleNet, into: number): Branch | null {
  const at = net.onlyProducer(into);
  if (at === undefined) return null;
  const step = net.transition(at);
  const [entry] = step.takes;
  if (isWork(step) && step.gives.length === 1 && entry !== undefined) {
    const from = net.onlyProducer(entry);
    const isAlone = from !== undefined && from !== at && net.onlyConsumer(entry) === at;
    if (isAlone) return { from, entry, step: at, run: step.run };
  }
  return { from: at, entry: into, step: null, run: [] };
}

export const reductionRules: readonly ReductionRule[] = [
  joinSeries,
  mergeAlternatives,
  dropLoops,
  closeBranches,
];

/** The net with the same trouble, and the same shortest runs to it, made as small as the rules can. */
export function reduceNet(
  net: TokenNet<Rope>,
  rules: readonly ReductionRule[] = reductionRules,
): TokenNet<Rope> {
  const reducible = new ReducibleNet(net);
  reducible.reduce(rules);
  return reducible.residue();
}

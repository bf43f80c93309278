import { reductionRules } from "./reduce-net.js";
import type { ReducibleNet, ReductionRule } from "./reducible-net.js";
import { joinRopes, type Rope } from "./rope.js";
import { donePlace, type NetTransition } from "./token-net.js";

/**
 * The rules of Esparza and Hoffmann for free-choice nets that let a token take its next step at
 * once. They keep whether a net is sound, but not how short the runs to trouble are: they come
 * after the others, where too much is left to go through.
 */

/** Ways that a place may be replaced by: more would make the net larger and not smaller. */
const mostWays = 24;

/**
 * A place goes: whatever gives a token to it makes at once one of the steps that are taken from it.
 * The beginning of a case can only make the one that there is.
 */
export const skipPlace: ReductionRule = (net, place) => {
  const ways = net.waysThrough(place);
  if (place === donePlace || ways === 0 || ways > mostWays) return false;
  const producers = net.producers(place);
  const consumers = net.consumers(place);
  const followers = consumers.map((at) => net.transition(at));
  const isOwn = followers.some(
    ({ takes, gives }) => takes.length > 1 || gives.includes(place) || gives.length === 0,
  );
  if (isOwn) return false;
  if (!producers.every((at) => givesOnce(net, at, place))) return false;
  if (followers.length > 1 && producers.some((at) => net.transition(at).takes.length !== 1)) {
    return false;
  }
  for (const at of consumers) net.remove(at);
  const [first, ...others] = followers;
  for (const at of producers) {
    const { takes, gives, run } = net.transition(at);
    const rest = gives.filter((one) => one !== place);
    const withStep = (step: NetTransition<Rope>) => ({
      takes,
      gives: [...rest, ...step.gives],
      run: joinRopes(run, step.run),
      isSilent: false,
    });
    for (const other of others) net.add(withStep(other));
    net.redirect(at, withStep(first!));
  }
  return true;
};

/** A join goes whose tokens always come together: whatever gives them goes through it at once. */
export const skipJoin: ReductionRule = (net, place) => {
  const at = net.onlyConsumer(place);
  if (at === undefined) return false;
  const join = net.transition(at);
  if (join.takes.length < 2 || net.isSpent) return false;
  const producers = net.producers(place);
  const isTogether = join.takes.every(
    (one) =>
      net.producers(one).length === producers.length &&
      producers.every((producer) => givesOnce(net, producer, one)),
  );
  if (producers.length === 0 || !isTogether || producers.includes(at)) return false;
  net.remove(at);
  for (const producer of producers) {
    const { gives, run, isSilent } = net.transition(producer);
    const rest = gives.filter((one) => !join.takes.includes(one));
    net.redirect(producer, {
      gives: [...rest, ...join.gives],
      run: joinRopes(run, join.run),
      isSilent: isSilent && join.isSilent,
    });
  }
  return true;
};

function givesOnce(net: ReducibleNet, at: number, place: number): boolean {
  const { gives } = net.transition(at);
  net.spend(gives.length);
  const first = gives.indexOf(place);
  return first >= 0 && !gives.includes(place, first + 1);
}

export const shortcutRules: readonly ReductionRule[] = [...reductionRules, skipJoin, skipPlace];

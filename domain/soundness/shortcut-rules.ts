import { reductionRules } from "./reduce-net.js";
import type { ReducibleNet, ReductionRule } from "./reducible-net.js";
import { joinRopes } from "./rope.js";
import { donePlace } from "./token-net.js";

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
  if (place === donePlace) return false;
  const followers = net.consumers(place).map((at) => net.transition(at));
  const producers = net.producers(place);
  const isOwn = followers.some(
    ({ takes, gives }) => takes.length > 1 || gives.includes(place) || gives.length === 0,
  );
  if (isOwn || followers.length === 0 || producers.length === 0) return false;
  if (followers.length * producers.length > mostWays) return false;
  if (!producers.every((at) => givesOnce(net, at, place))) return false;
  if (followers.length > 1 && producers.some((at) => net.transition(at).takes.length !== 1)) {
    return false;
  }
  for (const at of net.consumers(place)) net.remove(at);
  for (const at of producers) {
    const { takes, gives, run, isSilent } = net.transition(at);
    const rest = gives.filter((one) => one !== place);
    net.remove(at);
    for (const [no, follower] of followers.entries()) {
      const whole = {
        takes,
        gives: [...rest, ...follower.gives],
        run: joinRopes(run, follower.run),
        isSilent: isSilent && follower.isSilent,
      };
      if (no === 0) net.put(at, whole);
      else net.add(whole);
    }
  }
  return true;
};

/** A join goes whose tokens always come together: whatever gives them goes through it at once. */
export const skipJoin: ReductionRule = (net, place) => {
  const at = net.onlyConsumer(place);
  if (at === undefined) return false;
  const join = net.transition(at);
  if (join.takes.length < 2) return false;
  const producers = net.producers(place);
  const isTogether = join.takes.every(
    (one) =>
      net.producers(one).length === producers.length &&
      producers.every((producer) => givesOnce(net, producer, one)),
  );
  if (producers.length === 0 || !isTogether || producers.includes(at)) return false;
  net.remove(at);
  for (const producer of producers) {
    const { gives, run } = net.transition(producer);
    const rest = gives.filter((one) => !join.takes.includes(one));
    net.redirect(producer, [...rest, ...join.gives], joinRopes(run, join.run));
  }
  return true;
};

const givesOnce = (net: ReducibleNet, at: number, place: number): boolean =>
  net.transition(at).gives.filter((one) => one === place).length === 1;

export const shortcutRules: readonly ReductionRule[] = [...reductionRules, skipJoin, skipPlace];

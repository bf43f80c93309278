import { type SoundnessMethod, usualMethod } from "../../domain/soundness/check-soundness.js";
import { dropLoops, mergeAlternatives } from "../../domain/soundness/reduce-net.js";
import type { ReductionRule } from "../../domain/soundness/reducible-net.js";
import type { Rope } from "../../domain/soundness/rope.js";
import type { MarkingSearch, Reached } from "../../domain/soundness/search-markings.js";
import { skipJoin, skipPlace } from "../../domain/soundness/shortcut-rules.js";
import type { NetTransition, TokenNet } from "../../domain/soundness/token-net.js";
import { brokenRules } from "./broken-rules.js";
import { brokenTellings } from "./broken-tellings.js";

/** The usual method with another net of the drawing. */
const compiling = (
  change: (one: NetTransition, net: TokenNet) => NetTransition[],
): SoundnessMethod => ({
  ...usualMethod,
  compile: (graph, index) => {
    const net = usualMethod.compile(graph, index);
    return { ...net, transitions: net.transitions.flatMap((one) => change(one, net)) };
  },
});

/** With something else seen in the markings than there is. */
const seeing = (change: (found: MarkingSearch) => Partial<MarkingSearch>): SoundnessMethod => ({
  ...usualMethod,
  search: (...how) => {
    const found = usualMethod.search(...how);
    return { ...found, ...change(found) };
  },
});

/** With another rule in the place of one of those that reduce the net. */
const reducing = (rule: ReductionRule, broken: ReductionRule): SoundnessMethod => {
  const put = (one: ReductionRule): ReductionRule => (one === rule ? broken : one);
  return {
    ...usualMethod,
    rules: usualMethod.rules.map(put),
    shortcuts: usualMethod.shortcuts.map(put),
  };
};

const eachOf = <T>(
  broken: Readonly<Record<string, T>>,
  methodWith: (one: T) => SoundnessMethod,
): Record<string, SoundnessMethod> =>
  Object.fromEntries(Object.entries(broken).map(([name, one]) => [name, methodWith(one)]));

const withoutFirstStep = (reached: Reached | null): Reached | null =>
  reached && { ...reached, run: reached.run.slice(1) };

const weighed = ({ takes, run }: NetTransition<Rope>): Rope =>
  takes[0]! % 2 === 0 ? run : { length: 5 * run.length, first: run, last: [] };

/** Checks each of which is wrong in one way; an oracle that finds nothing in them is worth nothing. */
export const brokenMethods: Readonly<Record<string, SoundnessMethod>> = {
  "takes a join for a place where ways meet": compiling((one) =>
    one.isSilent ? one.takes.map((place) => ({ ...one, takes: [place] })) : [one],
  ),
  "lets a step before a fork begin one branch only": compiling((one) => [
    { ...one, gives: one.gives.slice(0, 1) },
  ]),
  "takes two tokens that come at once for one": compiling((one) => [
    { ...one, gives: [...new Set(one.gives)] },
  ]),
  "leaves out the last outcome of each decision": compiling((one, { transitions }) => {
    const ways = transitions.filter(
      ({ takes, isSilent }) => !isSilent && takes[0] === one.takes[0],
    );
    return ways.length > 1 && ways.at(-1) === one ? [] : [one];
  }),
  "sees no deadlock": seeing(() => ({ deadlock: null })),
  "does not see what is left at the end": seeing(() => ({ leftOver: null })),
  "does not see two tokens at one place": seeing(() => ({ crowded: null })),
  "does not see that a case goes round for ever": seeing(() => ({ livelock: null })),
  "takes for alive what no case comes to": seeing(({ isAlive }) => ({
    isAlive: isAlive.map(() => true),
  })),
  "loses the first step of a run": seeing(({ crowded, leftOver, deadlock, livelock }) => ({
    crowded: withoutFirstStep(crowded),
    leftOver: withoutFirstStep(leftOver),
    deadlock: withoutFirstStep(deadlock),
    livelock: withoutFirstStep(livelock),
  })),
  "shows a run that is not the shortest": {
    ...usualMethod,
    // Every other step counts five times.
    search: (net, ...how) => {
      const transitions = net.transitions.map((one) => ({ ...one, run: weighed(one) }));
      return usualMethod.search({ ...net, transitions }, ...how);
    },
  },
  "says sound when it has looked at a part only": {
    ...usualMethod,
    residueLimit: 40,
    search: (net, limit, wanted) => {
      const found = usualMethod.search(net, limit, wanted);
      return wanted === "FIRST" ? { ...found, isWhole: true } : found;
    },
  },
  "gives up at once": { ...usualMethod, residueLimit: 1 },
  "leaves out a way back although it sends a token elsewhere, too": reducing(
    dropLoops,
    (net, place) => {
      const ways = net.consumers(place);
      const loops = ways.filter((at) => net.transition(at).gives.includes(place));
      if (loops.length === 0 || loops.length === ways.length) return false;
      for (const at of loops) net.remove(at);
      return true;
    },
  ),
  "makes one way of all that lead to as many places": reducing(mergeAlternatives, (net, place) => {
    const kept = new Set<number>();
    const same = net.consumers(place).filter((at) => {
      const { takes, gives } = net.transition(at);
      const isKept = kept.has(gives.length);
      kept.add(gives.length);
      return takes.length === 1 && isKept;
    });
    for (const at of same) net.remove(at);
    return same.length > 0;
  }),
  "lets a join go on when its first token comes": reducing(skipJoin, (net, place) => {
    const at = net.onlyConsumer(place);
    if (at === undefined || net.transition(at).takes.length < 2) return false;
    const { gives } = net.transition(at);
    net.remove(at);
    for (const producer of net.producers(place)) {
      const rest = net.transition(producer).gives.filter((one) => one !== place);
      net.redirect(producer, { gives: [...rest, ...gives] });
    }
    return true;
  }),
  "forgets the other branches when it skips a place": reducing(skipPlace, (net, place) => {
    const at = net.onlyConsumer(place);
    const producer = net.onlyProducer(place);
    if (at === undefined || producer === undefined || at === producer) return false;
    const { takes, gives } = net.transition(at);
    if (takes.length > 1 || gives.includes(place)) return false;
    net.remove(at);
    net.redirect(producer, { gives });
    return true;
  }),
  ...eachOf(brokenRules, ({ of, broken }) => reducing(of, broken)),
  ...eachOf(brokenTellings, (asDrawn) => ({ ...usualMethod, asDrawn })),
};

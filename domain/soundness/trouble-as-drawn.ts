import { isEnd, type Marking, NetGame, troubleOf } from "./net-game.js";
import { playForTrouble } from "./play-for-trouble.js";
import { firstTrouble, type Reached, searchMarkings, type Troubles } from "./search-markings.js";
import type { Run, RunStep } from "./soundness.js";
import { donePlace, type NetTransition, type TokenNet } from "./token-net.js";

/**
 * Trouble that was found in a reduced net, come to on the net as it is drawn, without the steps that
 * it does not rest on. `null` where that takes more markings than `limit` allows.
 */
export function troubleAsDrawn(drawn: TokenNet, found: Reached, limit: number): Troubles | null {
  const none: Troubles = { crowded: null, leftOver: null, deadlock: null, livelock: null };
  // On the way there it may have gone through other trouble, of which the reduced net knew nothing.
  const led = play(drawn, found.run);
  const shown = kindOf(drawn, led) === null ? goOn(drawn, led, limit) : led;
  if (shown === null) return null;
  const reached = play(drawn, causesOf(drawn, shown.run));
  return { ...none, [kindOf(drawn, reached) ?? "livelock"]: reached };
}

function kindOf(net: TokenNet, { marking }: Reached): "crowded" | "leftOver" | "deadlock" | null {
  const isStuck = !isEnd(marking) && new NetGame(net).ways(marking).length === 0;
  return troubleOf(marking) ?? (isStuck ? "deadlock" : null);
}

/**
 * The trouble behind a marking. A reduced net may see two tokens before a join that, as it is drawn,
 * takes the first of them at once: then the second shows further on.
 */
function goOn(drawn: TokenNet, { marking, run }: Reached, limit: number): Reached | null {
  const rest = { ...drawn, start: marking, startRun: run };
  return firstTrouble(searchMarkings(rest, limit, "FIRST")) ?? playForTrouble(rest);
}

const nameOf = ({ node, outcome }: RunStep): string => `${node} ${outcome ?? ""}`;

/** The transition of each step, by its name. */
const stepsOf = (net: TokenNet): Map<string, NetTransition> =>
  new Map(net.transitions.flatMap((one) => one.run.map((step) => [nameOf(step), one] as const)));

/** The run up to the first trouble, and where it leads. */
function play(net: TokenNet, run: Run): Reached {
  const game = new NetGame(net);
  const steps = stepsOf(net);
  let marking: Marking = game.settle([], net.start);
  for (const [at, step] of run.entries()) {
    if (troubleOf(marking)) return { marking, run: run.slice(0, at) };
    marking = game.make(marking, steps.get(nameOf(step))!);
  }
  return { marking, run };
}

/** A token, with those that it came of, and the step that made it, by its number in the run. */
interface Token {
  readonly step: number | null;
  readonly from: readonly Token[];
}

/** The steps of a run to trouble of which it comes; all of them, where nothing is there too much. */
function causesOf(net: TokenNet, whole: Run): Run {
  const tokens = net.places.map((): Token[] => []);
  const steps = stepsOf(net);
  const joins = new Map(
    net.transitions
      .filter(({ isSilent }) => isSilent)
      .flatMap((join) => join.takes.map((place) => [place, join] as const)),
  );
  const give = (places: readonly number[], token: Token): void => {
    const coming = places.map((place) => ({ place, token }));
    for (let one = coming.pop(); one; one = coming.pop()) {
      tokens[one.place]!.push(one.token);
      const join = joins.get(one.place);
      if (!join?.takes.every((place) => tokens[place]!.length > 0)) continue;
      const from = join.takes.map((place) => tokens[place]!.shift()!);
      const joined = { step: null, from };
      coming.push(...join.gives.map((place) => ({ place, token: joined })));
    }
  };
  give(net.start, { step: null, from: [] });
  for (const [at, step] of whole.entries()) {
    const { takes, gives } = steps.get(nameOf(step))!;
    give(gives, { step: at, from: [tokens[takes[0]!]!.shift()!] });
  }
  const guilty = tooMany(tokens);
  if (guilty === null) return whole;
  const seen = new Set<Token>(guilty);
  for (const token of seen) for (const one of token.from) seen.add(one);
  const causes = new Set([...seen].map(({ step }) => step));
  return whole.filter((_, at) => causes.has(at));
}

/** The two tokens that cannot both be there, if there are such. */
function tooMany(tokens: readonly (readonly Token[])[]): readonly Token[] | null {
  const crowd = tokens.find((here, place) => here.length > 1 && place !== donePlace);
  if (crowd) return crowd.slice(0, 2);
  const done = tokens[donePlace]!;
  const others = [...done.slice(1), ...tokens.slice(1).flat()];
  return done.length > 0 && others.length > 0 ? [done[0]!, others[0]!] : null;
}

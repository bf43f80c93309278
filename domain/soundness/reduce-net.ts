import { ReducibleNet, type ReductionRule } from "./reducible-net.js";
import { joinRopes, type Rope } from "./rope.js";
import { donePlace, type NetTransition, type TokenNet } from "./token-net.js";

/** Whether somebody works there: a transition of one place that is not made by itself. */
const isWork = ({ takes, isSilent }: NetTransition<Rope>): boolean =>
  takes.length === 1 && !isSilent;

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
    net.spend(gives.length);
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
  const from = branchInto(net, join.takes[0]!)?.from;
  if (from === undefined || from === joinAt) return false;
  const branches: Branch[] = [];
  for (const into of join.takes) {
    const branch = branchInto(net, into);
    if (branch?.from !== from) return false;
    branches.push(branch);
  }
  const begun = net.transition(from);
  const entries = new Set(branches.map((branch) => branch.entry));
  const given = begun.gives.filter((one) => entries.has(one));
  net.spend(begun.gives.length);
  // A token too many is trouble, and is left to be found.
  if (given.length !== entries.size || entries.size !== branches.length) return false;

  const runs = [...branches.map((branch) => branch.run), join.run];
  const run = runs.reduce<Rope>(joinRopes, []);
  const rest = begun.gives.filter((one) => !entries.has(one));
  for (const { step } of branches) if (step !== null) net.remove(step);
  net.remove(joinAt);
  if (run.length === 0) {
    net.redirect(from, { gives: [...rest, ...join.gives] });
    return true;
  }
  const named = [...entries].map((entry) => net.places[entry]!);
  const whole = net.addPlace({
    nodes: named.flatMap(({ nodes }) => nodes),
    edges: named.flatMap(({ edges }) => edges),
  });
  net.redirect(from, { gives: [...rest, whole] });
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

/** Tokens that all transitions together give: to keep account of more would cost seconds. */
const mostGiven = 2_000_000;

/** The net with the same trouble, and the same shortest runs to it, made as small as the rules can. */
export function reduceNet(
  net: TokenNet<Rope>,
  rules: readonly ReductionRule[] = reductionRules,
): TokenNet<Rope> {
  if (net.transitions.reduce((sum, { gives }) => sum + gives.length, 0) > mostGiven) return net;
  const reducible = new ReducibleNet(net);
  reducible.reduce(rules);
  return reducible.residue();
}

import { closeBranches, joinSeries } from "../../domain/soundness/reduce-net.js";
import type { ReducibleNet, ReductionRule } from "../../domain/soundness/reducible-net.js";
import type { Rope } from "../../domain/soundness/rope.js";

type Lies = Partial<ReducibleNet>;

/** The rule on a net that answers otherwise than it is. */
const liedTo =
  (rule: ReductionRule, lies: (net: ReducibleNet) => Lies): ReductionRule =>
  (net, place) => {
    const told = lies(net);
    const get = (_: unknown, name: string | symbol): unknown => {
      const own: unknown = Reflect.get(told, name) ?? Reflect.get(net, name, net);
      return typeof own === "function" ? own.bind(net) : own;
    };
    return rule(new Proxy<ReducibleNet>(net, { get }), place);
  };

const withoutFirst = (run: Rope): Rope => ("last" in run ? run.last : run);

const anyProducer = (net: ReducibleNet): Lies => ({
  onlyProducer: (place) => net.producers(place)[0],
});
const anyConsumer = (net: ReducibleNet): Lies => ({
  onlyConsumer: (place) => net.consumers(place)[0],
});

interface BrokenRule {
  readonly of: ReductionRule;
  readonly broken: ReductionRule;
}

const broken = (of: ReductionRule, lies: (net: ReducibleNet) => Lies): BrokenRule => ({
  of,
  broken: liedTo(of, lies),
});

/** The rules that make one of several steps, each wrong in one way. */
export const brokenRules: Readonly<Record<string, BrokenRule>> = {
  "makes a step one with the next although others lead there, too": broken(joinSeries, anyProducer),
  "makes a step one with the first only of those that follow": broken(joinSeries, (net) => ({
    consumers: (place) => net.consumers(place).slice(0, 1),
  })),
  "makes a step one with the next on one of its branches, and forgets the others": broken(
    joinSeries,
    (net) => ({
      transition: (at) => {
        const one = net.transition(at);
        return one.takes.length === 1 && !one.isSilent
          ? { ...one, gives: one.gives.slice(0, 1) }
          : one;
      },
    }),
  ),
  "closes branches although others lead into one of them": broken(closeBranches, anyProducer),
  "closes branches although one has another way out": broken(closeBranches, anyConsumer),
  "forgets what is begun beside the branches that it closes": broken(closeBranches, (net) => ({
    redirect: (at, { gives, ...more }) => net.redirect(at, { gives: gives.slice(-1), ...more }),
  })),
  "forgets the steps of the first branches that it closes": broken(closeBranches, (net) => ({
    add: (one) => net.add({ ...one, run: withoutFirst(one.run) }),
  })),
  "closes branches one of which has begun twice": broken(closeBranches, (net) => ({
    transition: (at) => {
      const one = net.transition(at);
      return { ...one, gives: [...new Set(one.gives)] };
    },
  })),
};

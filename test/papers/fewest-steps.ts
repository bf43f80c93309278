import type { Graph, NodeKey, OutputKey } from "../../domain/sop/graph.js";
import { owesByArrow } from "../walks/owed-by-arrow.js";
import { type Marking, TokenGame } from "../walks/token-game.js";

interface State {
  readonly marking: Marking;
  readonly isMade: boolean;
}

/**
 * The fewest steps after which a step is open, an output is not there, and nothing that can still be
 * done makes it: by looking at every state. Only steps that need this output wait for it. `null`
 * where there is no such state, `undefined` where there are too many to look at.
 */
export function fewestSteps(
  graph: Graph,
  node: NodeKey,
  output: OutputKey,
  limit: number,
): number | null | undefined {
  const game = new TokenGame(graph);
  const makes = (key: NodeKey): boolean => game.node(key).outputs.includes(output);
  const needsItself = (key: NodeKey): boolean =>
    game.node(key).requirements.some((one) => one.output === output);
  const needs = (key: NodeKey): boolean => !makes(key) && needsItself(key);
  const next = ({ marking, isMade }: State): State[] =>
    marking.resting.flatMap((rest) => {
      if (needs(rest.node) && !isMade) return [];
      const { kind } = game.node(rest.node);
      const outcomes =
        kind === "decision" ? game.arrowsFrom(rest.node).map(({ key }) => key) : [null];
      // Connectors and what passes by itself have no task, and give nothing.
      const gives = kind !== "connector" && makes(rest.node);
      const isNeeded = (outcome: string | null): boolean =>
        outcome === null || needsItself(rest.node) || owesByArrow(game, outcome, output);
      return outcomes.map((outcome) => ({
        marking: bare(game.finish(marking, rest, 1, outcome)),
        isMade: isMade || (gives && isNeeded(outcome)),
      }));
    });
  const start: State = { marking: bare(game.start()), isMade: false };
  const known = new Map([[nameOf(start), { state: start, steps: 0, before: [] as string[] }]]);
  for (const [name, { state, steps }] of known) {
    if (known.size > limit) return undefined;
    for (const one of next(state)) {
      const found = known.get(nameOf(one));
      if (found) found.before.push(name);
      else known.set(nameOf(one), { state: one, steps: steps + 1, before: [name] });
    }
  }
  const canBeMade = new Set<string>();
  const open = [...known].filter(([, { state }]) => state.isMade).map(([name]) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (canBeMade.has(name)) continue;
    canBeMade.add(name);
    open.push(...known.get(name)!.before);
  }
  const hopeless = [...known].filter(
    ([name, { state }]) =>
      !canBeMade.has(name) && state.marking.resting.some((rest) => rest.node === node),
  );
  return hopeless.length === 0 ? null : Math.min(...hopeless.map(([, { steps }]) => steps));
}

const nameOf = ({ marking, isMade }: State): string =>
  [
    ...marking.resting.map(({ node }) => node).toSorted(),
    ...marking.waiting.map(({ edge }) => edge).toSorted(),
    isMade,
  ].join(" ");

/** Without the past of its tokens, by which states would differ for ever. */
const bare = ({ resting, waiting, ended }: Marking): Marking => ({
  resting: resting.map(({ node }) => ({ node, past: new Set(), from: [] })),
  waiting: waiting.map(({ edge }) => ({ edge, past: new Set(), from: [] })),
  ended,
});

import type { NodeKey } from "../../sop/graph.js";
import type { Branch } from "./branches.js";
import type { Play } from "./stretch.js";

/** One way through some of the branches. */
interface Combined {
  readonly chosen: readonly Play[];
  readonly likelihood: number;
}

/** The most likely ways through branches side by side: of each branch one of its own. */
export function combinedPlays(
  branches: readonly Branch[],
  time: (minutesOf: (branch: Branch) => number) => number,
  last: NodeKey,
  wanted: number,
): Play[] {
  let combined: Combined[] = [{ chosen: [], likelihood: 1 }];
  for (const { stretch } of branches) {
    const more = combined.flatMap(({ chosen, likelihood }) =>
      stretch.plays.map((play) => ({
        chosen: [...chosen, play],
        likelihood: likelihood * play.likelihood,
      })),
    );
    combined = more.sort((a, b) => b.likelihood - a.likelihood).slice(0, wanted);
  }
  const places = new Map(branches.map((branch, at) => [branch, at]));
  return combined.map(({ chosen, likelihood }) => ({
    minutes: time((branch) => chosen[places.get(branch)!]!.minutes),
    likelihood,
    outcomes: chosen.flatMap(({ outcomes }) => outcomes),
    last,
  }));
}

/** Something that is measured once in every round. */
export interface Probe {
  readonly name: string;
  /** How much it does in a second. */
  measure(): Promise<number>;
}

/** What every probe measured, by name, in the order of the rounds. */
export type Series = ReadonlyMap<string, readonly number[]>;

const warmUps = 1;
const roundsInALine = 3;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * The median of what one probe did in a round ÷ what its floor did in the same round: what disturbs
 * the machine for a while disturbs both.
 */
export function medianRatio(series: Series, name: string, floor: string): number {
  const floors = series.get(floor) ?? [];
  return median((series.get(name) ?? []).map((value, round) => value / (floors[round] ?? 0)));
}

/** Measures every probe in every round, one after another. First rounds warm up and do not count. */
export async function measureInRounds(probes: readonly Probe[], rounds: number): Promise<Series> {
  const series = new Map<string, number[]>(probes.map(({ name }) => [name, []]));
  let from = performance.now();
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    for (const { name, measure } of probes) {
      const value = await measure();
      if (round > 0) series.get(name)?.push(value);
    }
    if (round !== 0 && round % roundsInALine !== 0 && round !== rounds) continue;
    const took = `${((performance.now() - from) / 1000).toFixed(1)} s`;
    console.log(round === 0 ? `warmed up in ${took}` : `${round} of ${rounds} rounds: ${took}`);
    from = performance.now();
  }
  return series;
}

/** Something that is measured once in every round. */
export interface Probe {
  readonly name: string;
  /** How much it does in a second. */
  measure(): Promise<number>;
}

/** A figure of the report: one probe's median ÷ another's. */
export interface Ratio {
  readonly name: string;
  readonly of: string;
  readonly floor: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * Measures every probe in every round, one after another: what disturbs the machine for a while then
 * disturbs all alike. A first round warms up and does not count. The medians, by name.
 */
export async function measureInRounds(
  probes: readonly Probe[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const series = new Map<string, number[]>(probes.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const from = performance.now();
    for (const { name, measure } of probes) {
      const value = await measure();
      if (round > 0) series.get(name)?.push(value);
    }
    const took = ((performance.now() - from) / 1000).toFixed(1);
    console.log(round === 0 ? `warmed up in ${took} s` : `round ${round} of ${rounds}: ${took} s`);
  }
  return new Map([...series].map(([name, values]) => [name, median(values)]));
}

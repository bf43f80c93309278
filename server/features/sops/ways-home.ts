import type { CallSite } from "./call-sites.js";

/** Whether a connector is one of those that a way goes by. */
export type Counts = (site: CallSite) => boolean;

/** From an SOP the shortest way by its connectors to the one that was asked about, with both; `null`: none. */
export type WayHome = (from: number) => readonly number[] | null;

/**
 * The ways back to SOPs, by what each SOP runs. Of one SOP they are found from its end, so that a
 * drawing with a thousand connectors costs no more than one with a few.
 */
export function waysHome(
  calls: ReadonlyMap<number, readonly CallSite[]>,
  counts: Counts,
): (home: number) => WayHome {
  const callers = new Map<number, number[]>();
  for (const [caller, sites] of calls) {
    for (const callee of calledBy(sites, counts)) {
      const known = callers.get(callee);
      if (known) known.push(caller);
      else callers.set(callee, [caller]);
    }
  }
  return (home) => {
    const ways = new Map<number, readonly number[]>([[home, [home]]]);
    // A Map that grows while it is gone through is gone through to its end: the nearest first.
    for (const [sopId, way] of ways) {
      for (const caller of callers.get(sopId) ?? []) {
        if (!ways.has(caller)) ways.set(caller, [caller, ...way]);
      }
    }
    return (from) => ways.get(from) ?? null;
  };
}

/** The SOPs that these connectors run, each once. */
export const calledBy = (sites: readonly CallSite[], counts: Counts = () => true): number[] => [
  ...new Set(sites.flatMap((site) => (counts(site) ? (site.sopId ?? []) : []))),
];

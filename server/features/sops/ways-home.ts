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
    /** By an SOP the next on its way; of the home itself there is none. */
    const next = new Map<number, number | null>([[home, null]]);
    // A Map that grows while it is gone through is gone through to its end: the nearest first.
    for (const sopId of next.keys()) {
      for (const caller of callers.get(sopId) ?? []) {
        if (!next.has(caller)) next.set(caller, sopId);
      }
    }
    // Built only when it is asked for: on a long chain all of them together are far longer than it.
    return (from) => {
      if (!next.has(from)) return null;
      const way: number[] = [];
      for (let at: number | null = from; at !== null; at = next.get(at) ?? null) way.push(at);
      return way;
    };
  };
}

/** The SOPs that these connectors run, each once. */
export const calledBy = (sites: readonly CallSite[], counts: Counts = () => true): number[] => [
  ...new Set(sites.flatMap((site) => (counts(site) ? (site.sopId ?? []) : []))),
];

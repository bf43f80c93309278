import type { SopDocument } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";
import { inSlices } from "../../persistence/in-slices.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type CallSite, callSites } from "./call-sites.js";
import { calledBy, type Counts } from "./ways-home.js";

/** Called with SOPs, each once, before it is read of them whether they were retired and what they run. */
export type Settle = (sopIds: readonly number[]) => Promise<void>;

/** A drawing of an SOP, by its connectors. */
export interface Caller {
  readonly sopId: number;
  readonly sites: readonly CallSite[];
}

/** What is known of the SOPs to which drawings lead. */
export interface CalledSops {
  readonly titles: ReadonlyMap<number, string>;
  /** Of those that the drawings themselves run: they are there, and were not retired. */
  readonly runnable: ReadonlySet<number>;
  /** By SOP: the connectors of what it says now and will say. */
  readonly calls: ReadonlyMap<number, readonly CallSite[]>;
}

/**
 * Reads what drawings run, what that runs, and so on, by connectors that count: for all of them
 * together one statement a step away from them.
 */
export async function readCalledSops(
  reader: Reader,
  now: number,
  callers: readonly Caller[],
  counts: Counts,
  settle: Settle,
): Promise<CalledSops> {
  const homes = new Set(callers.map(({ sopId }) => sopId));
  const titles = new Map<number, string>();
  const runnable = new Set<number>();
  const named = new Set([...homes, ...callers.flatMap(({ sites }) => calledBy(sites))]);
  await settle([...named]);
  for (const { id, title, isRetired } of await readNamed(reader, [...named])) {
    titles.set(id, title);
    if (isRetired === 0) runnable.add(id);
  }
  const calls = new Map<number, CallSite[]>();
  const seen = new Set<number>();
  // Where all ways are looked for to one SOP, what that one runs leads nowhere new.
  if (homes.size === 1) for (const home of homes) seen.add(home);
  let frontier = callers.flatMap(({ sites }) => calledBy(sites, counts));
  for (;;) {
    const fresh = [...new Set(frontier)].filter((id) => !seen.has(id));
    if (fresh.length === 0) return { titles, runnable, calls };
    for (const id of fresh) seen.add(id);
    const further = fresh.filter((id) => !named.has(id));
    if (further.length > 0) await settle(further);
    frontier = [];
    for (const { sopId, title, document } of await readStanding(reader, now, fresh)) {
      titles.set(sopId, title);
      const sites = callSites((JSON.parse(document) as SopDocument).graph);
      calls.set(sopId, [...(calls.get(sopId) ?? []), ...sites]);
      frontier.push(...calledBy(sites, counts));
    }
  }
}

interface Named extends Row {
  readonly id: number;
  readonly title: string;
  /** 1 where it was retired and nothing was enacted since. */
  readonly isRetired: number;
}

const readNamed = (reader: Reader, ids: readonly number[]): Promise<Named[]> =>
  readAll(ids, (slice) =>
    reader.all<Named>(
      `SELECT s.id, s.title, CASE WHEN s.retired_at IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM sop_version v WHERE v.sop_id = s.id AND v.status = 'ENACTED'
            AND v.enacted_at > s.retired_at) THEN 1 ELSE 0 END AS isRetired
        FROM sop s WHERE s.id IN (${placeholders(slice)})`,
      slice,
    ),
  );

interface Standing extends Row {
  readonly sopId: number;
  readonly title: string;
  readonly document: string;
}

/** What each of the SOPs says now and will say: every version enacted that none has replaced yet. */
const readStanding = (reader: Reader, now: number, ids: readonly number[]): Promise<Standing[]> =>
  readAll(ids, (slice) =>
    reader.all<Standing>(
      `SELECT v.sop_id AS sopId, s.title, v.document FROM sop_version v JOIN sop s ON s.id = v.sop_id
        WHERE v.sop_id IN (${placeholders(slice)}) AND v.status = 'ENACTED'
        AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
        AND NOT EXISTS (SELECT 1 FROM sop_version n WHERE n.sop_id = v.sop_id AND n.status = 'ENACTED'
          AND n.in_force_from > v.in_force_from AND n.in_force_from <= ?)`,
      [...slice, now],
    ),
  );

async function readAll<Found>(
  ids: readonly number[],
  read: (slice: readonly number[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const slice of inSlices(ids)) found.push(...(await read(slice)));
  return found;
}

import { callsAtOnce, type Graph, kindOf, type SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { parseGlobalId } from "../../kernel/global-id.js";
import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { Problem } from "./problem-type.js";
import { cutText, firstOf } from "./cut-text.js";
import { tellProblems } from "./tell-problems.js";

/** A connector of a drawing: where it stands, and the SOP that it runs. */
interface CallSite {
  readonly node: string;
  /** `null`: none that this installation could know. */
  readonly sopId: number | null;
  readonly waits: boolean;
  /** Whether a case comes to it in the moment in which it is started. */
  readonly atOnce: boolean;
}

interface CalledSop extends Row {
  readonly id: number;
  readonly title: string;
  /** 1 where it was retired and nothing was enacted since. */
  readonly isRetired: number;
}

/**
 * What keeps a drawing's connectors from running: an SOP that is gone or retired, and a circle of
 * SOPs in force, or to come, that would wait for one another for ever, or start one another without
 * end in one moment. `settle` is called with the
 * SOPs that are about to be asked, so that two enactments at once cannot both miss half of a circle.
 */
export async function connectorProblems(
  ctx: Context,
  reader: Reader,
  sopId: number,
  graph: Graph,
  settle: Settle = async () => {},
): Promise<Problem[]> {
  const sites = callSites(graph);
  if (sites.length === 0) return [];
  const called = await readCalled(reader, [sopId, ...sopsOf(sites)]);
  const unknown = sites.filter((site) => {
    const sop = site.sopId === null ? undefined : called.get(site.sopId);
    return !sop || sop.isRetired === 1;
  });
  const titles = new Map([...called.values()].map(({ id, title }) => [id, cutText(title)]));
  await settle([sopId]);
  const search: Search = { reader, now: ctx.now(), home: sopId, titles, settle };
  const cycles = await findCycles(search, sites);
  return tellProblems(
    graph,
    [
      ...unknown.map(({ node, sopId: id }) => ({
        rule: "connector-known" as const,
        ...at(node),
        params: { sop: id !== null && titles.has(id) ? `: “${titles.get(id)}”` : "" },
      })),
      ...cycles.map(({ rule, node, path }) => ({
        rule,
        ...at(node),
        params: {
          cycle: firstOf(
            path.map((id) => `“${titles.get(id) ?? ""}”`),
            ctx.locale,
          ).join(" → "),
        },
      })),
    ],
    ctx.locale,
  );
}

type Settle = (sopIds: readonly number[]) => Promise<void>;

const at = (node: string) => ({
  level: "ERROR" as const,
  nodeKeys: [node],
  edgeKeys: [],
  laneKeys: [],
  run: null,
});

const sopsOf = (sites: readonly CallSite[]): number[] => [
  ...new Set(sites.flatMap(({ sopId }) => sopId ?? [])),
];

/** The connectors that say what they run; one that does not is another rule's. */
function callSites(graph: Graph): CallSite[] {
  const first = callsAtOnce(graph);
  return graph.nodes.flatMap((node) => {
    if (kindOf(node).opens(node) !== "CALL" || node.call === null) return [];
    const parsed = parseGlobalId(node.call.sop);
    const sopId = parsed?.type === "Sop" ? parsed.id : null;
    return [{ node: node.key, sopId, waits: node.call.waits, atOnce: first.has(node.key) }];
  });
}

async function readCalled(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, CalledSop>> {
  const rows = await reader.all<CalledSop>(
    `SELECT s.id, s.title, CASE WHEN s.retired_at IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM sop_version v WHERE v.sop_id = s.id AND v.status = 'ENACTED'
          AND v.enacted_at > s.retired_at) THEN 1 ELSE 0 END AS isRetired
      FROM sop s WHERE s.id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The SOPs that a search has met, and how it goes on. */
interface Search {
  readonly reader: Reader;
  readonly now: number;
  readonly home: number;
  readonly titles: Map<number, string>;
  readonly settle: Settle;
}

interface Cycle {
  readonly rule: "connector-cycle" | "connector-chain";
  readonly node: string;
  readonly path: readonly number[];
}

/** The connectors that lead back to the SOP itself, each with the shortest way round. */
async function findCycles(search: Search, sites: readonly CallSite[]): Promise<Cycle[]> {
  const calls = await callsFrom(search, sites);
  const waiting = waysHome(search.home, calls, ({ waits }) => waits);
  const starting = waysHome(search.home, calls, ({ atOnce }) => atOnce);
  return sites.flatMap(({ node, sopId, waits, atOnce }) => {
    const round = waits ? waiting(sopId) : null;
    const path = round ?? (atOnce ? starting(sopId) : null);
    if (path === null) return [];
    const rule = round === null ? "connector-chain" : "connector-cycle";
    return [{ rule, node, path: [search.home, ...path] }];
  });
}

/** What each SOP calls that the connectors lead to, however far; each is read once, in one statement with those as far away. */
async function callsFrom(
  search: Search,
  sites: readonly CallSite[],
): Promise<ReadonlyMap<number, readonly CallSite[]>> {
  const { home, titles } = search;
  const calls = new Map<number, CallSite[]>();
  const next = (found: readonly CallSite[]): number[] =>
    sopsOf(found.filter(({ waits, atOnce }) => waits || atOnce)).filter(
      (id) => id !== home && !calls.has(id),
    );
  for (let frontier = next(sites); frontier.length > 0;) {
    await search.settle(frontier);
    for (const id of frontier) calls.set(id, []);
    for (const { sopId, title, document } of await readStanding(search, frontier)) {
      titles.set(sopId, title);
      calls.get(sopId)?.push(...callSites((JSON.parse(document) as SopDocument).graph));
    }
    frontier = next(frontier.flatMap((id) => calls.get(id) ?? []));
  }
  return calls;
}

/** For an SOP those from it on that lead home by connectors that count, home last; `null` where none does. Breadth first. */
function waysHome(
  home: number,
  calls: ReadonlyMap<number, readonly CallSite[]>,
  counts: (site: CallSite) => boolean,
): (from: number | null) => readonly number[] | null {
  const callers = new Map<number, number[]>();
  for (const [caller, sites] of calls) {
    for (const called of sopsOf(sites.filter(counts))) {
      const known = callers.get(called);
      if (known) known.push(caller);
      else callers.set(called, [caller]);
    }
  }
  const onward = new Map<number, number>([[home, home]]);
  for (const id of onward.keys()) {
    for (const caller of callers.get(id) ?? []) {
      if (!onward.has(caller)) onward.set(caller, id);
    }
  }
  return (from) => {
    if (from === null || !onward.has(from)) return null;
    const path = [from];
    for (let id = from; id !== home; path.push(id)) id = onward.get(id)!;
    return path;
  };
}

interface Standing extends Row {
  readonly sopId: number;
  readonly title: string;
  readonly document: string;
}

/** What each of the SOPs says now and will say: every version enacted that none has replaced yet. */
const readStanding = ({ reader, now }: Search, ids: readonly number[]): Promise<Standing[]> =>
  reader.all<Standing>(
    `SELECT v.sop_id AS sopId, s.title, v.document FROM sop_version v JOIN sop s ON s.id = v.sop_id
      WHERE v.sop_id IN (${placeholders(ids)}) AND v.status = 'ENACTED'
      AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
      AND NOT EXISTS (SELECT 1 FROM sop_version n WHERE n.sop_id = v.sop_id AND n.status = 'ENACTED'
        AND n.in_force_from > v.in_force_from AND n.in_force_from <= ?)`,
    [...ids, now],
  );

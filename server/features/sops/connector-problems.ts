import type { Graph } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Reader } from "../../persistence/database.js";
import { type CallSite, callSites } from "./call-sites.js";
import { type CalledSops, type Caller, readCalledSops, type Settle } from "./called-sops.js";
import { cutText, firstOf } from "./cut-text.js";
import type { Problem } from "./problem-type.js";
import { type FoundProblem, tellProblems } from "./tell-problems.js";
import { type Counts, waysHome } from "./ways-home.js";

/** A drawing of an SOP that may run others. */
export interface CallingDrawing {
  readonly sopId: number;
  readonly graph: Graph;
}

/** By these, SOPs wait for one another. */
const waits: Counts = (site) => site.waits;
/** By these, they start one another in one moment. */
const atOnce: Counts = (site) => site.atOnce;
const eitherWay: Counts = (site) => waits(site) || atOnce(site);
/** What the called SOPs run is not asked. */
const none: Counts = () => false;

/**
 * What keeps the connectors of drawings from running: an SOP that is gone or retired, and a circle of
 * SOPs in force, or to come, that would wait for one another for ever, or start one another without
 * end in one moment. Told drawing by drawing, and read for all of them together.
 *
 * `settle` is called with the SOPs that are about to be asked, so that two enactments at once cannot
 * both miss half of a circle.
 */
export function connectorProblems(
  ctx: Context,
  reader: Reader,
  drawings: readonly CallingDrawing[],
  settle: Settle = async () => {},
): Promise<Problem[][]> {
  return tellCalls(ctx, drawings, (calling) =>
    readCalledSops(reader, ctx.now(), calling, eitherWay, settle),
  );
}

/**
 * Which connectors of drawings in force run an SOP that is gone or was retired since. No circle is
 * looked for, since none is enacted: one statement, however far their connectors lead.
 */
export function lostCallProblems(
  ctx: Context,
  reader: Reader,
  drawings: readonly CallingDrawing[],
): Promise<Problem[][]> {
  return tellCalls(ctx, drawings, (calling) =>
    readCalledSops(reader, ctx.now(), calling, none, async () => {}),
  );
}

/** `read` is asked once about all drawings that have connectors, and not where none has. */
async function tellCalls(
  ctx: Context,
  drawings: readonly CallingDrawing[],
  read: (calling: readonly Caller[]) => Promise<CalledSops>,
): Promise<Problem[][]> {
  const callers = drawings.map((drawing) => ({ ...drawing, sites: callSites(drawing.graph) }));
  const calling = callers.filter(({ sites }) => sites.length > 0);
  if (calling.length === 0) return drawings.map(() => []);
  const called = await read(calling);
  const circleOf = circleFinder(called);
  const teller = new Teller(ctx, called);
  return callers.map(({ sopId, graph, sites }) => {
    if (sites.length === 0) return [];
    const unknown = sites.filter((site) => site.sopId === null || !called.runnable.has(site.sopId));
    const circle = circleOf(sopId);
    const found = [
      ...unknown.map((site) => teller.unknown(site)),
      ...sites.flatMap((site) => {
        const found = circle(site);
        return found ? [teller.circle(site, found)] : [];
      }),
    ];
    return tellProblems(graph, found, ctx.locale);
  });
}

interface Circle {
  readonly rule: "connector-cycle" | "connector-chain";
  /** From the SOP itself by others back to it. */
  readonly path: readonly number[];
}

/** By an SOP and a connector of its drawing: the shortest circle that it closes. */
function circleFinder({ calls }: CalledSops): (home: number) => (site: CallSite) => Circle | null {
  const [waiting, starting] = [waysHome(calls, waits), waysHome(calls, atOnce)];
  return (home) => {
    const [waitingBack, startingBack] = [waiting(home), starting(home)];
    return (site) => {
      if (site.sopId === null) return null;
      const waited = waits(site) ? waitingBack(site.sopId) : null;
      if (waited) return { rule: "connector-cycle", path: [home, ...waited] };
      const started = atOnce(site) ? startingBack(site.sopId) : null;
      return started && { rule: "connector-chain", path: [home, ...started] };
    };
  };
}

/** So many SOPs of a circle are named, the last of them being the first again. */
const mostTitles = 20;

/** Says which SOPs a connector's problem is about. */
class Teller {
  constructor(
    private readonly ctx: Context,
    private readonly called: CalledSops,
  ) {}

  unknown({ node, sopId }: CallSite): FoundProblem {
    const title = sopId === null ? undefined : this.called.titles.get(sopId);
    const sopTitles = title === undefined ? [] : [cutText(title)];
    const sop = sopTitles.map((one) => `: “${one}”`).join("");
    return { rule: "connector-known", ...at(node), params: { sop }, sopTitles };
  }

  circle({ node }: CallSite, { rule, path }: Circle): FoundProblem {
    const titles = path.map((id) => cutText(this.called.titles.get(id) ?? ""));
    const cycle = firstOf(
      titles.map((title) => `“${title}”`),
      this.ctx.locale,
    ).join(" → ");
    const sopTitles =
      titles.length <= mostTitles
        ? titles
        : [...titles.slice(0, mostTitles - 2), "…", ...titles.slice(-1)];
    return { rule, ...at(node), params: { cycle }, sopTitles };
  }
}

const at = (node: string) => ({
  level: "ERROR" as const,
  nodeKeys: [node],
  edgeKeys: [],
  laneKeys: [],
  run: null,
});

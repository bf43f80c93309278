import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, EdgeKey, Graph, GraphNode, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Rope } from "./rope.js";
import type { Run } from "./soundness.js";

/** Where a token can be: at a node that is open, or on an arrow before a join. */
export interface NetPlace {
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly EdgeKey[];
}

/** What moves tokens: a step that is done in one of its ways, or what passes by itself. */
export interface NetTransition<Steps extends Rope = Run> {
  /** Places; one, but for a join. */
  readonly takes: readonly number[];
  /** Places, one of them twice where two tokens come to it. */
  readonly gives: readonly number[];
  /** The steps that are done by it; of several ways with the same effect the shortest. */
  readonly run: Steps;
  /** Nobody has to do anything: it happens at once. */
  readonly isSilent: boolean;
}

/**
 * A drawing as a Petri net, with a place for a token wherever the engine keeps one. It is a
 * free-choice net by construction: a place with several transitions is a decision's, and each of
 * them takes from it alone.
 */
export interface TokenNet<Steps extends Rope = Run> {
  readonly places: readonly NetPlace[];
  readonly transitions: readonly NetTransition<Steps>[];
  /** Where the tokens of a case that has just begun are; in a reduced net, after `startRun`. */
  readonly start: readonly number[];
  readonly startRun: Steps;
}

/** The place of tokens that have come to an end. */
export const donePlace = 0;

/** More tokens that come to one place at once are as wrong, and are not counted. A join may take some. */
const mostTokens = 16;

/** The net of a drawing with one start, known arrows and work in every cycle. */
export function compileNet(graph: Graph, index: GraphIndex): TokenNet {
  const places: NetPlace[] = [{ nodes: [], edges: [] }];
  const placeOf = new Map<string, number>();
  const addPlace = (name: string, place: NetPlace): void => {
    placeOf.set(name, places.push(place) - 1);
  };
  for (const node of graph.nodes) {
    if (!kindOf(node).waitsForAll) addPlace(`node ${node.key}`, { nodes: [node.key], edges: [] });
    else {
      for (const { key } of index.edgesInto(node.key)) {
        addPlace(`edge ${key}`, { nodes: [], edges: [key] });
      }
    }
  }
  const target = ({ key, to }: Edge): number =>
    placeOf.get(`edge ${key}`) ?? placeOf.get(`node ${to}`)!;
  const own = (node: GraphNode): number => placeOf.get(`node ${node.key}`)!;

  const transitions: NetTransition[] = [];
  /** What a place that nobody works at gives its token to. */
  const passes = new Map<number, readonly number[]>();
  for (const node of graph.nodes) {
    const kind = kindOf(node);
    const out = index.edgesFrom(node.key);
    if (kind.waitsForAll) {
      const takes = index.edgesInto(node.key).map(target);
      transitions.push({ takes, gives: out.map(target), run: [], isSilent: true });
      continue;
    }
    const takes = [own(node)];
    const gives = kind.ends ? [donePlace] : out.map(target);
    if (kind.opens(node) === "NOTHING") passes.set(own(node), gives);
    else if (kind.leaves === "EVERY_EDGE") {
      transitions.push({ takes, gives, run: [{ node: node.key, outcome: null }], isSilent: false });
    } else {
      for (const edge of out) {
        const run = [{ node: node.key, outcome: edge.key }];
        transitions.push({ takes, gives: [target(edge)], run, isSilent: false });
      }
    }
  }
  const settled = passer(passes);
  const start = graph.nodes.find((node) => kindOf(node).begins)!;
  return {
    places,
    transitions: transitions.map((one) => ({ ...one, gives: settled(one.gives) })),
    start: settled([own(start)]),
    startRun: [],
  };
}

/** Where tokens come to rest that are given to these places. */
function passer(
  passes: ReadonlyMap<number, readonly number[]>,
): (places: readonly number[]) => readonly number[] {
  const rests = new Map<number, readonly number[]>();
  // Without recursion: forks may be nested deeper than a call stack is.
  const restsOf = (place: number): readonly number[] => {
    const known = rests.get(place);
    if (known) return known;
    const open = [place];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const next = passes.get(at);
      const missing = next?.filter((one) => !rests.has(one)) ?? [];
      if (missing.length > 0) open.push(...missing);
      else {
        rests.set(at, next ? capped(next.flatMap((one) => rests.get(one) ?? [])) : [at]);
        open.pop();
      }
    }
    return rests.get(place) ?? [];
  };
  // Many outcomes may lead to one large fork: they share its list.
  return (places) => (places.length === 1 ? restsOf(places[0]!) : capped(places.flatMap(restsOf)));
}

function capped(places: readonly number[]): number[] {
  const counts = new Map<number, number>();
  return places.filter((place) => {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= mostTokens;
  });
}

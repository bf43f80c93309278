import { collectionNames, type CollectionName } from "../edit/document-edit.js";
import type { Edge } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import { mergeElements } from "./merge-elements.js";
import { mergeFields } from "./merge-fields.js";

/** Where two people changed the same thing, each in a way of their own. */
export interface Collision {
  /** Names it among the collisions of these documents. */
  readonly id: string;
  readonly in: CollectionName | "identity" | "lists" | "columns";
  /** The element; `null` on the first page. */
  readonly key: string | null;
  /** The field of it; `null`: one of them took the whole element away. */
  readonly field: string | null;
  readonly base: unknown;
  /** `null` as a whole element: taken away. */
  readonly theirs: unknown;
  readonly mine: unknown;
}

export type Side = "mine" | "theirs";

/** What one side of a collision is decided for; where nothing is said, the default. */
export type Choices = ReadonlyMap<string, Side>;

/** Mine, except where the others took away what I changed: it does not come back unasked. */
export const defaultSide = ({ field, theirs }: Collision): Side =>
  field === null && theirs === null ? "theirs" : "mine";

export interface Merged {
  readonly document: SopDocument;
  /** The same whatever is chosen. */
  readonly collisions: readonly Collision[];
}

/**
 * What both made of `base`: their document with my changes on it, field by field. Where both changed
 * the same field, `choices` decide. Arrows whose step one of them took away go with it.
 */
export function mergeDocuments(
  base: SopDocument,
  theirs: SopDocument,
  mine: SopDocument,
  choices: Choices = new Map(),
): Merged {
  const collisions: Collision[] = [];
  const steps = { mine: keysOf(mine.graph.nodes), theirs: keysOf(theirs.graph.nodes) };
  const decide = (collision: Omit<Collision, "id">): Side => {
    // An arrow that went with its step is no question of its own.
    if (collision.in === "edges" && collision.field === null) {
      const side = collision.mine === null ? "theirs" : "mine";
      const other = side === "mine" ? "theirs" : "mine";
      if (!hasBothEnds(collision[side] as Edge, steps[other])) return side;
    }
    const id = `${collision.in}/${collision.key ?? ""}/${collision.field ?? ""}`;
    const whole = { id, ...collision };
    collisions.push(whole);
    return choices.get(id) ?? defaultSide(whole);
  };
  const sides = <Part>(part: (document: SopDocument) => Part): readonly [Part, Part, Part] => [
    part(base),
    part(theirs),
    part(mine),
  ];
  const identity = mergeIdentity(sides, decide);
  const lists = mergeFields(...sides(({ lists }) => lists), (field) =>
    decide({ in: "lists", key: null, ...field }),
  );
  const { columns } = mergeFields(...sides(({ columns = null }) => ({ columns })), (field) =>
    decide({ in: "columns", key: null, ...field }),
  );
  const graph = { ...theirs.graph };
  for (const name of collectionNames) {
    const merged = mergeElements(name, ...sides((document) => document.graph[name]), decide);
    Object.assign(graph, { [name]: merged });
  }
  const edges = mergedArrows(base, theirs, mine, graph);
  return {
    document: { identity, lists, graph: { ...graph, edges }, ...(columns ? { columns } : {}) },
    collisions,
  };
}

type Sides = <Part>(part: (document: SopDocument) => Part) => readonly [Part, Part, Part];

function mergeIdentity(
  sides: Sides,
  decide: (collision: Omit<Collision, "id">) => Side,
): SopDocument["identity"] {
  const merged = mergeFields(
    ...sides(({ identity: { enactedBy: _official, ...rest } }) => rest),
    (field) => decide({ in: "identity", key: null, ...field }),
  );
  const enactedBy = mergeFields(...sides(({ identity }) => identity.enactedBy), (field) =>
    decide({ in: "identity", key: null, ...field, field: `enactedBy.${field.field}` }),
  );
  return { ...merged, enactedBy };
}

/**
 * No arrow hangs in the air that did not before: those of a step that is gone go, and those that
 * went with a step that was kept after all come back.
 */
function mergedArrows(
  base: SopDocument,
  theirs: SopDocument,
  mine: SopDocument,
  graph: SopDocument["graph"],
): SopDocument["graph"]["edges"] {
  const steps = keysOf(graph.nodes);
  const [their, my] = [keysOf(theirs.graph.nodes), keysOf(mine.graph.nodes)];
  const [had, was] = [keysOf(graph.edges), keysOf(base.graph.edges)];
  const whole = graph.edges.filter(({ from, to }) =>
    [from, to].every((end) => steps.has(end) || !(their.has(end) || my.has(end))),
  );
  const back = [
    ...mine.graph.edges.filter((edge) => !hasBothEnds(edge, their)),
    ...theirs.graph.edges.filter((edge) => !hasBothEnds(edge, my)),
  ].filter((edge) => was.has(edge.key) && !had.has(edge.key) && hasBothEnds(edge, steps));
  return [...whole, ...back];
}

const keysOf = (elements: readonly { readonly key: string }[]): ReadonlySet<string> =>
  new Set(elements.map(({ key }) => key));

const hasBothEnds = ({ from, to }: Edge, steps: ReadonlySet<string>): boolean =>
  steps.has(from) && steps.has(to);

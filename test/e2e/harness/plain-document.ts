import type { SopDocument } from "../../../domain/index.js";
import type { Desk } from "./desk.js";

/**
 * What a document says without its keys: lanes, rows and outputs are named by their places, and the
 * arrows are in the order of these. Two documents that are drawn alike are equal.
 */
export function plainDocument({ identity, lists, columns, graph }: SopDocument) {
  const placeIn = (items: readonly { readonly key: string }[]) => {
    const places = new Map(items.map(({ key }, index) => [key, index]));
    return (key: string): number => places.get(key) ?? -1;
  };
  const [lane, node, output] = [placeIn(graph.lanes), placeIn(graph.nodes), placeIn(graph.outputs)];
  return {
    identity,
    lists,
    columns: columns ?? null,
    lanes: graph.lanes.map(({ name, binding }) => ({ name, binding })),
    outputs: graph.outputs.map(({ name }) => name),
    rows: graph.nodes.map((one) => ({
      ...one,
      key: node(one.key),
      parts: one.parts.map((part) => ({ ...part, lane: lane(part.lane) })),
      requirements: one.requirements.map(({ text, output: key }) => ({
        text,
        output: key === null ? null : output(key),
      })),
      outputs: one.outputs.map(output),
    })),
    arrows: graph.edges
      .map(({ from, to, outcome }) => ({ from: node(from), to: node(to), outcome }))
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
  };
}

const draftQuery = `query ($id: ID!) {
  node(id: $id) { ... on Sop { draft { revision } } }
}`;

const documentQuery = `query ($id: ID!, $revision: Int!) {
  node(id: $id) { ... on Sop { draft { documentAt(revision: $revision) } } }
}`;

/** The draft of the SOP that is open on the desk, as the server has it. */
export async function savedDocument(desk: Desk): Promise<SopDocument> {
  const id = decodeURIComponent(/\/sop\/([^/?]+)/.exec(desk.page.url())?.[1] ?? "");
  const draft = await desk.ask<{ node: { draft: { revision: number } } }>(draftQuery, { id });
  const { revision } = draft.node.draft;
  const saved = await desk.ask<{ node: { draft: { documentAt: SopDocument } } }>(documentQuery, {
    id,
    revision,
  });
  return saved.node.draft.documentAt;
}

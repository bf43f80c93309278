import { buildGraph, emptyDocument, type SopDocument } from "../../../domain/index.js";
import type { Destination } from "./copy-document.js";

type Content = Pick<SopDocument, "lists" | "graph">;

/** What a new SOP begins with: one lane without a holder yet, in which it starts and ends. */
const blank: Content = {
  lists: emptyDocument.lists,
  graph: {
    ...buildGraph(
      [
        ["start", "start", ["pelaksana"], { text: "Mulai" }],
        ["end", "end", ["pelaksana"], { text: "Selesai" }],
      ],
      [["start", "end"]],
    ),
    lanes: [{ key: "pelaksana", name: "Pelaksana", binding: null }],
  },
};

/** The document of a new SOP, from nothing or with the lists and the graph of a template. */
export function newDocument(to: Destination, { lists, graph }: Content = blank): SopDocument {
  const { title, office, columns } = to;
  const { name, government } = office;
  return {
    identity: { ...emptyDocument.identity, title, office: name, government },
    lists,
    graph,
    ...(columns ? { columns } : {}),
  };
}

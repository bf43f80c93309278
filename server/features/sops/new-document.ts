import { buildGraph, emptyDocument, type SopDocument } from "../../../domain/index.js";

/** What a new SOP begins with: one lane without a holder yet, in which it starts and ends. */
export function newDocument(
  title: string,
  office: { name: string; government: string | null },
): SopDocument {
  const graph = buildGraph(
    [
      ["start", "start", ["pelaksana"], { text: "Mulai" }],
      ["end", "end", ["pelaksana"], { text: "Selesai" }],
    ],
    [["start", "end"]],
  );
  return {
    ...emptyDocument,
    identity: {
      ...emptyDocument.identity,
      title,
      office: office.name,
      government: office.government,
    },
    graph: { ...graph, lanes: [{ key: "pelaksana", name: "Pelaksana", binding: null }] },
  };
}

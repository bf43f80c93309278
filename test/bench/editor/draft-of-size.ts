import type { Edge, Graph, GraphNode, Lane } from "../../../domain/index.js";
import { randomSop } from "../../layout/random-sop.js";
import { createSop, editDraft } from "../graphql-documents.js";

/** Asks the API one mutation, as the person who is signed in; throws on whatever is no success. */
export type Mutate = <Payload>(document: string, input: object) => Promise<Payload>;

const lanes = 12;
const editsInACall = 400;

/** A seeded graph of twelve lanes and as many nodes as asked for, or a few less. */
export function graphOfSize(nodes: number): Graph {
  for (let steps = nodes; steps > 0; steps--) {
    const graph = randomSop(7, steps, { lanes, outcomes: 3 });
    if (graph.nodes.length <= nodes) return graph;
  }
  throw new Error(`No graph has ${nodes} nodes`);
}

/** Draws the graph as a new draft; returns the SOP's id. */
export async function drawDraft(mutate: Mutate, officeId: string, graph: Graph): Promise<string> {
  const created = await mutate<{
    sop: { id: string };
    version: { id: string; revision: number };
  }>(createSop, {
    officeId,
    title: `Editor bench, ${graph.nodes.length} nodes`,
    idempotencyKey: crypto.randomUUID(),
  });
  const edits = [
    ...newDocumentAway,
    ...graph.lanes.map((lane, index) => add("LANES", index, { lane: laneInput(lane) })),
    ...graph.nodes.map((node, index) => add("NODES", index, { node: nodeInput(node) })),
    ...graph.edges.map((edge: Edge, index) => add("EDGES", index, { edge })),
  ];
  let { revision } = created.version;
  const versionId = created.version.id;
  for (let from = 0; from < edits.length; from += editsInACall) {
    const input = { versionId, revision, edits: edits.slice(from, from + editsInACall) };
    const { version } = await mutate<{ version: { revision: number } }>(editDraft, input);
    ({ revision } = version);
  }
  return created.sop.id;
}

/** What a new SOP begins with. */
const newDocumentAway = [
  { op: "REMOVE", collection: "NODES", key: "start" },
  { op: "REMOVE", collection: "NODES", key: "end" },
  { op: "REMOVE", collection: "LANES", key: "pelaksana" },
];

const add = (collection: string, index: number, value: object) => ({
  op: "ADD",
  collection,
  index,
  ...value,
});

const laneInput = ({ key, name }: Lane) => ({ key, name, bindingType: "REQUESTER" });

const nodeInput = (node: GraphNode) => ({
  ...node,
  kind: node.kind.toUpperCase(),
  parts: node.parts.map(({ lane, label }) => ({ laneKey: lane, label })),
  requirements: node.requirements.map(({ text }) => ({ text, output: null })),
  outputs: [],
  call: null,
});

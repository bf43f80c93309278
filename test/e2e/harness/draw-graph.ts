import { expect } from "vitest";
import type { Graph, GraphNode } from "../../../domain/index.js";
import type { Desk } from "./desk.js";

interface Answer {
  readonly userErrors: readonly unknown[];
  readonly sop: { readonly id: string };
  readonly version: { readonly id: string; readonly revision: number };
}

async function mutate(desk: Desk, name: string, type: string, input: object): Promise<Answer> {
  const fields = name === "createSop" ? "sop { id } version" : "version";
  const answer = await desk.ask<Record<string, Answer>>(
    `mutation ($input: ${type}!) {
      ${name}(input: $input) { ${fields} { id revision } userErrors { code message } } }`,
    { input },
  );
  expect(answer[name]?.userErrors).toEqual([]);
  return answer[name]!;
}

const add = (collection: string, index: number, value: object) => ({
  op: "ADD",
  collection,
  index,
  ...value,
});

const nodeInput = ({ parts, kind, ...node }: GraphNode) => ({
  ...node,
  kind: kind.toUpperCase(),
  parts: parts.map(({ lane, label }) => ({ laneKey: lane, label })),
});

const editsInACall = 400;

/**
 * Draws a graph over the API as a draft of the demo office, as whoever is signed in at the desk; a
 * lane is bound to the position whose code it names, or to the requester. Answers the SOP's and the
 * draft's ids.
 */
export async function drawGraph(
  desk: Desk,
  title: string,
  graph: Graph,
): Promise<{ readonly sopId: string; readonly versionId: string }> {
  const { me, positions } = await desk.ask<{
    me: { office: { id: string } };
    positions: { id: string; code: string }[];
  }>("{ me { office { id } } positions { id code } }");
  const created = await mutate(desk, "createSop", "CreateSopInput", {
    officeId: me.office.id,
    title,
  });
  const idOf = (code: string) =>
    positions.find((one) => one.code === `trenggalek-kominfo.${code}`)?.id;
  const edits = [
    { op: "REMOVE", collection: "EDGES", key: "start-end" },
    { op: "REMOVE", collection: "NODES", key: "start" },
    { op: "REMOVE", collection: "NODES", key: "end" },
    { op: "REMOVE", collection: "LANES", key: "pelaksana" },
    ...graph.outputs.map((output, at) => add("OUTPUTS", at, { output })),
    ...graph.lanes.map(({ key, name, binding }, at) =>
      add("LANES", at, {
        lane:
          binding?.type === "POSITION"
            ? { key, name, bindingType: "POSITION", positionId: idOf(binding.position) }
            : { key, name, ...(binding !== null && { bindingType: "REQUESTER" }) },
      }),
    ),
    ...graph.nodes.map((node, at) => add("NODES", at, { node: nodeInput(node) })),
    ...graph.edges.map((edge, at) => add("EDGES", at, { edge })),
  ];
  const versionId = created.version.id;
  let { revision } = created.version;
  for (let at = 0; at < edits.length; at += editsInACall) {
    const input = { versionId, revision, edits: edits.slice(at, at + editsInACall) };
    ({ revision } = (await mutate(desk, "editDraft", "EditDraftInput", input)).version);
  }
  return { sopId: created.sop.id, versionId };
}

import { type Graph, rowNumbers, type SopDocument } from "../../../domain/index.js";
import type { FormColumns } from "./columns-types.js";
import type { FormLists, Identity } from "./form-types.js";
import type { Lane, SopEdge, SopNode, SopOutput } from "./graph-types.js";

/** A document in the shape of the schema; made once for an enacted version and kept. */
export interface FormView {
  readonly document: SopDocument;
  /** The revision of the version that says so. */
  readonly revision: number;
  readonly identity: Identity;
  readonly lists: FormLists;
  readonly columns: FormColumns | null;
  readonly lanes: readonly Lane[];
  readonly nodes: readonly SopNode[];
  readonly edges: readonly SopEdge[];
  readonly outputs: readonly SopOutput[];
  readonly nodeByKey: ReadonlyMap<string, SopNode>;
  readonly laneByKey: ReadonlyMap<string, Lane>;
}

export function viewForm(document: SopDocument, revision: number): FormView {
  const { graph } = document;
  const lanes = graph.lanes.map(({ key, name, binding }) => ({
    key,
    name,
    bindingType: binding?.type ?? null,
    positionCode: binding?.type === "POSITION" ? binding.position : null,
  }));
  const nodes = viewNodes(graph);
  return {
    document,
    revision,
    // The domain's lists are readonly and the schema's classes are not; nobody writes to either.
    identity: document.identity as Identity,
    lists: document.lists as FormLists,
    columns: (document.columns as FormColumns | undefined) ?? null,
    lanes,
    nodes,
    edges: graph.edges as readonly SopEdge[],
    outputs: graph.outputs as readonly SopOutput[],
    nodeByKey: new Map(nodes.map((node) => [node.key, node])),
    laneByKey: new Map(lanes.map((lane) => [lane.key, lane])),
  };
}

function viewNodes(graph: Graph): SopNode[] {
  const numbers = rowNumbers(graph);
  return graph.nodes.map((node) => ({
    key: node.key,
    kind: node.kind,
    rowNumber: numbers.get(node.key) ?? null,
    text: node.text,
    parts: node.parts.map(({ lane, label }) => ({ laneKey: lane, label })),
    mode: node.mode,
    work: node.work,
    requirements: [...node.requirements],
    standardTime: node.standardTime,
    outputs: [...node.outputs],
    remarks: node.remarks,
    call: node.call,
  }));
}

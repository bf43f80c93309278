import type {
  DocumentEdit,
  Edge,
  FormColumns,
  GraphNode,
  Lane,
  Output,
} from "../../../domain/index.js";
import type { DocumentEditInput, GraphCollection, NodeKind } from "../../generated/graphql.js";

/** The id of a position by its code; the API knows positions by id, a document by code. */
export type PositionIds = ReadonlyMap<string, string>;

const upper = <Text extends string>(text: Text): Uppercase<Text> =>
  text.toUpperCase() as Uppercase<Text>;

/** One edit as the API takes it. */
export function editInput(edit: DocumentEdit, positions: PositionIds): DocumentEditInput {
  if (edit.op === "SET_IDENTITY") return { op: edit.op, identity: edit.value };
  if (edit.op === "SET_LISTS") return { op: edit.op, lists: edit.value };
  if (edit.op === "SET_COLUMNS") return { op: edit.op, columns: columnsInput(edit.value) };
  const collection: GraphCollection = upper(edit.in);
  if (edit.op === "REMOVE") return { op: edit.op, collection, key: edit.key };
  if (edit.op === "MOVE") return { op: edit.op, collection, key: edit.key, index: edit.index };
  const place = edit.op === "ADD" ? { index: edit.index } : { key: edit.key };
  return { op: edit.op, collection, ...place, ...valueInput(edit, positions) };
}

export const columnsInput = (columns: FormColumns | null) =>
  columns && {
    ...columns,
    right: columns.right.map(({ column, title }) => ({ column: upper(column), title })),
  };

function valueInput(
  edit: Extract<DocumentEdit, { op: "ADD" | "UPDATE" }>,
  positions: PositionIds,
): Partial<DocumentEditInput> {
  const inputs = {
    lanes: (value: Lane) => ({ lane: laneInput(value, positions) }),
    nodes: (value: GraphNode) => ({ node: nodeInput(value) }),
    edges: (value: Edge) => ({ edge: value }),
    outputs: (value: Output) => ({ output: value }),
  };
  return inputs[edit.in](edit.value as never);
}

function laneInput(lane: Lane, positions: PositionIds) {
  const { key, name, binding } = lane;
  if (binding === null) return { key, name, bindingType: null, positionId: null };
  if (binding.type === "REQUESTER") {
    return { key, name, bindingType: "REQUESTER" as const, positionId: null };
  }
  const positionId = positions.get(binding.position) ?? null;
  return { key, name, bindingType: "POSITION" as const, positionId };
}

function nodeInput(node: GraphNode) {
  return {
    ...node,
    kind: upper(node.kind) satisfies NodeKind,
    parts: node.parts.map((part) => ({ laneKey: part.lane, label: part.label })),
  };
}

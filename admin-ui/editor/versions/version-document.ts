import {
  emptyDocument,
  type FormColumns,
  type Graph,
  type NodeKind,
  type RightColumn,
  type SopDocument,
} from "../../../domain/index.js";
import { withoutTypenames } from "../../app/without-typenames.js";
import type { VersionDocumentFragment, VersionGraphFragment } from "../../generated/graphql.js";

/** The graph of a version as the domain knows it; a position is named by its code. */
export function graphOf(version: VersionGraphFragment): Graph {
  return {
    lanes: version.lanes.map(({ key, name, bindingType, position }) => ({
      key,
      name,
      binding:
        bindingType === "REQUESTER"
          ? { type: "REQUESTER" }
          : bindingType === "POSITION" && position
            ? { type: "POSITION", position: position.code }
            : null,
    })),
    nodes: version.nodes.map((node) => ({
      key: node.key,
      kind: node.kind.toLowerCase() as NodeKind,
      text: node.text,
      parts: node.parts.map((part) => ({ lane: part.laneKey, label: part.label ?? null })),
      mode: node.mode,
      work: node.work,
      requirements: node.requirements.map(({ text, output }) => ({ text, output: output ?? null })),
      standardTime: node.standardTime
        ? { value: node.standardTime.value, unit: node.standardTime.unit }
        : null,
      outputs: node.outputs,
      remarks: node.remarks ?? null,
      call: node.call ? { sop: node.call.sop, waits: node.call.waits } : null,
    })),
    edges: version.edges.map(({ key, from, to, outcome }) => ({
      key,
      from,
      to,
      outcome: outcome ?? null,
    })),
    outputs: version.outputs.map(({ key, name }) => ({ key, name })),
  };
}

export function documentOf(version: VersionDocumentFragment): SopDocument {
  const { identity, lists } = withoutTypenames({
    identity: version.identity,
    lists: version.lists,
  });
  const columns = formColumnsOf(version.columns);
  return {
    identity: { ...emptyDocument.identity, ...identity },
    lists: { ...emptyDocument.lists, ...lists },
    graph: graphOf(version),
    ...(columns ? { columns } : {}),
  };
}

/** A set-up as the domain knows it. */
export function formColumnsOf(columns: VersionDocumentFragment["columns"]): FormColumns | null {
  if (!columns) return null;
  const { number, activity, lanes, standard } = columns.titles;
  return {
    right: columns.right.map(({ column, title }) => ({
      column: column.toLowerCase() as RightColumn,
      title: title ?? null,
    })),
    titles: {
      number: number ?? null,
      activity: activity ?? null,
      lanes: lanes ?? null,
      standard: standard ?? null,
    },
  };
}

import type { Desk } from "./desk.js";

interface SavedDraft {
  readonly lanes: readonly { key: string; name: string; position: { name: string } | null }[];
  readonly nodes: readonly {
    key: string;
    kind: string;
    text: string;
    mode: string;
    parts: readonly { laneKey: string }[];
    requirements: readonly { text: string; output: string | null }[];
    standardTime: { value: number; unit: string } | null;
    outputs: readonly string[];
    remarks: string | null;
  }[];
  readonly edges: readonly { from: string; to: string; outcome: string | null }[];
  readonly outputs: readonly { key: string; name: string }[];
}

const draftQuery = `query ($id: ID!) {
  node(id: $id) {
    ... on Sop {
      draft {
        lanes { key name position { name } }
        nodes {
          key kind text mode remarks outputs
          parts { laneKey }
          requirements { text output }
          standardTime { value unit }
        }
        edges { from to outcome }
        outputs { key name }
      }
    }
  }
}`;

/** The draft as the server has it, by what is read on the form: names and row places, no keys. */
export interface SavedGraph {
  /** "Agendaris", or "Agendaris = Agendaris" where it is bound to the position of that name. */
  readonly lanes: readonly string[];
  readonly rows: readonly {
    readonly kind: string;
    readonly text: string;
    readonly lanes: readonly string[];
    /** "Surat < Disposisi": the requirement, and the output that it is linked to. */
    readonly requirements: readonly string[];
    /** "30 MINUTE"; "" without one. */
    readonly time: string;
    readonly outputs: readonly string[];
    readonly remarks: string;
  }[];
  /** "2 Ya 5": from the third row to the sixth, as the rows stand from 0. */
  readonly arrows: readonly string[];
}

/** Of the SOP that is open on the desk. */
export async function savedGraph(desk: Desk): Promise<SavedGraph> {
  const id = decodeURIComponent(/\/sop\/([^/?]+)/.exec(desk.page.url())?.[1] ?? "");
  const { node: sop } = await desk.ask<{ node: { draft: SavedDraft | null } | null }>(draftQuery, {
    id,
  });
  const draft = sop?.draft ?? null;
  if (draft === null) throw new Error(`No draft is open at ${desk.page.url()}`);
  const lanes = new Map(draft.lanes.map(({ key, name }) => [key, name]));
  const outputs = new Map(draft.outputs.map(({ key, name }) => [key, name]));
  const rows = new Map(draft.nodes.map(({ key }, index) => [key, index]));
  return {
    lanes: draft.lanes.map(({ name, position }) =>
      position === null ? name : `${name} = ${position.name}`,
    ),
    rows: draft.nodes.map((node) => ({
      kind: node.kind,
      text: node.text,
      lanes: node.parts.map(({ laneKey }) => lanes.get(laneKey) ?? "?"),
      requirements: node.requirements.map(({ text, output }) =>
        output === null ? text : `${text} < ${outputs.get(output) ?? "?"}`,
      ),
      time:
        node.standardTime === null ? "" : `${node.standardTime.value} ${node.standardTime.unit}`,
      outputs: node.outputs.map((key) => outputs.get(key) ?? "?"),
      remarks: node.remarks ?? "",
    })),
    arrows: draft.edges
      .map(({ from, to, outcome }) =>
        [rows.get(from), outcome, rows.get(to)].filter((part) => part !== null).join(" "),
      )
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })),
  };
}

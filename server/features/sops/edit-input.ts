import { Field, InputType, Int, registerEnumType } from "type-graphql";
import type {
  Collections,
  DocumentEdit,
  FormColumns as DomainColumns,
  FormLists as DomainLists,
  Identity as DomainIdentity,
  ListItem as DomainItem,
} from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { Refusal } from "../../kernel/refusal.js";
import { FormColumns } from "./columns-types.js";
import { FormLists, Identity, type ListItem, type PartialDate } from "./form-types.js";
import { LaneInput, SopEdge, SopNodeInput, SopOutput } from "./graph-types.js";

export const EditOp = {
  ADD: "ADD",
  REMOVE: "REMOVE",
  UPDATE: "UPDATE",
  MOVE: "MOVE",
  SET_IDENTITY: "SET_IDENTITY",
  SET_LISTS: "SET_LISTS",
  SET_COLUMNS: "SET_COLUMNS",
} as const;
registerEnumType(EditOp, {
  name: "EditOp",
  description: "What an edit does.",
  valuesConfig: {
    ADD: { description: "Puts an element in at `index`." },
    REMOVE: { description: "Takes the element `key` out." },
    UPDATE: { description: "Replaces the element `key` by the one given, of the same key." },
    MOVE: { description: "Moves the element `key` to `index`." },
    SET_IDENTITY: { description: "Replaces the identity fields." },
    SET_LISTS: { description: "Replaces the lists of the first page." },
    SET_COLUMNS: { description: "Arranges the columns; without `columns`, as the official form." },
  },
});

export const GraphCollection = {
  LANES: "lanes",
  NODES: "nodes",
  EDGES: "edges",
  OUTPUTS: "outputs",
} as const;
registerEnumType(GraphCollection, {
  name: "GraphCollection",
  description: "Which list of the graph an edit changes.",
  valuesConfig: {
    LANES: { description: "The columns, from left to right; the element goes into `lane`." },
    NODES: { description: "The symbols, from top to bottom; the element goes into `node`." },
    EDGES: { description: "The arrows; the element goes into `edge`." },
    OUTPUTS: { description: "The named documents; the element goes into `output`." },
  },
});

@InputType({ description: "One change of a draft. `op` says which of the other fields are read." })
export class DocumentEditInput {
  @Field(() => EditOp, { description: "What to do." })
  op!: keyof typeof EditOp;

  @Field(() => GraphCollection, { nullable: true, description: "For ADD, REMOVE, UPDATE, MOVE." })
  collection?: keyof Collections | null;

  @Field(() => String, { nullable: true, description: "For REMOVE, UPDATE and MOVE." })
  key?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "For ADD and MOVE: where it stands afterwards.",
  })
  index?: number | null;

  @Field(() => LaneInput, { nullable: true, description: "For ADD and UPDATE of LANES." })
  lane?: LaneInput | null;

  @Field(() => SopNodeInput, { nullable: true, description: "For ADD and UPDATE of NODES." })
  node?: SopNodeInput | null;

  @Field(() => SopEdge, { nullable: true, description: "For ADD and UPDATE of EDGES." })
  edge?: SopEdge | null;

  @Field(() => SopOutput, { nullable: true, description: "For ADD and UPDATE of OUTPUTS." })
  output?: SopOutput | null;

  @Field(() => Identity, { nullable: true, description: "For SET_IDENTITY." })
  identity?: Identity | null;

  @Field(() => FormLists, { nullable: true, description: "For SET_LISTS." })
  lists?: FormLists | null;

  @Field(() => FormColumns, { nullable: true, description: "For SET_COLUMNS." })
  columns?: FormColumns | null;
}

/** Position codes by position id, for the lanes that an edit binds. */
export type PositionCodes = ReadonlyMap<number, string>;

export const positionIdsOf = (edits: readonly DocumentEditInput[]): number[] =>
  edits.flatMap(({ lane }) =>
    lane?.positionId ? [fromGlobalId(lane.positionId, "Position", "edits.lane.positionId")] : [],
  );

/** The domain's edit of an input; INVALID, naming the field, where something it needs is missing. */
export function toDocumentEdit(
  input: DocumentEditInput,
  at: number,
  positions: PositionCodes,
): DocumentEdit {
  const given = <T>(value: T | null | undefined, field: string): T => {
    if (value === null || value === undefined) {
      throw new Refusal("INVALID", `edits.${at}.${field}`);
    }
    return value;
  };
  const { op } = input;
  if (op === "SET_IDENTITY") return { op, value: toIdentity(given(input.identity, "identity")) };
  if (op === "SET_LISTS") return { op, value: toLists(given(input.lists, "lists")) };
  if (op === "SET_COLUMNS") return { op, value: input.columns ? toColumns(input.columns) : null };
  const collection = given(input.collection, "collection");
  const element = elementReaders[collection];
  const value = () => element(input, given, positions);
  const edit = {
    ADD: () => ({ op, in: collection, index: given(input.index, "index"), value: value() }),
    REMOVE: () => ({ op, in: collection, key: given(input.key, "key") }),
    UPDATE: () => ({ op, in: collection, key: given(input.key, "key"), value: value() }),
    MOVE: () => ({
      op,
      in: collection,
      key: given(input.key, "key"),
      index: given(input.index, "index"),
    }),
  }[op]();
  return edit as DocumentEdit;
}

type Given = <T>(value: T | null | undefined, field: string) => T;
type ElementReaders = {
  [C in keyof Collections]: (
    input: DocumentEditInput,
    given: Given,
    positions: PositionCodes,
  ) => Collections[C];
};

const elementReaders: ElementReaders = {
  lanes(input, given, positions) {
    const { key, name, bindingType, positionId } = given(input.lane, "lane");
    if (bindingType === "REQUESTER") return { key, name, binding: { type: "REQUESTER" } };
    if (bindingType !== "POSITION") return { key, name, binding: null };
    const id = fromGlobalId(given(positionId, "lane.positionId"), "Position", "positionId");
    const position = given(positions.get(id), "lane.positionId");
    return { key, name, binding: { type: "POSITION", position } };
  },
  nodes(input, given) {
    const node = given(input.node, "node");
    const { key, kind, text } = node;
    return {
      key,
      kind,
      text,
      parts: node.parts.map(({ laneKey, label }) => ({ lane: laneKey, label: label ?? null })),
      mode: node.mode ?? "ALL",
      work: node.work ?? false,
      requirements: (node.requirements ?? []).map((requirement) => ({
        text: requirement.text,
        output: requirement.output ?? null,
      })),
      standardTime: node.standardTime
        ? { value: node.standardTime.value, unit: node.standardTime.unit }
        : null,
      outputs: [...(node.outputs ?? [])],
      remarks: node.remarks ?? null,
      call: node.call ? { sop: node.call.sop, waits: node.call.waits } : null,
    };
  },
  edges(input, given) {
    const { key, from, to, outcome } = given(input.edge, "edge");
    return { key, from, to, outcome: outcome ?? null };
  },
  outputs(input, given) {
    const { key, name } = given(input.output, "output");
    return { key, name };
  },
};

const toDate = (date: PartialDate | null | undefined): DomainIdentity["createdOn"] =>
  date ? { text: date.text ?? null, iso: date.iso ?? null } : null;

function toIdentity(input: Identity): DomainIdentity {
  const { enactedBy } = input;
  return {
    government: input.government ?? null,
    office: input.office ?? null,
    unit: input.unit ?? null,
    address: input.address ?? null,
    title: input.title ?? null,
    procedure: input.procedure ?? null,
    createdOn: toDate(input.createdOn),
    revisedOn: toDate(input.revisedOn),
    effectiveOn: toDate(input.effectiveOn),
    enactedBy: {
      position: enactedBy.position ?? null,
      name: enactedBy.name ?? null,
      rank: enactedBy.rank ?? null,
      nip: enactedBy.nip ?? null,
      signature: enactedBy.signature ?? null,
    },
  };
}

const toList = (list: readonly ListItem[] | null | undefined): readonly DomainItem[] | null =>
  list ? list.map(({ text, group }) => ({ text, group: group ?? null })) : null;

const toLists = (input: FormLists): DomainLists => ({
  legalBasis: toList(input.legalBasis),
  qualifications: toList(input.qualifications),
  relatedSops: toList(input.relatedSops),
  equipment: toList(input.equipment),
  warnings: toList(input.warnings),
  records: toList(input.records),
});

export const toColumns = ({ right, titles }: FormColumns): DomainColumns => ({
  right: right.map(({ column, title }) => ({ column, title: title ?? null })),
  titles: {
    number: titles.number ?? null,
    activity: titles.activity ?? null,
    lanes: titles.lanes ?? null,
    standard: titles.standard ?? null,
  },
});

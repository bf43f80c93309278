import { expect } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import type { CaseDriver } from "../cases/case-driver.js";

type Edit = Readonly<Record<string, unknown>>;

export const node = (key: string, kind: string, lane: string | null, more: object = {}): Edit => ({
  key,
  kind,
  text: `Langkah ${key}`,
  parts: lane === null ? [] : [{ laneKey: lane }],
  ...more,
});

export const edge = (from: string, to: string, outcome: string | null = null): Edit => ({
  key: `${from}-${to}`,
  from,
  to,
  outcome,
});

const elementNames = { LANES: "lane", NODES: "node", EDGES: "edge", OUTPUTS: "output" } as const;
export type Collection = keyof typeof elementNames;

export const add = (collection: Collection, index: number, element: Edit): Edit => ({
  op: "ADD",
  collection,
  index,
  [elementNames[collection]]: element,
});
export const update = (collection: Collection, element: Edit): Edit => ({
  op: "UPDATE",
  collection,
  key: element["key"],
  [elementNames[collection]]: element,
});
export const move = (collection: Collection, key: string, index: number): Edit => ({
  op: "MOVE",
  collection,
  key,
  index,
});
export const remove = (collection: Collection, key: string): Edit => ({
  op: "REMOVE",
  collection,
  key,
});

export const formFields = `id version status revision inForceFrom
  identity {
    government office unit address title procedure
    createdOn { text iso } revisedOn { text iso } effectiveOn { text iso }
    enactedBy { position name rank nip signature }
  }
  lists {
    legalBasis { text group } qualifications { text group } relatedSops { text group }
    equipment { text group } warnings { text group } records { text group }
  }
  lanes { key name bindingType position { code } }
  nodes {
    key kind rowNumber text parts { laneKey label } mode work requirements { text output }
    standardTime { value unit } outputs remarks call { sop waits }
  }
  edges { key from to outcome } outputs { key name }
  problems { rule message nodeIds edgeIds laneIds }`;

/** Draws SOPs over the API, as the admin of the demo office. */
export class DraftDesk {
  officeId = "";
  /** Ids of the demo's positions by their codes. */
  readonly positions = new Map<string, string>();

  private constructor(readonly driver: CaseDriver) {}

  static async open(driver: CaseDriver): Promise<DraftDesk> {
    const desk = new DraftDesk(driver);
    const { me, positions } = await driver.gql(
      "admin",
      "{ me { office { id } } positions { id code } }",
    );
    desk.officeId = me.office.id;
    for (const { id, code } of positions) desk.positions.set(code, id);
    return desk;
  }

  position(name: string): string {
    return this.positions.get(`trenggalek-kominfo.${name}`) ?? "";
  }

  /** A new SOP; answers the draft, and its SOP's id as `sopId`. */
  async create(title: string): Promise<AnyData> {
    const { sop, version, userErrors } = await this.driver.mutate(
      "admin",
      "createSop",
      { officeId: this.officeId, title },
      `sop { id } version { ${formFields} }`,
    );
    expect(userErrors).toEqual([]);
    return { ...version, sopId: sop.id };
  }

  edit(version: AnyData, edits: readonly Edit[], by = "admin"): Promise<AnyData> {
    return this.driver.mutate(
      by,
      "editDraft",
      { versionId: version.id, revision: version.revision, edits },
      `version { ${formFields} } conflict { revision edits }`,
    );
  }

  /** The draft after edits that fit. */
  async edited(version: AnyData, ...edits: Edit[]): Promise<AnyData> {
    const payload = await this.edit(version, edits);
    expect(payload.userErrors).toEqual([]);
    expect(payload.conflict).toBeNull();
    expect(payload.version.revision).toBe(version.revision + 1);
    return { ...payload.version, sopId: version.sopId };
  }

  enact(version: AnyData, by = "kadis", more: object = {}): Promise<AnyData> {
    return this.driver.mutate(
      by,
      "enactVersion",
      { versionId: version.id, revision: version.revision, ...more },
      `version { ${formFields} } problems { rule message nodeIds edgeIds laneIds }`,
    );
  }

  async enacted(version: AnyData, more: object = {}): Promise<AnyData> {
    const payload = await this.enact(version, "kadis", more);
    expect(payload.userErrors).toEqual([]);
    expect(payload.problems).toEqual([]);
    return payload.version;
  }

  async read(versionId: string, by = "admin"): Promise<AnyData> {
    const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${formFields} } } }`;
    return (await this.driver.gql(by, document, { id: versionId })).node;
  }

  async sop(sopId: string): Promise<AnyData> {
    const document = `query ($id: ID!) { node(id: $id) { ... on Sop {
      id status inForce { id version } draft { id } versions { version status } } } }`;
    return (await this.driver.gql("admin", document, { id: sopId })).node;
  }

  start(sopId: string, by: string): Promise<AnyData> {
    return this.driver.mutate(
      by,
      "startInstance",
      { sopId },
      `instance { id status version { version } openTasks {
        id node { key text } lane { key name bindingType position { code } } assignee { username } owedOutputs { key } } }`,
    );
  }

  /**
   * An SOP of three lanes: the requester asks, staff examines and sends back or goes on, the head of
   * division signs. Steps: ask, examine (a decision), sign.
   */
  async letter(title = "Surat"): Promise<AnyData> {
    const bound = { bindingType: "POSITION" };
    return this.edited(
      await this.create(title),
      add("LANES", 0, { key: "pemohon", name: "Pemohon", bindingType: "REQUESTER" }),
      add("LANES", 1, {
        key: "staf",
        name: "Staf",
        ...bound,
        positionId: this.position("fungsional"),
      }),
      add("LANES", 2, {
        key: "kabid",
        name: "Kabid",
        ...bound,
        positionId: this.position("kabid-aptika"),
      }),
      remove("EDGES", "start-end"),
      update("NODES", node("start", "START", "pemohon", { text: "Mulai" })),
      update("NODES", node("end", "END", "kabid", { text: "Selesai" })),
      remove("LANES", "pelaksana"),
      add("OUTPUTS", 0, { key: "surat", name: "Surat" }),
      add("NODES", 1, node("ask", "ACTIVITY", "pemohon", { outputs: ["surat"] })),
      add(
        "NODES",
        2,
        node("examine", "DECISION", "staf", {
          standardTime: { value: 1, unit: "WORKING_DAY" },
          requirements: [{ text: "Surat", output: "surat" }],
        }),
      ),
      add("NODES", 3, node("sign", "ACTIVITY", "kabid")),
      add("EDGES", 0, edge("start", "ask")),
      add("EDGES", 1, edge("ask", "examine")),
      add("EDGES", 2, edge("examine", "sign", "Ya")),
      add("EDGES", 3, edge("examine", "ask", "Tidak")),
      add("EDGES", 4, edge("sign", "end")),
    );
  }
}

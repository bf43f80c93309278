import type { Office } from "./office.js";

/** How a connector runs its SOP: it waits for it; or it starts it before anybody has worked. */
export type Running = "WAITS" | "AT_ONCE";

/** A drawing that may be enacted. */
export interface Draft {
  readonly sopId: string;
  readonly versionId: string;
  readonly revision: number;
  readonly title: string;
}

export interface ToldProblem {
  readonly rule: string;
  readonly level: string;
  readonly sopTitles: readonly string[];
}

export interface Answer {
  readonly userErrors: readonly { readonly code: string }[];
  readonly problems: readonly ToldProblem[];
}

interface Drawn {
  readonly sop: { readonly id: string };
  readonly version: { readonly id: string; readonly revision: number };
  readonly userErrors: readonly { readonly code: string }[];
}

const problemFields = "rule level sopTitles";
const createDocument = `mutation ($input: CreateSopInput!) {
  createSop(input: $input) { sop { id } version { id revision } userErrors { code } }
}`;
const editDocument = `mutation ($input: EditDraftInput!) {
  editDraft(input: $input) { version { id revision } userErrors { code } }
}`;
const enactDocument = `mutation ($input: EnactVersionInput!) {
  enactVersion(input: $input) { problems { ${problemFields} } userErrors { code } }
}`;
const retireDocument = `mutation ($input: RetireSopInput!) {
  retireSop(input: $input) { userErrors { code } }
}`;
const foundDocument = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
  status problems { ${problemFields} } warnings { ${problemFields} }
} } }`;

const lane = "pelaksana";
const node = (key: string, kind: string, more: object = {}): object => ({
  ...{ key, kind, text: `Memeriksa ${key}`, parts: [{ laneKey: lane }] },
  ...more,
});
const put = (op: "ADD" | "UPDATE", collection: string, name: string, element: object): object => ({
  ...{ op, collection, [name]: element },
  ...(op === "ADD" ? { index: 0 } : { key: (element as { key: string }).key }),
});

/**
 * Draws and enacts SOPs of one lane, the requester's: no two of them bind the same position, so that
 * nothing but what they run of one another brings their enactments together.
 */
export class Desk {
  private constructor(
    private readonly office: Office,
    private readonly officeId: string,
  ) {}

  static async open(office: Office): Promise<Desk> {
    const { me } = await office.ask<{ me: { office: { id: string } } }>(
      0,
      "admin",
      "{ me { office { id } } }",
    );
    return new Desk(office, me.office.id);
  }

  /** One step of work in it, and nothing else; an SOP of its own. */
  async draw(title: string): Promise<Draft> {
    const { officeId } = this;
    const created = await this.#drawn(createDocument, { officeId, title });
    const draft = { sopId: created.sop.id, title, ...named(created) };
    return this.#edit(draft, [
      { op: "REMOVE", collection: "EDGES", key: "start-end" },
      put("UPDATE", "LANES", "lane", { key: lane, name: "Pemohon", bindingType: "REQUESTER" }),
      put("UPDATE", "NODES", "node", node("start", "START")),
      put("UPDATE", "NODES", "node", node("end", "END")),
      put("ADD", "NODES", "node", node("ask", "ACTIVITY")),
      ...arrows("start", "ask", "end"),
    ]);
  }

  /** The draft with a connector to the SOP: behind its step, or before it. */
  running(draft: Draft, sop: string, running: Running): Promise<Draft> {
    const waits = running === "WAITS";
    const [from, to] = waits ? ["ask", "end"] : ["start", "ask"];
    return this.#edit(draft, [
      { op: "REMOVE", collection: "EDGES", key: `${from}-${to}` },
      put("ADD", "NODES", "node", node("call", "CONNECTOR", { call: { sop, waits } })),
      ...arrows(from!, "call", to!),
    ]);
  }

  async enact(server: number, { versionId, revision }: Draft): Promise<Answer> {
    const input = { versionId, revision };
    const data = await this.office.ask<{ enactVersion: Answer }>(server, "kadis", enactDocument, {
      input,
    });
    return data.enactVersion;
  }

  async retire(server: number, { sopId }: Draft): Promise<Pick<Answer, "userErrors">> {
    const data = await this.office.ask<{ retireSop: Answer }>(server, "admin", retireDocument, {
      input: { sopId },
    });
    return data.retireSop;
  }

  /** What the server tells of the drawing now; its proof is remembered there. */
  async found(
    server: number,
    { versionId }: Draft,
  ): Promise<{ readonly status: string; readonly warnings: readonly ToldProblem[] }> {
    const data = await this.office.ask<{
      node: { status: string; warnings: readonly ToldProblem[] };
    }>(server, "admin", foundDocument, { id: versionId });
    return data.node;
  }

  async #edit(draft: Draft, edits: readonly object[]): Promise<Draft> {
    const { versionId, revision } = draft;
    return { ...draft, ...named(await this.#drawn(editDocument, { versionId, revision, edits })) };
  }

  async #drawn(document: string, input: object): Promise<Drawn> {
    const data = await this.office.ask<Record<string, Drawn>>(0, "admin", document, { input });
    const drawn = Object.values(data)[0]!;
    if (drawn.userErrors.length > 0) throw new Error(JSON.stringify(drawn.userErrors));
    return drawn;
  }
}

const named = ({ version }: Drawn): Pick<Draft, "versionId" | "revision"> => ({
  versionId: version.id,
  revision: version.revision,
});

const arrows = (...keys: string[]): object[] =>
  keys.slice(1).map((to, at) => {
    const from = keys[at]!;
    return put("ADD", "EDGES", "edge", { key: `${from}-${to}`, from, to, outcome: null });
  });

/** Whether the office refused it for what its drawing breaks. */
export const isFaulty = ({ userErrors }: Answer): boolean =>
  userErrors.some(({ code }) => code === "PROBLEMS");

/** Asks again where others were faster too often, as whoever is told so does. */
export async function untilAnswered<T extends Pick<Answer, "userErrors">>(
  ask: () => Promise<T>,
): Promise<T> {
  for (let times = 0; ; times += 1) {
    const answer = await ask();
    if (times === 5 || answer.userErrors.every(({ code }) => code !== "CONFLICT")) return answer;
  }
}

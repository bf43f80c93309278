import type { Graph, GraphNode, Lane } from "../../../domain/sop/graph.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import {
  type AnyData,
  startTestApi,
  type TestApi,
  type TestClient,
} from "../../harness/test-api.js";
import { addHolder, addPerson } from "../../integration/cases/people-of-the-test.js";

/** What a mutation answers, of whatever payload. */
export interface Answer {
  readonly codes: readonly string[];
  readonly payload: AnyData;
}

const office = "trenggalek-kominfo";
const positions = ["kabid-aptika", "kasi-aplikasi", "kasi-litik", "fungsional", "staf-iatik"];
const monday = Date.parse("2026-08-10T00:30:00Z");

/** The lanes of walks on a server: each of a position that all walkers hold. */
export const officeLanes = (count: number): Lane[] =>
  positions.slice(0, count).map((position, at) => ({
    key: `l${at}`,
    name: `Pelaksana ${at + 1}`,
    binding: { type: "POSITION", position: `${office}.${position}` },
  }));

/** The demo's office with some people more, who may all do everything in every lane. */
export class WalkOffice {
  readonly #clients = new Map<number | "admin" | "kadis" | "manajer", TestClient>();
  readonly #positions = new Map<string, string>();
  readonly people: number[] = [];
  #officeId = "";
  #titles = 0;

  private constructor(
    readonly api: TestApi,
    readonly another: TestApi,
  ) {}

  static async open(): Promise<WalkOffice> {
    const api = await startTestApi({ at: monday });
    const its = new WalkOffice(api, await api.startAnother());
    for (const name of ["admin", "kadis", "manajer"] as const) {
      its.#clients.set(name, await api.signIn(name));
    }
    for (const name of ["satu", "dua", "tiga", "empat"].map((one) => `pejalan-${one}`)) {
      await addPerson(api, name, "budi");
      for (const position of positions) await addHolder(api, name, `${office}.${position}`);
      const client = await api.signIn(name);
      const { me } = await api.gql(client, "{ me { id } }");
      const person = parseGlobalId(me.id)!.id;
      its.people.push(person);
      its.#clients.set(person, client);
    }
    const known = await api.gql(
      its.#clients.get("admin")!,
      "{ me { office { id } } positions { id code } }",
    );
    its.#officeId = known.me.office.id;
    for (const { id, code } of known.positions) its.#positions.set(code, id);
    return its;
  }

  async close(): Promise<void> {
    await this.another.stop();
    await this.api.stop();
  }

  /** Sends a mutation as somebody, to the one server or to the other. */
  async ask(
    who: number | "admin" | "kadis" | "manajer",
    name: string,
    input: object,
    { fields = "", type = "", server = 0 } = {},
  ): Promise<Answer> {
    const inputType = type || `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${inputType}!) {
      ${name}(input: $input) { ${fields} userErrors { code } } }`;
    const api = server % 2 === 0 ? this.api : this.another;
    const payload = (await api.gql(this.#clients.get(who)!, document, { input }))[name];
    return { payload, codes: payload.userErrors.map(({ code }: AnyData) => code) };
  }

  /** Draws and enacts an SOP; answers its id. */
  async enact(graph: Graph): Promise<string> {
    this.#titles += 1;
    const title = `Jalan ${this.#titles}`;
    const created = await this.#done(
      "admin",
      "createSop",
      { officeId: this.#officeId, title },
      {
        fields: "sop { id } version { id revision }",
      },
    );
    const edited = await this.#done(
      "admin",
      "editDraft",
      {
        versionId: created.version.id,
        revision: created.version.revision,
        edits: [...blankEdits, ...this.#edits(graph)],
      },
      { fields: "version { id revision }" },
    );
    const { id: versionId, revision } = edited.version;
    const enacted = await this.#done(
      "kadis",
      "enactVersion",
      { versionId, revision },
      {
        fields: "problems { rule message }",
      },
    );
    if (enacted.problems.length > 0) throw new Error(JSON.stringify(enacted.problems));
    return created.sop.id;
  }

  async #done(...asked: Parameters<WalkOffice["ask"]>): Promise<AnyData> {
    const { codes, payload } = await this.ask(...asked);
    if (codes.length > 0) throw new Error(`${asked[1]}: ${codes.join()}`);
    return payload;
  }

  #edits({ lanes, nodes, edges, outputs }: Graph): object[] {
    const add = (collection: string, name: string, elements: readonly object[]): object[] =>
      elements.map((element, index) => ({ op: "ADD", collection, index, [name]: element }));
    return [
      ...add(
        "LANES",
        "lane",
        lanes.map((lane) => this.#lane(lane)),
      ),
      ...add("OUTPUTS", "output", outputs),
      ...add("NODES", "node", nodes.map(nodeInput)),
      ...add("EDGES", "edge", edges),
    ];
  }

  #lane({ key, name, binding }: Lane): object {
    if (binding?.type !== "POSITION") return { key, name, bindingType: "REQUESTER" };
    const positionId = this.#positions.get(binding.position);
    return { key, name, bindingType: "POSITION", positionId };
  }
}

/** Takes out what a new draft begins with. */
const blankEdits = [
  { op: "REMOVE", collection: "EDGES", key: "start-end" },
  { op: "REMOVE", collection: "NODES", key: "start" },
  { op: "REMOVE", collection: "NODES", key: "end" },
  { op: "REMOVE", collection: "LANES", key: "pelaksana" },
];

const nodeInput = ({ kind, parts, ...node }: GraphNode): object => ({
  ...node,
  kind: kind.toUpperCase(),
  parts: parts.map(({ lane, label }) => ({ laneKey: lane, label })),
});

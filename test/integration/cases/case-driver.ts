import { expect } from "vitest";
import { type CaseEvent, foldEvents } from "../../../domain/index.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { HistoryRow } from "../../../server/persistence/case-store.js";
import type { Row } from "../../../server/persistence/database.js";
import { historyHash } from "../../../server/runtime/history-hash.js";
import type { DemoOffice, Procedure } from "../../../seeds/seed-shapes.js";
import { readSeed } from "../../../server/features/people/seed-files.js";
import {
  type AnyData,
  startTestApi,
  type TestApi,
  type TestClient,
} from "../../harness/test-api.js";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const files = {
  "000": "000-pemanfaatan-aplikasi-layanan",
  "001": "001-pengelolaan-layanan-tik",
  "002": "002-pembinaan-sumber-daya-kominfo",
  "003": "003-layanan-sub-domain-hosting",
  "004a": "004a-pinjam-ruang-smart-center",
  "004b": "004b-pakai-smart-center",
} as const;
export type ProcedureName = keyof typeof files;

const office = readSeed<DemoOffice>("office/demo-office.json");

/** Everybody of the demo office who holds the position, in the order of the file. */
const holdersOf = (position: string): string[] =>
  office.people.filter((one) => one.positions.includes(position)).map(({ username }) => username);

export const taskFields = `id label visit status dueAt openedAt claimedAt closedAt outcome comment
  overdue canClaim canComplete node { key } lane { key bindingType position { code } }
  assignee { username } outcomes { key label } given { reference output { key } }
  owedOutputs { key }`;
export const instanceFields = `id status title startedAt endedAt leadTime holdReason requesterName
  requester { username } startedBy { username } version { id version }
  openTasks { ${taskFields} }`;

export interface Completed {
  readonly task: AnyData;
  readonly instance: AnyData;
  readonly userErrors: readonly { readonly code: string; readonly field: string | null }[];
}

export interface Completion {
  readonly outcome?: string;
  readonly outputs?: readonly { readonly output: string; readonly reference: string }[];
  readonly comment?: string;
  readonly idempotencyKey?: string;
}

/**
 * Works cases as people do: through the API alone, signed in as whoever holds the lane. Only what
 * must be compared with the API's answers (a case's state and its log) is read from the database.
 */
export class CaseDriver {
  readonly #clients = new Map<
    string,
    { readonly at: number; readonly client: Promise<TestClient> }
  >();
  readonly #sops = new Map<ProcedureName, string>();

  private constructor(readonly api: TestApi) {}

  /** On a Monday morning in a week without a holiday, unless told otherwise. */
  static async start(
    at = Date.parse("2026-08-10T00:30:00Z"),
    options: Omit<NonNullable<Parameters<typeof startTestApi>[0]>, "at"> = {},
  ): Promise<CaseDriver> {
    const driver = new CaseDriver(await startTestApi({ at, ...options }));
    const { sops } = await driver.gql("admin", "{ sops { nodes { id title part } } }");
    for (const name of Object.keys(files) as ProcedureName[]) {
      const { title, part } = CaseDriver.procedure(name);
      const sop = sops.nodes.find((one: AnyData) => one.title === title && one.part === part);
      driver.#sops.set(name, sop.id);
    }
    return driver;
  }

  static procedure(name: ProcedureName): Procedure {
    return readSeed<Procedure>(`procedures/${files[name]}.json`);
  }

  sop(name: ProcedureName): string {
    return this.#sops.get(name) ?? "";
  }

  /** A signed-in client; signed in again where the clock has gone past the session. */
  as(username: string): Promise<TestClient> {
    const now = this.api.clock.now();
    const known = this.#clients.get(username);
    if (known && Math.abs(now - known.at) < 6 * HOUR) return known.client;
    // The promise is kept, so that many at once share one session.
    const client = this.api.signIn(username);
    this.#clients.set(username, { at: now, client });
    return client;
  }

  /** That the session is over: the next request signs in again. */
  forget(username: string): void {
    this.#clients.delete(username);
  }

  async gql(username: string | null, document: string, variables: object = {}): Promise<AnyData> {
    const client = username === null ? null : await this.as(username);
    return this.api.gql(client, document, variables);
  }

  /** The payload of the mutation `name`, of which `fields` are read. */
  async mutate(
    by: string | TestClient,
    name: string,
    input: object,
    fields: string,
    api: TestApi = this.api,
  ): Promise<AnyData> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const types: Readonly<Record<string, string>> = {
      claimTask: "TaskActionInput",
      releaseTask: "TaskActionInput",
      holdInstance: "InstanceReasonInput",
      cancelInstance: "InstanceReasonInput",
      resumeInstance: "InstanceActionInput",
      submitVersion: "VersionActionInput",
      withdrawSubmission: "VersionActionInput",
      discardDraft: "VersionActionInput",
      commentOnInstance: "CommentInput",
      importPeople: "PeopleImportInput",
    };
    const document = `mutation ($input: ${types[name] ?? type}!) {
      ${name}(input: $input) { ${fields} userErrors { code field message } }
    }`;
    const client = typeof by === "string" ? await this.as(by) : by;
    return (await api.gql(client, document, { input }))[name];
  }

  /** Starts a case of a seeded procedure as whoever may; answers the case. */
  async start(name: ProcedureName, input: object = {}, by?: string): Promise<AnyData> {
    const { graph } = CaseDriver.procedure(name).document;
    const start = graph.nodes.find(({ kind }) => kind === "start");
    const lane = graph.lanes.find(({ key }) => key === start?.parts[0]?.lane);
    const starter =
      by ?? (lane?.binding?.type === "POSITION" ? holdersOf(lane.binding.position)[0] : "pemohon");
    const payload = await this.mutate(
      starter ?? "",
      "startInstance",
      { sopId: this.sop(name), ...input },
      `instance { ${instanceFields} }`,
    );
    expect(payload.userErrors).toEqual([]);
    return payload.instance;
  }

  /** Who works the task: the first holder of its lane's position, or its requester. */
  workerOf(task: AnyData): string {
    if (task.assignee) return task.assignee.username;
    return task.lane.bindingType === "REQUESTER" ? "pemohon" : this.holdersOf(task)[0]!;
  }

  holdersOf(task: AnyData): string[] {
    return holdersOf(task.lane.position.code);
  }

  async complete(
    by: string | TestClient,
    taskId: string,
    how: Completion = {},
    api: TestApi = this.api,
  ): Promise<Completed> {
    const fields = `task { ${taskFields} } instance { ${instanceFields} }`;
    return this.mutate(by, "completeTask", { taskId, ...how }, fields, api);
  }

  /**
   * Does one step of a case as its worker: `a4`, with its outcome `a4:a4-a2`, or one lane's part of a
   * joint step `a6@pelaksana`, giving what other steps wait for. Answers the case afterwards.
   */
  async step(instance: AnyData, step: string, how: Completion = {}): Promise<AnyData> {
    const [place = "", outcome] = step.split(":");
    const [node, lane] = place.split("@");
    const task = instance.openTasks.find(
      (one: AnyData) => one.node.key === node && (lane === undefined || one.lane.key === lane),
    );
    if (!task) throw new Error(`${step} is not open, but ${this.openSteps(instance)}`);
    const payload = await this.complete(this.workerOf(task), task.id, {
      ...(outcome === undefined ? {} : { outcome }),
      outputs: task.owedOutputs.map(({ key }: AnyData) => ({ output: key, reference: key })),
      ...how,
    });
    expect(payload.userErrors, step).toEqual([]);
    expect(payload.task.status).toBe("DONE");
    return payload.instance;
  }

  /** Does the steps one after another. */
  async steps(instance: AnyData, ...steps: readonly string[]): Promise<AnyData> {
    let current = instance;
    for (const step of steps) current = await this.step(current, step);
    return current;
  }

  /** Keys of the steps with open tasks, one for each task, in order. */
  openSteps(instance: AnyData): string[] {
    return instance.openTasks.map((task: AnyData) => task.node.key).sort();
  }

  /** A case as the admin sees it now. */
  async read(instanceId: string, fields = instanceFields): Promise<AnyData> {
    const document = `query ($id: ID!) { node(id: $id) { ... on Instance { ${fields} } } }`;
    return (await this.gql("admin", document, { id: instanceId })).node;
  }

  /** What a refusal must leave as it was: the case's row and the length of its log. */
  async trace(instanceId: string): Promise<Row> {
    const id = parseGlobalId(instanceId)?.id ?? 0;
    const row = await this.api.database.reader.get(
      `SELECT i.version, i.status, i.state, i.head_hash,
        (SELECT COUNT(*) FROM history_entry h WHERE h.instance_id = i.id) AS entries,
        (SELECT COUNT(*) FROM task t WHERE t.instance_id = i.id) AS tasks
        FROM instance i WHERE i.id = ?`,
      [id],
    );
    return row ?? {};
  }

  /**
   * That the log of the case is whole: numbered without a gap, chained by its hashes up to the one on
   * the case, and folding to the state that is stored.
   */
  async expectWholeLog(instanceId: string): Promise<readonly CaseEvent[]> {
    const id = parseGlobalId(instanceId)?.id ?? 0;
    const { reader } = this.api.database;
    const stored = await reader.get<Row & { state: string; version: number; head_hash: string }>(
      "SELECT state, version, head_hash FROM instance WHERE id = ?",
      [id],
    );
    const rows = await reader.all<Row & HistoryRow>(
      `SELECT instance_id AS instanceId, seq, at, actor_type AS actorType, actor_id AS actorId,
        actor_name AS actorName, command, events, hash FROM history_entry
        WHERE instance_id = ? ORDER BY seq`,
      [id],
    );
    const { history } = await this.read(instanceId, "history { seq at hash events }");
    expect(history.map((entry: AnyData) => entry.seq)).toEqual(rows.map((_, index) => index + 1));
    expect(stored?.version).toBe(rows.length);
    let hash = "";
    for (const row of rows) {
      hash = historyHash(hash, row);
      expect(row.hash).toBe(hash);
      expect(history[row.seq - 1].hash).toBe(hash);
    }
    expect(stored?.head_hash).toBe(hash);
    const events = rows.flatMap((row) => JSON.parse(row.events) as CaseEvent[]);
    const types = history.flatMap((entry: AnyData) =>
      entry.events.map(({ type }: AnyData) => type),
    );
    expect(types).toEqual(events.map(({ type }) => type));
    expect(foldEvents(events)).toEqual(JSON.parse(stored?.state ?? "null"));
    return events;
  }

  /** That the case is at its end, took exactly `duration`, and left nothing open and no gap. */
  async expectCompleted(instanceId: string, duration: number): Promise<void> {
    const it = await this.read(instanceId, `${instanceFields} tasks { status closedAt }`);
    expect(it).toMatchObject({ status: "COMPLETED", openTasks: [], leadTime: duration });
    expect(Date.parse(it.endedAt) - Date.parse(it.startedAt)).toBe(duration);
    expect(Date.parse(it.endedAt)).toBe(this.api.clock.now());
    for (const task of it.tasks) expect(["DONE", "WITHDRAWN"]).toContain(task.status);
    const events = await this.expectWholeLog(instanceId);
    expect(events.at(-1)?.type).toBe("CASE_COMPLETED");
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}

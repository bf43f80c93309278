import { createConnection } from "mysql2/promise";
import { readSeed } from "../../server/features/people/seed-files.js";
import { parseGlobalId } from "../../server/kernel/global-id.js";
import type { DemoOffice, Procedure } from "../../seeds/seed-shapes.js";

const demo = readSeed<DemoOffice>("office/demo-office.json");

const password = "alur-demo";
const signInDocument = `mutation ($input: SignInInput!) {
  signIn(input: $input) { token userErrors { code } }
}`;
const taskFields = "id node { key } assignee { username } lane { bindingType position { code } }";
const startDocument = `mutation ($input: StartInstanceInput!) {
  startInstance(input: $input) { instance { id openTasks { ${taskFields} } } userErrors { code } }
}`;
const completeDocument = `mutation ($input: CompleteTaskInput!) {
  completeTask(input: $input) {
    task { id status } instance { id openTasks { ${taskFields} } } userErrors { code }
  }
}`;
const claimDocument = `mutation ($input: TaskActionInput!) {
  claimTask(input: $input) { task { id } userErrors { code } }
}`;

export interface OpenTask {
  readonly id: string;
  readonly node: { readonly key: string };
  readonly assignee: { readonly username: string } | null;
  readonly lane: {
    readonly bindingType: string;
    readonly position: { readonly code: string } | null;
  };
}

export interface OpenCase {
  readonly id: string;
  readonly openTasks: readonly OpenTask[];
}

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly task?: { readonly id: string; readonly status: string } | null;
  readonly instance?: OpenCase | null;
}

/** The number of the row behind a global id. */
export const rowOf = (globalId: string): number => parseGlobalId(globalId)?.id ?? 0;

/** Whether the mutation did what was asked. */
export const isDone = (payload: Payload): boolean => payload.userErrors.length === 0;

/** The demo office through the API of two servers, whose addresses are `urls`. */
export class Office {
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #sops = new Map<string, string>();

  private constructor(readonly urls: readonly string[]) {}

  /** `procedures` are the seeds that will be run. */
  static async open(urls: readonly string[], procedures: readonly string[]): Promise<Office> {
    const office = new Office(urls);
    const { sops } = await office.ask<{
      sops: { nodes: { id: string; title: string; part: string }[] };
    }>(0, "admin", "{ sops { nodes { id title part } } }");
    for (const name of procedures) {
      const { title, part } = readSeed<Procedure>(`procedures/${name}.json`);
      const sop = sops.nodes.find((one) => one.title === title && one.part === part);
      if (!sop) throw new Error(`The demo has no ${name}`);
      office.#sops.set(name, sop.id);
    }
    return office;
  }

  sop(procedure: string): string {
    return this.#sops.get(procedure) ?? "";
  }

  headers(username: string): Promise<Record<string, string>> {
    return this.#token(username).then((token) => ({ authorization: `Bearer ${token}` }));
  }

  /** The data of an operation at one of the servers; an error of the system is thrown. */
  async ask<T>(server: number, username: string, query: string, variables = {}): Promise<T> {
    return this.#send<T>(server, query, variables, await this.headers(username));
  }

  start(server: number, by: string, procedure: string, key?: string): Promise<Payload> {
    const input = { sopId: this.sop(procedure), ...(key ? { idempotencyKey: key } : {}) };
    return this.#mutate(server, by, startDocument, input);
  }

  claim(server: number, by: string, taskId: string): Promise<Payload> {
    return this.#mutate(server, by, claimDocument, { taskId });
  }

  complete(
    server: number,
    by: string,
    taskId: string,
    how: { readonly outcome?: string; readonly idempotencyKey?: string } = {},
  ): Promise<Payload> {
    return this.#mutate(server, by, completeDocument, { taskId, ...how });
  }

  /** Does the steps one after another, at the servers in turn: `a4`, with an outcome `a5:a5-f1`. */
  async walk(begun: OpenCase, steps: readonly string[]): Promise<OpenCase> {
    let current = begun;
    for (const [index, step] of steps.entries()) {
      const [node, outcome] = step.split(":");
      const task = current.openTasks.find((one) => one.node.key === node);
      if (!task) throw new Error(`${step} is not open in ${current.id}`);
      const how = outcome === undefined ? {} : { outcome };
      const payload = await this.complete(index % 2, workerOf(task), task.id, how);
      if (!payload.instance || !isDone(payload)) throw new Error(JSON.stringify(payload));
      current = payload.instance;
    }
    return current;
  }

  async #mutate(server: number, by: string, document: string, input: object): Promise<Payload> {
    const data = await this.ask<Record<string, Payload>>(server, by, document, { input });
    return Object.values(data)[0]!;
  }

  #token(username: string): Promise<string> {
    const known = this.#tokens.get(username) ?? this.#signIn(username);
    this.#tokens.set(username, known);
    return known;
  }

  async #signIn(username: string): Promise<string> {
    const input = { username, password, bearer: true };
    const { signIn } = await this.#send<{ signIn: { token: string | null } }>(
      0,
      signInDocument,
      { input },
      {},
    );
    if (!signIn.token) throw new Error(`${username} cannot sign in`);
    return signIn.token;
  }

  async #send<T>(server: number, query: string, variables: object, headers: object): Promise<T> {
    const response = await fetch(`${this.urls[server % this.urls.length]}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
    if (errors || !data) throw new Error(JSON.stringify(errors ?? response.status));
    return data;
  }
}

/** Who works the task: who claimed it, else the first holder of its lane's position, or its requester. */
export function workerOf(task: OpenTask): string {
  if (task.assignee) return task.assignee.username;
  const code = task.lane.position?.code;
  if (code === undefined) return "pemohon";
  return demo.people.find(({ positions }) => positions.includes(code))?.username ?? "";
}

/** Gives somebody so many colleagues, alike but for the name: whom to race with. Answers all their names. */
export async function addColleagues(
  databaseUrl: string,
  username: string,
  count: number,
): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `${username}-${index + 2}`);
  const connection = await createConnection({ uri: databaseUrl });
  try {
    for (const name of names) {
      await connection.query(
        `INSERT INTO person (office_id, username, name, nip, locale, password_hash,
          must_change_password, disabled_at, created_at)
          SELECT office_id, ?, name, nip, locale, password_hash, 0, NULL, created_at
          FROM person WHERE username = ?`,
        [name, username],
      );
      await connection.query(
        `INSERT INTO person_role (person_id, role) SELECT c.id, r.role
          FROM person_role r JOIN person p ON p.id = r.person_id, person c
          WHERE p.username = ? AND c.username = ?`,
        [username, name],
      );
      await connection.query(
        `INSERT INTO position_holder (position_id, person_id, acting, valid_from, valid_until)
          SELECT h.position_id, c.id, h.acting, h.valid_from, h.valid_until
          FROM position_holder h JOIN person p ON p.id = h.person_id, person c
          WHERE p.username = ? AND c.username = ?`,
        [username, name],
      );
    }
  } finally {
    await connection.end();
  }
  return [username, ...names];
}

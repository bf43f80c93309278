import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { createClient } from "graphql-sse";
import type { SopDocument } from "../../../domain/index.js";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import type { AnyData } from "../../harness/test-api.js";

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly data?: AnyData;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const bearer = (token?: string): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** Sends one operation, by nobody unless a token says whose it is. */
export async function ask(
  url: string,
  query: string,
  variables: object = {},
  token?: string,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...bearer(token) },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as object;
  return { status: response.status, retryAfter: response.headers.get("retry-after"), ...body };
}

export async function signIn(url: string, username: string): Promise<string> {
  const document = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
  const input = { username, password: "alur-demo", bearer: true };
  const { data } = await ask(url, document, { input });
  return data.signIn.token as string;
}

const caseFields = `id openTasks { id node { key text } lane { position { code } } }`;

export async function startCase(url: string, sopId: string, token: string): Promise<AnyData> {
  const document = `mutation ($input: StartInstanceInput!) {
    startInstance(input: $input) { instance { ${caseFields} } userErrors { code } } }`;
  const { data } = await ask(url, document, { input: { sopId } }, token);
  if (!data.startInstance.instance) throw new Error(JSON.stringify(data));
  return data.startInstance.instance;
}

export async function completeTask(url: string, taskId: string, token: string): Promise<AnyData> {
  const document = `mutation ($input: CompleteTaskInput!) {
    completeTask(input: $input) { instance { ${caseFields} } userErrors { code } } }`;
  const { data } = await ask(url, document, { input: { taskId } }, token);
  return data.completeTask;
}

export interface CommandEnd {
  readonly code: number | null;
  readonly output: string;
}

/** A command of the built program beside the servers; `ended` gives all that it wrote. */
export function runCommand(
  location: DatabaseLocation,
  name: "backup" | "restore" | "verify-log",
  ...args: readonly string[]
): { readonly process: ChildProcess; readonly ended: Promise<CommandEnd> } {
  const program = fileURLToPath(new URL(`../../../dist/server/cli/${name}.js`, import.meta.url));
  const place =
    location.dialect === "sqlite" ? { DATA_DIR: location.dataDir } : { DATABASE_URL: location.url };
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env["PATH"], ...place },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  return { process: child, ended };
}

/** Writes the backup again with some SOP documents changed, under the ids that they had. */
export function changeDocuments(
  from: string,
  to: string,
  change: (document: SopDocument) => SopDocument,
): void {
  const lines = gunzipSync(readFileSync(from)).toString("utf8").trimEnd().split("\n");
  let column = -1;
  const changed = lines.map((line) => {
    const value = JSON.parse(line) as unknown[] | { table?: string; columns?: string[] };
    if (!Array.isArray(value)) {
      column = value.table === "sop_version" ? (value.columns ?? []).indexOf("document") : -1;
      return line;
    }
    if (column < 0) return line;
    const document = JSON.parse(String(value[column])) as SopDocument;
    return JSON.stringify(value.with(column, JSON.stringify(change(document))));
  });
  writeFileSync(to, gzipSync(`${changed.join("\n")}\n`));
}

/** Follows the worklist as the interface does, with the same client. */
export function follow(url: string, token: string) {
  let connections = 0;
  let messages = 0;
  const client = createClient({
    url: `${url}/graphql/stream`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: Number.MAX_SAFE_INTEGER,
    on: { connected: () => (connections += 1) },
  });
  client.subscribe(
    { query: "subscription { worklistChanged { __typename } }" },
    { next: () => (messages += 1), error: () => undefined, complete: () => undefined },
  );
  return {
    connections: () => connections,
    messages: () => messages,
    close: () => client.dispose(),
  };
}

/** A request that a server has begun to read, and so waits for before it lets go of anything. */
export async function holdRequest(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  );
  await sleep(200);
  return socket;
}

/** The `status` of /health. */
export const healthAt = async (url: string): Promise<string> =>
  ((await (await fetch(`${url}/health`)).json()) as { status: string }).status;

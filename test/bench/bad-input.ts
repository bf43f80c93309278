import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { toGlobalId } from "../../server/kernel/global-id.js";
import { graphqlRequest, openAlur } from "./alur-api.js";
import { lookIntoSqlite } from "./alur-database.js";
import { startServer } from "./alur-subject.js";
import { type BadInput, badInputs, faultyDraft, type Targets } from "./bad-inputs.js";
import { createSop, editDraft, readRevisions, signIn } from "./graphql-documents.js";
import { type HttpAnswer, type HttpRequest, KeepAliveClient } from "./keep-alive-client.js";
import { median } from "./measurement.js";

interface Draft {
  readonly id: string;
  readonly revision: number;
}

/**
 * Sends every bad input so many times to a new Alur of its own, without a warm-up: the first one is
 * somebody's, too. Each must be refused as what it is, and must leave the drafts as they were. Prints
 * the milliseconds from the first byte sent to the last one read, and returns the longest.
 */
export async function measureBadInput(folder: string, rounds: number): Promise<number> {
  const dataDir = join(folder, "bad-input");
  mkdirSync(dataDir);
  const program = await startServer({ DATA_DIR: dataDir });
  try {
    const { admin, targets } = await prepare(program.port, dataDir);
    const readDrafts = graphqlRequest(readRevisions, { ids: targets.drafts }, admin);
    const before = (await ask(program.port, readDrafts)).body.toString();
    const inputs = badInputs(targets, admin);
    const times = new Map<string, number[]>(inputs.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const input of inputs) {
        const from = performance.now();
        const answer = await ask(program.port, input.request);
        times.get(input.name)?.push(performance.now() - from);
        mustRefuse(input, answer);
      }
    }
    const after = (await ask(program.port, readDrafts)).body.toString();
    if (after !== before) throw new Error(`Bad input has changed a draft: ${before} ${after}`);
    return print(times);
  } finally {
    await program.stop();
  }
}

function print(times: ReadonlyMap<string, readonly number[]>): number {
  console.log(`\nbad input, milliseconds${" ".repeat(28)}median   worst`);
  for (const [name, values] of times) {
    const figures = [median(values), Math.max(...values)];
    const columns = figures.map((figure) => figure.toFixed(1).padStart(8)).join("");
    console.log(`  ${name.padEnd(47)}${columns}`);
  }
  return Math.max(...[...times.values()].flat());
}

/** On a connection of its own, for the server may close it after what it does not read to its end. */
async function ask(port: number, request: HttpRequest): Promise<HttpAnswer> {
  const client = await KeepAliveClient.open(port);
  return client.ask(request).finally(() => client.close());
}

interface GraphQLAnswer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly data?: Readonly<Record<string, Refused>> | null;
}

interface Refused {
  readonly userErrors?: readonly { readonly code: string }[];
}

function mustRefuse({ name, status, code }: BadInput, answer: HttpAnswer): void {
  const text = answer.body.toString();
  const { errors, data } = JSON.parse(text) as GraphQLAnswer;
  const found =
    errors?.[0]?.extensions?.code ?? Object.values(data ?? {})[0]?.userErrors?.[0]?.code;
  if (answer.status === status && found === code) return;
  throw new Error(
    `${name}: ${status} ${code} was to come, not ${answer.status} ${text.slice(0, 500)}`,
  );
}

/** An admin, and the drafts at which the bad input is aimed. */
async function prepare(
  port: number,
  dataDir: string,
): Promise<{ admin: string; targets: Targets }> {
  const database = lookIntoSqlite(dataDir);
  const [office] = await database.all<{ id: number }>("SELECT id FROM office ORDER BY id LIMIT 1");
  await database.close();
  const officeId = toGlobalId("Office", office?.id ?? 0);
  const api = await openAlur(port);
  const credentials = { username: "admin", password: "alur-demo", bearer: true };
  const { token } = await api.mutate<{ token: string }>(signIn, credentials, null);
  const draft = async (title: string): Promise<Draft> =>
    (await api.mutate<{ version: Draft }>(createSop, { officeId, title }, token)).version;
  const edited = async ({ id, revision }: Draft, edits: readonly object[]): Promise<Draft> => {
    const input = { versionId: id, revision, edits };
    return (await api.mutate<{ version: Draft }>(editDraft, input, token)).version;
  };
  const plain = await draft("Masukan buruk");
  const dangling = await edited(await draft("Panah lepas"), faultyDraft.danglingArrows);
  const half = await edited(await draft("Seribu langkah"), faultyDraft.looseSteps(0, 500));
  const largest = await edited(half, faultyDraft.looseSteps(500, 498));
  api.close();
  const drafts = [plain, dangling, largest].map(({ id }) => id);
  return { admin: token, targets: { plain, dangling, largest, officeId, drafts } };
}

import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import { type Program, startProgram } from "../../harness/program.js";
import type { AnyData } from "../../harness/test-api.js";
import { createTestLocation, testDialect, type TestLocation } from "../../harness/test-database.js";
import { Receiver } from "../webhooks/receiver.js";

let place: TestLocation;
let receiver: Receiver;
const programs: Program[] = [];

beforeAll(async () => {
  place = await createTestLocation();
  receiver = await Receiver.listen();
});
afterAll(async () => {
  for (const program of programs) await program.stop("SIGKILL");
  await receiver?.close();
  await place?.drop();
});

function start(location: DatabaseLocation): Program {
  const program = startProgram(location, {
    WEBHOOK_ALLOW_HTTP: "1",
    WEBHOOK_ALLOWED_NETWORKS: "127.0.0.1",
  });
  programs.push(program);
  return program;
}

async function ask(
  url: string,
  token: string | null,
  query: string,
  input: object,
): Promise<AnyData> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return ((await response.json()) as AnyData).data;
}

// On MariaDB the next server waits until the lease ends, as another might have it.
test.runIf(testDialect === "sqlite")(
  "a program that is killed in the middle of a delivery goes on with it when it is started again",
  async () => {
    const killed = start(place.location);
    const url = await killed.url;
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { token } }`;
    const admin = { username: "admin", password: "alur-demo", bearer: true };
    const { token } = (await ask(url, null, signIn, admin)).signIn;
    const created = await ask(
      url,
      token,
      `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`,
      { name: "SPBE", url: receiver.url(), events: ["CASE_STARTED"] },
    );
    const arrived = new Promise<void>((resolve) => {
      receiver.answer = () => resolve();
    });
    const webhookId = created.createWebhook.webhook.id;
    const trial = `mutation ($input: WebhookInput!) { testWebhook(input: $input) { webhook { id } } }`;
    await ask(url, token, trial, { webhookId });
    await arrived;
    await killed.stop("SIGKILL");

    const again = new Promise<void>((resolve) => {
      receiver.answer = (response) => {
        response.writeHead(204).end();
        resolve();
      };
    });
    const second = start(place.location);
    await second.url;
    await again;
    const [first, next] = receiver.received;
    expect(next?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(next?.text).toBe(first?.text);
    expect(await second.stop()).toBe(0);
    expect(receiver.received).toHaveLength(2);
  },
);

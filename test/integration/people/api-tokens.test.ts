import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { ActorService } from "../../../server/features/people/actor-service.js";
import { AccountChanges } from "../../../server/features/people/account-changes.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let api: TestApi;
let admin: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.signIn("admin");
});
afterEach(() => api.clock.release());
afterAll(() => api.stop());

const bearing = (secret: string): TestClient => ({
  headers: { authorization: `Bearer ${secret}` },
});

const create = async (client: TestClient | null, name: string, scopes: string[]) =>
  (
    await api.gql(
      client,
      `mutation ($input: CreateApiTokenInput!) {
         createApiToken(input: $input) {
           apiToken { id name scopes createdAt revokedAt lastUsedAt } secret userErrors { code field }
         }
       }`,
      { input: { name, scopes } },
    )
  ).createApiToken;

const revoke = async (client: TestClient, apiTokenId: string) =>
  (
    await api.gql(
      client,
      `mutation ($input: RevokeApiTokenInput!) {
         revokeApiToken(input: $input) { apiToken { revokedAt } userErrors { code field } }
       }`,
      { input: { apiTokenId } },
    )
  ).revokeApiToken;

const offices = async (client: TestClient) =>
  (await api.send(client, "{ offices { code } }")).data?.offices ?? null;

test("a token is made, used, shown with its last use, and revoked at once", async () => {
  const { apiToken, secret, userErrors } = await create(admin, "  Portal  ", [
    "TASKS_READ",
    "SOPS_READ",
    "TASKS_READ",
  ]);
  expect(userErrors).toEqual([]);
  expect(apiToken).toMatchObject({
    name: "Portal",
    scopes: ["SOPS_READ", "TASKS_READ"],
    revokedAt: null,
    lastUsedAt: null,
  });
  expect(secret).toMatch(/^alur_[\w-]{43}$/);
  expect(await offices(bearing(secret))).toEqual([{ code: "trenggalek-kominfo" }]);
  expect((await api.gql(bearing(secret), "{ me { id } }")).me).toBeNull();

  const { apiTokens } = await api.gql(admin, "{ apiTokens { id name lastUsedAt } }");
  const listed = apiTokens.find(({ id }: { id: string }) => id === apiToken.id);
  expect(listed.lastUsedAt).toMatch(/^20\d\d-/);
  expect(apiTokens.map(({ name }: { name: string }) => name)).toEqual([
    "Integrator demo",
    "Portal",
  ]);

  const first = await revoke(admin, apiToken.id);
  expect(first.userErrors).toEqual([]);
  expect(await offices(bearing(secret))).toBeNull();
  api.clock.advance(60_000);
  expect(await revoke(admin, apiToken.id)).toEqual(first);
});

test("only the hash is kept", async () => {
  const { secret } = await create(admin, "Rahasia", ["CASES_READ"]);
  const rows = await api.database.reader.all("SELECT * FROM api_token", []);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(5));
});

test("the demo's integrator has its scopes, in its office, and no cookie carries it", async () => {
  const actors = new ActorService(api.database, new AccountChanges(), api.clock.now);
  const { actor } = await actors.authenticate({ bearer: api.integratorSecret, cookie: null });
  expect(actor).toMatchObject({
    type: "TOKEN",
    name: "Integrator demo",
    scopes: new Set(["SOPS_READ", "CASES_READ", "CASES_START", "TASKS_READ"]),
  });
  const asCookie = await actors.authenticate({ bearer: null, cookie: api.integratorSecret });
  expect(asCookie.actor.type).toBe("ANONYMOUS");
});

test("its last use is written once in five minutes", async () => {
  const { apiToken, secret } = await create(admin, "Sering", ["SOPS_READ"]);
  const lastUse = async () =>
    (
      await api.gql(
        admin,
        "query ($id: ID!) { node(id: $id) { ... on ApiToken { lastUsedAt } } }",
        {
          id: apiToken.id,
        },
      )
    ).node.lastUsedAt;
  const begun = api.clock.now();
  api.clock.set(begun);
  const isWritten = (at: number) =>
    vi.waitFor(async () => expect(await lastUse()).toBe(new Date(at).toISOString()));
  await offices(bearing(secret));
  await isWritten(begun);
  api.clock.set(begun + 4 * 60_000);
  await offices(bearing(secret));
  await isWritten(begun);
  api.clock.set(begun + 6 * 60_000);
  await offices(bearing(secret));
  await isWritten(begun + 6 * 60_000);
});

test("refuses names and scopes that are none", async () => {
  expect((await create(admin, "  ", ["SOPS_READ"])).userErrors).toEqual([
    { code: "INVALID", field: "input.name" },
  ]);
  expect((await create(admin, "x".repeat(201), ["SOPS_READ"])).userErrors).toEqual([
    { code: "TOO_LARGE", field: "input.name" },
  ]);
  expect((await create(admin, "Portal", [])).userErrors).toEqual([
    { code: "INVALID", field: "input.scopes" },
  ]);
});

test("is for the admin alone", async () => {
  const kadis = await api.signIn("kadis");
  const { apiToken } = await create(admin, "Milik admin", ["SOPS_READ"]);
  expect(await create(kadis, "Portal", ["SOPS_READ"])).toEqual({
    apiToken: null,
    secret: null,
    userErrors: [{ code: "FORBIDDEN", field: null }],
  });
  expect((await revoke(kadis, apiToken.id)).userErrors[0].code).toBe("FORBIDDEN");
  const read = "query ($id: ID!) { node(id: $id) { id } }";
  expect((await api.gql(kadis, read, { id: apiToken.id })).node).toBeNull();
  for (const client of [kadis, bearing(api.integratorSecret!)]) {
    const { errors } = await api.send(client, "{ apiTokens { id } }");
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  }
  const unknown = Buffer.from("ApiToken:99999").toString("base64url");
  expect((await revoke(admin, unknown)).userErrors).toEqual([
    { code: "NOT_FOUND", field: "input.apiTokenId" },
  ]);
});

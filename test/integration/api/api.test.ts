import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildApiSchema } from "../../../server/api/build-schema.js";
import { composeFeatures } from "../../../server/api/compose-features.js";
import { printAlurSchema } from "../../../server/api/print-schema.js";
import { undescribed } from "../../../server/api/undescribed.js";
import { startTestApi, type TestApi } from "../../harness/test-api.js";

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterEach(() => api.clock.release());

afterAll(() => api.stop());

describe("the schema", () => {
  test("describes everything", () => {
    const { resolvers, nodeSources } = composeFeatures({
      database: api.database,
      now: api.clock.now,
    });
    expect(undescribed(buildApiSchema(resolvers, nodeSources))).toEqual([]);
  });

  test("prints alike each time, in order", () => {
    const printed = printAlurSchema();
    expect(printed).toBe(printAlurSchema());
    expect(printed).toContain("interface Node");
    expect(printed.indexOf("type Mutation")).toBeLessThan(printed.indexOf("type Query"));
    expect(printed.endsWith("}\n")).toBe(true);
  });
});

test("is healthy on a fresh database", async () => {
  const response = await fetch(`${api.url}/health`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { status: "ok", database: "reached", migrations: "current" },
  ]);
});

describe("signing in", () => {
  const me = "{ me { username name office { name } roles positions { name } locale } }";

  test("works with a bearer token and with a cookie, and ends with signOut", async () => {
    for (const cookie of [false, true]) {
      const admin = await api.signIn("admin", { cookie });
      expect((await api.gql(admin, me)).me).toMatchObject({ username: "admin", roles: ["ADMIN"] });
      await api.gql(admin, "mutation { signOut { done userErrors { code } } }");
      expect((await api.gql(admin, me)).me).toBeNull();
    }
    expect((await api.gql(null, me)).me).toBeNull();
  });

  test("ends by itself when the session has been idle for too long", async () => {
    const admin = await api.signIn("admin");
    api.clock.advance(13 * 60 * 60 * 1000);
    expect((await api.gql(admin, me)).me).toBeNull();
  });

  test("refuses a wrong password as data, in the asker's language", async () => {
    const { data, status } = await api.send(
      { headers: { "accept-language": "en" } },
      'mutation { signIn(input: { username: "admin", password: "wrong" }) { token userErrors { code message } } }',
    );
    expect(status).toBe(200);
    expect(data.signIn).toMatchObject({
      token: null,
      userErrors: [{ code: "BAD_CREDENTIALS", message: expect.stringContaining("password") }],
    });
  });

  test("is needed for what is not public, and answers in the person's own language", async () => {
    const { errors } = await api.send(null, "{ people { nodes { id } } }");
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    const budi = await api.signIn("budi");
    const refused = await api.send(
      { headers: { ...budi.headers, "accept-language": "en" } },
      "{ apiTokens { id } }",
    );
    expect(refused.errors?.[0]).toMatchObject({
      message: "Anda tidak berhak melakukan ini.",
      extensions: { code: "FORBIDDEN" },
    });
  });

  test("lets the integrator's token read by its scopes only", async () => {
    const integrator = { headers: { authorization: `Bearer ${api.integratorSecret}` } };
    expect((await api.gql(integrator, "{ me { id } sops { nodes { id } } }")).me).toBeNull();
    const refused = await api.send(integrator, "{ apiTokens { id } }");
    expect(refused.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("node and nodes", () => {
  test("find what other answers named, each as its own type", async () => {
    const admin = await api.signIn("admin");
    const { me, positions, sops } = await api.gql(
      admin,
      "{ me { id office { id } } positions { id } sops(first: 1) { nodes { id inForce { id } } } }",
    );
    const ids = [me.id, me.office.id, positions[0].id, sops.nodes[0].id, sops.nodes[0].inForce.id];
    const document = `query ($ids: [ID!]!) {
      nodes(ids: $ids) { __typename id ... on Person { username } ... on Sop { title } }
    }`;
    for (let round = 0; round < 3; round++) {
      const { nodes } = await api.gql(admin, document, { ids });
      expect(nodes.map((node: { id: string }) => node.id)).toEqual(ids);
      expect(nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
        "Person",
        "Office",
        "Position",
        "Sop",
        "SopVersion",
      ]);
      expect(nodes[0].username).toBe("admin");
    }
  });

  test("are null for nonsense, for what is not there and for what is not to be seen", async () => {
    const admin = await api.signIn("admin");
    const { me } = await api.gql(admin, "{ me { id } }");
    const gone = Buffer.from("Person:999999").toString("base64url");
    const ids = [
      "",
      "nonsense",
      "x".repeat(1000),
      gone,
      Buffer.from("Nothing:1").toString("base64url"),
    ];
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect((await api.gql(admin, document, { ids })).nodes).toEqual([null, null, null, null, null]);
    const pemohon = await api.signIn("pemohon");
    expect((await api.gql(pemohon, document, { ids: [me.id] })).nodes).toEqual([null]);
    expect((await api.gql(null, document, { ids: [me.id] })).nodes).toEqual([null]);
  });

  test("take a hundred ids and no more", async () => {
    const { errors } = await api.send(null, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: Array.from({ length: 101 }, () => "x"),
    });
    expect(errors?.[0]?.extensions.code).toBe("TOO_LARGE");
  });
});

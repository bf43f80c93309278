import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeUiFolder, startTransportApi, type TransportApi } from "../../harness/transport-api.js";

let api: TransportApi;
let ui: Awaited<ReturnType<typeof makeUiFolder>>;
const frontend = "https://depan.example.go.id";

beforeAll(async () => {
  ui = await makeUiFolder();
  api = await startTransportApi({ corsOrigins: [frontend], uiFolder: ui.folder });
});

afterAll(async () => {
  await api.stop();
  await ui.remove();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { headers, redirect: "manual" });

describe("health", () => {
  afterEach(() => {
    api.controls.databaseReached = true;
    api.controls.migrationsCurrent = true;
  });

  test("is ok while the database answers and is migrated", async () => {
    const response = await get("/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      database: "reached",
      migrations: "current",
    });
  });

  test("fails while the database is behind, or away", async () => {
    api.controls.migrationsCurrent = false;
    const behind = await get("/health");
    expect([behind.status, await behind.json()]).toEqual([
      503,
      { status: "failing", database: "reached", migrations: "behind" },
    ]);
    api.controls.databaseReached = false;
    const away = await get("/health");
    expect([away.status, await away.json()]).toEqual([
      503,
      { status: "failing", database: "unreachable", migrations: "unknown" },
    ]);
  });
});

describe("sessions", () => {
  const who = { query: "{ who }" };
  const cookie = "alur_session=good";

  test("count as a cookie or as a bearer token, and the token goes first", async () => {
    expect((await api.post(who)).body.data).toEqual({ who: "ANONYMOUS" });
    expect((await api.post(who, { cookie })).body.data).toEqual({ who: "Siti" });
    const bearer = { authorization: "Bearer good" };
    expect((await api.post(who, bearer)).body.data).toEqual({ who: "Siti" });
    const both = { cookie, authorization: "Bearer bad" };
    expect((await api.post(who, both)).body.data).toEqual({ who: "ANONYMOUS" });
  });

  test("are kept in a cookie that scripts cannot read and other sites do not send", async () => {
    const entered = await api.post({ query: "mutation { enter }" });
    const set = entered.headers.get("set-cookie") ?? "";
    expect(set).toContain("alur_session=good");
    for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Expires="]) {
      expect(set).toContain(attribute);
    }
    expect(set).not.toContain("Secure");
    const left = await api.post({ query: "mutation { leave }" }, { cookie });
    expect(left.headers.get("set-cookie")).toMatch(/alur_session=;.*Expires=Thu, 01 Jan 1970/);
  });

  test("travel only over https where they came over https, as a proxy of ours tells", async () => {
    const entered = async (trustProxy: string[]) => {
      const fronted = await startTransportApi({ trustProxy });
      try {
        const https = { "x-forwarded-proto": "https" };
        const { headers } = await fronted.post({ query: "mutation { enter }" }, https);
        return headers.get("set-cookie");
      } finally {
        await fronted.stop();
      }
    };
    expect(await entered(["127.0.0.1"])).toContain("Secure");
    expect(await entered(["10.0.0.5"])).not.toContain("Secure");
    expect(await entered([])).not.toContain("Secure");
  });
});

describe("behind a proxy", () => {
  const ask = async (
    options: { trustProxy?: string[]; requireHttps?: boolean },
    headers: Record<string, string>,
  ) => {
    const fronted = await startTransportApi(options);
    try {
      return (await fronted.post({ query: "{ address mayTakePassword }" }, headers)).body.data;
    } finally {
      await fronted.stop();
    }
  };

  test.each([
    ["nobody is believed", [], "203.0.113.9", "127.0.0.1"],
    ["another is not believed", ["10.0.0.0/8"], "203.0.113.9", "127.0.0.1"],
    ["the one named is", ["127.0.0.1"], "203.0.113.9", "203.0.113.9"],
    ["what a caller invents before it is not", ["127.0.0.1"], "1.2.3.4, 10.9.8.7", "10.9.8.7"],
  ])("about the caller's address: %s", async (_what, trustProxy, sent, address) => {
    expect(await ask({ trustProxy }, { "x-forwarded-for": sent })).toMatchObject({ address });
  });

  test.each<[string, string[], Record<string, string>, string]>([
    ["from this machine", [], {}, "true"],
    ["from elsewhere", ["127.0.0.1"], { "x-forwarded-for": "10.9.8.7" }, "false"],
    [
      "from elsewhere over https",
      ["127.0.0.1"],
      { "x-forwarded-for": "10.9.8.7", "x-forwarded-proto": "https" },
      "true",
    ],
    ["through a proxy that is not named", [], { "x-forwarded-proto": "https" }, "false"],
  ])("where https is required, a password may come %s", async (_how, trustProxy, sent, may) => {
    expect(await ask({ trustProxy, requireHttps: true }, sent)).toMatchObject({
      mayTakePassword: may,
    });
    expect(await ask({ trustProxy }, sent)).toMatchObject({ mayTakePassword: "true" });
  });
});

describe("requests from other sites", () => {
  const cookie = "alur_session=good";

  test.each([
    ["cross-site", { "sec-fetch-site": "cross-site" }],
    ["same-site", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "https://evil.example" }],
    ["an allowed frontend", { origin: frontend }],
    ["a sandboxed page", { origin: "null" }],
  ])("may not use the cookie: %s", async (_name, headers) => {
    const { status, body } = await api.post(
      { query: "mutation { leave }" },
      { cookie, ...headers },
    );
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, "CSRF_REFUSED"]);
  });

  test("may use a bearer token", async () => {
    const headers = {
      authorization: "Bearer good",
      origin: frontend,
      "sec-fetch-site": "cross-site",
    };
    expect((await api.post({ query: "{ who }" }, headers)).body.data).toEqual({ who: "Siti" });
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "",
  ])("cannot send what a form can: %s", async (type) => {
    const { status, body } = await api.post({ query: "{ who }" }, { cookie, "content-type": type });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
  });

  test("cannot run anything by GET", async () => {
    const response = await get("/graphql?query=%7Bwho%7D", { cookie });
    expect(response.status).toBe(400);
  });

  test("are let in by the allow-list only, and never with credentials", async () => {
    const preflight = (origin: string) =>
      fetch(`${api.url}/graphql`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      });
    const allowed = await preflight(frontend);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(frontend);
    expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    const other = await preflight("https://evil.example");
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    const answer = await api.post({ query: "{ who }" }, { origin: frontend });
    expect(answer.headers.get("access-control-allow-origin")).toBe(frontend);
    expect(answer.headers.get("access-control-expose-headers")).toContain("x-request-id");
  });
});

describe("errors", () => {
  const ask = async (field: string, headers: Record<string, string> = {}) => {
    const { status, body } = await api.post(
      { query: `{ who ${field} }` },
      { "x-request-id": "trace-0001", ...headers },
    );
    return { status, data: body.data, error: body.errors?.[0] };
  };

  test("of the server show nothing but the request id, in the asker's language", async () => {
    for (let round = 0; round < 2; round++) {
      const { status, data, error } = await ask("crash");
      expect(status).toBe(200);
      expect(data).toEqual({ who: "ANONYMOUS", crash: null });
      expect(error).toMatchObject({
        path: ["crash"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "trace-0001" },
      });
      expect(error?.message).toMatch(/server made a mistake.*trace-0001/);
      expect(JSON.stringify(error)).not.toContain("secret");
    }
    const { error } = await ask("crash", { "accept-language": "id" });
    expect(error?.message).toMatch(/kesalahan di server.*trace-0001/);
  });

  test.each([
    ["unsigned", "UNAUTHENTICATED"],
    ["forbidden", "FORBIDDEN"],
    ["wrongPage", "INVALID"],
    ["coded", "BAD_USER_INPUT"],
  ])("keep their code: %s is %s", async (field, code) => {
    expect((await ask(field)).error?.extensions).toMatchObject({ code, requestId: "trace-0001" });
  });

  test("carry a request id that the answer's header repeats", async () => {
    const refused = await api.post({ query: "{ nowhere }" });
    const id = refused.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(refused.body.errors?.[0]?.extensions.requestId).toBe(id);
    const unnamed = await api.post({ query: "query A { who } query B { who }" });
    expect(unnamed.body.errors?.[0]?.extensions.requestId).toBe(
      unnamed.headers.get("x-request-id"),
    );
    const forged = await api.post({ query: "{ who }" }, { "x-request-id": "a b <script>" });
    expect(forged.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("are in the language that the asker reads", async () => {
    const ask = async (language: string) =>
      (await api.post({ query: "{ language }" }, { "accept-language": language })).body.data;
    expect(await ask("en-GB,en;q=0.9")).toEqual({ language: "en" });
    expect(await ask("id-ID")).toEqual({ language: "id" });
    expect(await ask("fr")).toEqual({ language: "id" });
  });

  test("at an unknown address are JSON for programs", async () => {
    const response = await get("/graphql/nowhere", { accept: "text/html" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "NOT_FOUND" } }],
    });
    expect((await get("/tugas")).status).toBe(404);
  });
});

describe("pages", () => {
  const html = { accept: "text/html,application/xhtml+xml" };

  test.each(["/", "/tugas", "/sop/abc?versi=1", "/masuk"])("%s is the interface", async (path) => {
    const response = await get(path, html);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<title>Alur</title>");
  });

  test("/graphiql is GraphiQL, and a browser at /graphql is sent there", async () => {
    expect(await (await get("/graphiql", html)).text()).toContain("GraphiQL");
    const sent = await get("/graphql", html);
    expect([sent.status, sent.headers.get("location")]).toEqual([302, "/graphiql"]);
  });

  test("may be framed by nobody and load from nowhere else", async () => {
    const { headers } = await get("/", html);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  test("keep hashed files for good, and have no page in place of a missing one", async () => {
    const asset = await get("/assets/main-abc123.js", { accept: "*/*" });
    expect(asset.status).toBe(200);
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect((await get("/assets/gone-abc123.js", html)).status).toBe(404);
    expect((await get("/..%2f..%2fetc/passwd", { accept: "*/*" })).status).toBe(404);
  });

  test("answers of the API are not kept", async () => {
    const { headers } = await api.post({ query: "{ who }" });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("say so while the interface is not built", async () => {
    const bare = await startTransportApi();
    try {
      const response = await fetch(`${bare.url}/`, { headers: html });
      expect(response.status).toBe(503);
      expect(await response.text()).toContain("npm start");
    } finally {
      await bare.stop();
    }
  });
});

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DatabaseLocation } from "../../../server/kernel/config.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { startProgram, type Program } from "../../harness/program.js";
import { createTestLocation, type TestLocation } from "../../harness/test-database.js";

const createAdminProgram = fileURLToPath(
  new URL("../../../dist/server/cli/create-admin.js", import.meta.url),
);

let place: TestLocation;
const running: Program[] = [];

beforeEach(async () => {
  place = await createTestLocation();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.stop("SIGKILL")));
  await place.drop();
});

function start(env: Record<string, string> = {}, location = place.location): Program {
  const program = startProgram(location, env);
  running.push(program);
  return program;
}

/** The one line that a refused start prints. */
async function refusal(program: Program): Promise<string> {
  expect(await program.ended).toBe(1);
  const lines = program.output().trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

async function ask(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> };
}

/** What lies in the data folder; with MariaDB there is none. */
function filesIn({ location }: TestLocation): string[] {
  if (location.dialect !== "sqlite" || !existsSync(location.dataDir)) return [];
  return readdirSync(location.dataDir);
}

async function listenSomewhere(): Promise<Server> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

test("a first start migrates, seeds, says as whom to sign in, and answers; SIGTERM ends it", async () => {
  const first = start();
  const url = await first.url;
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: "ok" });
  expect(first.output()).toMatch(/GraphiQL +http:\S+\/graphiql/);
  expect(first.output()).toMatch(/password is alur-demo/);
  expect(first.output()).toMatch(/^ {2}admin +\S/m);
  const secret = /shown only now\): (alur_\S+)/.exec(first.output())?.[1];
  expect(secret).toBeDefined();
  const signIn =
    'mutation { signIn(input: { username: "admin", password: "alur-demo", bearer: true }) { token } }';
  const { data } = await ask(url, signIn);
  expect(await first.stop()).toBe(0);

  const second = start();
  const again = await second.url;
  expect(second.output()).toMatch(/password is alur-demo/);
  expect(second.output()).not.toContain("shown only now");
  const { token } = data["signIn"] as { token: string };
  const me = await ask(again, "{ me { username } }", { authorization: `Bearer ${token}` });
  expect(me.data).toEqual({ me: { username: "admin" } });
  expect(await second.stop("SIGINT")).toBe(0);
});

test("a port in use is one line, before anything is changed", async () => {
  const other = await listenSomewhere();
  const { port } = other.address() as AddressInfo;
  expect(await refusal(start({ PORT: String(port) }))).toContain(
    `Port ${port} on 127.0.0.1 is in use`,
  );
  other.close();
  expect(filesIn(place)).toEqual([]);
});

test("wrong settings are one line that names them", async () => {
  expect(await refusal(start({ PORT: "many" }))).toContain("PORT must be");
  expect(await refusal(start({ HOST: "203.0.113.7" }))).toContain("not an address of this machine");
  expect(await refusal(start({ DATABASE_URL: "postgres://db/alur" }))).toContain(
    "DATABASE_URL must",
  );
  const closed = await listenSomewhere();
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const unreachable = await refusal(
    start({ DATABASE_URL: `mysql://alur:geheim@127.0.0.1:${port}/alur` }),
  );
  expect(unreachable).toContain(`127.0.0.1`);
  expect(unreachable).not.toContain("geheim");
});

test("production refuses the demo passwords, and an empty database for want of others", async () => {
  // Embedded in both runs: of a MariaDB production asks more, which other tests switch on and off.
  const dataDir = mkdtempSync(join(tmpdir(), "alur-production-"));
  const location: DatabaseLocation = { dialect: "sqlite", dataDir };
  try {
    expect(await refusal(start({ NODE_ENV: "production" }, location))).toMatch(
      /database is empty.*npm run create-admin/,
    );
    expect(readdirSync(dataDir)).toEqual([]);
    const demo = start({}, location);
    await demo.url;
    await demo.stop();
    expect(await refusal(start({ NODE_ENV: "production" }, location))).toContain("demo password");
    const allowed = start({ NODE_ENV: "production", ALUR_ALLOW_DEMO_PASSWORDS: "1" }, location);
    const url = await allowed.url;
    expect(allowed.output()).not.toContain("alur-demo");
    expect(allowed.output()).toContain("set TRUST_PROXY");
    const signIn =
      'mutation { signIn(input: { username: "admin", password: "alur-demo" }) { userErrors { code } } }';
    expect((await ask(url, signIn)).data).toEqual({ signIn: { userErrors: [] } });
    const proxied = await ask(url, signIn, { "x-forwarded-proto": "https" });
    expect(proxied.data).toEqual({ signIn: { userErrors: [{ code: "HTTPS_REQUIRED" }] } });
    expect(await allowed.stop()).toBe(0);
    const database = await openDatabase(location);
    expect(await database.reader.get("SELECT COUNT(*) AS n FROM person", [])).toEqual({ n: 21 });
    await database.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("production begins with an admin made by the command, and without the demo", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "alur-production-"));
  const location: DatabaseLocation = { dialect: "sqlite", dataDir };
  const createAdmin = (...args: string[]) =>
    promisify(execFile)(process.execPath, [createAdminProgram, ...args], {
      env: { PATH: process.env["PATH"], DATA_DIR: dataDir, NODE_ENV: "production" },
    });
  try {
    await expect(createAdmin("--username", "rina")).rejects.toThrow("Usage: npm run create-admin");
    const { stdout } = await createAdmin(
      ...["--username", "Rina", "--name", "Rina Hapsari", "--office", "Dinas Kominfo"],
    );
    expect(stdout).toContain("rina is an admin of Dinas Kominfo.");
    const password = /only now: (\S+)/.exec(stdout)?.[1];
    const program = start({ NODE_ENV: "production" }, location);
    const url = await program.url;
    const signIn = `mutation { signIn(input: { username: "rina", password: "${password}" }) {
      person { name roles mustChangePassword office { name } } } }`;
    expect((await ask(url, signIn)).data).toEqual({
      signIn: {
        person: {
          name: "Rina Hapsari",
          roles: ["ADMIN"],
          mustChangePassword: true,
          office: { name: "Dinas Kominfo" },
        },
      },
    });
    expect(await program.stop()).toBe(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

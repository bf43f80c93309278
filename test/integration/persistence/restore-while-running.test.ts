import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProgram, type Program } from "../../harness/program.js";
import type { AnyData } from "../../harness/test-api.js";
import { createTestLocation, testDialect, type TestLocation } from "../../harness/test-database.js";
import {
  ask,
  changeDocuments,
  completeTask,
  follow,
  healthAt,
  holdRequest,
  runCommand,
  signIn,
  startCase,
  type Answer,
} from "./restored-office.js";

/** What the first step of SOP 003 says, as it was drawn and as the changed backup has it. */
const drawn = "Membuat dan mengirim surat permohonan pembuatan layanan Sub Domain/Hosting";
const changed = "Mengisi formulir permohonan";

let folder: string;
let place: TestLocation;
const programs: Program[] = [];
let urls: string[] = [];
let sopId: string;
let versionId: string;
/** Signed in before any backup was made. */
let admin: string;
let requester: string;

const count = "{ instances(first: 50) { nodes { id } } }";
const casesAt = async (url: string): Promise<number> =>
  (await ask(url, count, {}, admin)).data?.instances.nodes.length;
const fileOf = (name: string): string => join(folder, name);

async function command(name: "backup" | "restore" | "verify-log", ...args: string[]) {
  return await runCommand(place.location, name, ...args).ended;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "alur-restore-"));
  place = await createTestLocation();
  // SQLite belongs to one server.
  for (let n = 0; n < (testDialect === "mariadb" ? 2 : 1); n += 1) {
    programs.push(startProgram(place.location));
    await programs.at(-1)?.url;
  }
  urls = await Promise.all(programs.map(({ url }) => url));
  const [url = ""] = urls;
  admin = await signIn(url, "admin");
  requester = await signIn(url, "pemohon");
  const { data } = await ask(
    url,
    "{ sops { nodes { id inForce { id nodes { text } } } } }",
    {},
    admin,
  );
  const sop = data.sops.nodes.find((one: AnyData) =>
    one.inForce.nodes.some((node: AnyData) => node.text === drawn),
  );
  sopId = sop.id;
  versionId = sop.inForce.id;
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await place.drop();
  rmSync(folder, { recursive: true, force: true });
});

const everything = `query ($id: ID!) {
  instances(first: 50) { nodes { id } } node(id: $id) { ... on SopVersion { nodes { text } } } }`;

interface Seen {
  readonly begun: number;
  readonly ended: number;
  /** What the answer shows: how many cases there are and what the step says, or its refusal. */
  readonly shows: string;
}

function shownBy({ status, retryAfter, data, errors }: Answer): string {
  if (status === 200 && !errors) {
    const text = data.node.nodes.map((node: AnyData) => node.text).find(isStep);
    return `${data.instances.nodes.length} ${text === changed ? "changed" : "drawn"}`;
  }
  return `${status} ${errors?.[0]?.extensions.code} ${retryAfter}`;
}
const isStep = (text: string): boolean => text === drawn || text === changed;

/** Asks every server, one request after another, until told to stop. */
function keepAsking(): () => Promise<Seen[]> {
  const seen: Seen[] = [];
  let asking = true;
  const askers = urls.flatMap((url) =>
    [1, 2].map(async () => {
      while (asking) {
        const begun = performance.now();
        const shows = await ask(url, everything, { id: versionId }, admin).then(
          shownBy,
          (error: Error) => `no answer: ${String(error.cause ?? error)}`,
        );
        seen.push({ begun, ended: performance.now(), shows });
        await sleep(10);
      }
    }),
  );
  return async () => {
    asking = false;
    await Promise.all(askers);
    return seen;
  };
}

const restoring = "503 RESTORING 1";
const kinds = (seen: readonly Seen[]): string[] => [...new Set(seen.map(({ shows }) => shows))];

async function backUp(name: string): Promise<string> {
  const file = fileOf(name);
  expect(await command("backup", file)).toMatchObject({ code: 0 });
  return file;
}

async function isBack(url: string): Promise<void> {
  await expect.poll(() => healthAt(url), { timeout: 30_000, interval: 100 }).toBe("ok");
}

test("the servers go on with what was restored, and remember nothing of what was there", async () => {
  const [url = ""] = urls;
  // The version is remembered in every way that there is: as a plan, as a form, by a case.
  const before = await startCase(url, sopId, requester);
  const advanced = await completeTask(url, before.openTasks[0].id, requester);
  expect(advanced.instance.openTasks[0].lane.position.code).toMatch(/kepala-dinas$/);
  const waiting = await startCase(url, sopId, requester);
  const original = await backUp("original");
  const file = fileOf("changed");
  changeDocuments(original, file, (document) => ({
    ...document,
    graph: {
      ...document.graph,
      nodes: document.graph.nodes.map((node) =>
        node.text === drawn ? { ...node, text: changed } : node,
      ),
      lanes: document.graph.lanes.map((lane) =>
        lane.binding?.type === "POSITION" && lane.binding.position.endsWith("kepala-dinas")
          ? { ...lane, binding: { ...lane.binding, position: "trenggalek-kominfo.sekretaris" } }
          : lane,
      ),
    },
  }));
  await startCase(url, sopId, requester);
  const later = await signIn(url, "manajer");
  const me = "{ me { username } sops { nodes { id } } }";
  expect(await ask(url, me, {}, later)).toMatchObject({ status: 200 });
  const stream = follow(url, requester);
  await expect.poll(stream.connections).toBe(1);

  const stopAsking = keepAsking();
  await sleep(300);
  const { code, output } = await command("restore", file, "--replace");
  expect(output).toMatch(/let go of the database\n\d+ rows restored from/);
  expect(code).toBe(0);
  for (const each of urls) await isBack(each);
  await sleep(300);
  const seen = await stopAsking();

  expect(kinds(seen).sort()).toEqual(["2 changed", "3 drawn", restoring]);
  const firstNew = Math.min(
    ...seen.filter((one) => one.shows === "2 changed").map((one) => one.ended),
  );
  expect(seen.filter((one) => one.begun > firstNew && one.shows === "3 drawn")).toEqual([]);

  for (const each of urls) {
    expect(await casesAt(each)).toBe(2);
    const gone = await ask(each, "{ sops { nodes { id } } }", {}, later);
    expect(gone.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  }
  // The stream that the first server ended comes back to it by itself.
  await expect.poll(stream.connections, { timeout: 20_000 }).toBe(2);
  await completeTask(url, (await startCase(url, sopId, requester)).openTasks[0].id, requester);
  await expect.poll(stream.messages).toBeGreaterThan(0);
  stream.close();
  const last = urls.at(-1) ?? "";
  const done = await completeTask(last, waiting.openTasks[0].id, requester);
  expect(done.userErrors).toEqual([]);
  expect(done.instance.openTasks[0].lane.position.code).toMatch(/sekretaris$/);
  const sekretaris = await signIn(last, "sekdin");
  const claim = `mutation ($input: TaskActionInput!) {
    claimTask(input: $input) { userErrors { code } } }`;
  const input = { taskId: done.instance.openTasks[0].id };
  expect((await ask(last, claim, { input }, sekretaris)).data.claimTask.userErrors).toEqual([]);
  expect(await command("verify-log")).toMatchObject({ code: 0 });
  const lastAct = "{ auditEntries(first: 1) { nodes { action actorName subjectName } } }";
  expect((await ask(last, lastAct, {}, admin)).data.auditEntries.nodes).toEqual([
    { action: "DATABASE_RESTORED", actorName: "restore", subjectName: "changed" },
  ]);

  // And back again, to what it was, by the program that has been restored once.
  expect(await command("restore", original, "--replace")).toMatchObject({ code: 0 });
  for (const each of urls) await isBack(each);
  const shown = await ask(last, everything, { id: versionId }, admin);
  expect(shownBy(shown)).toBe("2 drawn");
});

test("a broken backup changes nothing, and no server stops answering for it", async () => {
  const file = await backUp("whole");
  const broken = fileOf("broken");
  writeFileSync(broken, readFileSync(file).subarray(0, -200));
  const stopAsking = keepAsking();
  for (const bad of [broken, fileOf("missing")]) {
    const { code, output } = await command("restore", bad, "--replace");
    expect(code).toBe(1);
    expect(output.trimEnd().split("\n")).toHaveLength(1);
  }
  const { output } = await command("restore", file);
  expect(output).toContain("--replace");
  expect(kinds(await stopAsking())).toEqual(["2 drawn"]);
});

test("a restore that is killed while it waits leaves the servers with what they had", async () => {
  const file = await backUp("for-killed");
  for (const url of urls) await startCase(url, sopId, requester);
  const cases = await casesAt(urls[0] ?? "");
  const held = await holdRequest(urls[0] ?? "");
  const restore = runCommand(place.location, "restore", file, "--replace");
  await expect.poll(() => healthAt(urls[0] ?? ""), { timeout: 20_000 }).toBe("restoring");
  restore.process.kill("SIGKILL");
  await restore.ended;
  held.destroy();
  for (const url of urls) {
    await isBack(url);
    expect(await casesAt(url)).toBe(cases);
  }
  expect(await command("restore", file, "--replace")).toMatchObject({ code: 0 });
  for (const url of urls) {
    await isBack(url);
    expect(await casesAt(url)).toBe(2);
  }
});

// On MariaDB each kill costs the servers the rest of the lease.
const patienceMs = 180_000;

test(
  "a restore that is killed at any other moment leaves the old data or the new",
  async () => {
    const [url = ""] = urls;
    const file = await backUp("for-any-moment");
    for (const afterMs of [0, 120]) {
      await startCase(url, sopId, requester);
      const restore = runCommand(place.location, "restore", file, "--replace");
      await expect.poll(() => healthAt(url), { timeout: 20_000, interval: 20 }).toBe("restoring");
      await sleep(afterMs);
      restore.process.kill("SIGKILL");
      await restore.ended;
      for (const each of urls) await isBack(each);
      const left = await Promise.all(urls.map(casesAt));
      expect(new Set(left).size).toBe(1);
      expect([2, 3]).toContain(left[0]);
      expect(await command("verify-log")).toMatchObject({ code: 0 });
      expect(await command("restore", file, "--replace")).toMatchObject({ code: 0 });
      for (const each of urls) await isBack(each);
    }
  },
  patienceMs,
);

test("a server that is told to stop while its database is lent stops at once", async () => {
  const file = await backUp("for-stop");
  const program = programs.at(-1);
  const url = urls.at(-1) ?? "";
  const held = await holdRequest(url);
  const restore = runCommand(place.location, "restore", file, "--replace");
  await expect.poll(() => healthAt(url), { timeout: 20_000 }).toBe("restoring");
  const stopped = program?.stop();
  held.destroy();
  expect(await stopped).toBe(0);
  expect(await restore.ended).toMatchObject({ code: 0 });
  const again = startProgram(place.location);
  programs.splice(-1, 1, again);
  urls.splice(-1, 1, await again.url);
  for (const each of urls) {
    await isBack(each);
    expect(await casesAt(each)).toBe(2);
  }
});

import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commandScanner, type ScanResult } from "../../../server/features/files/virus-scanner.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { pdf } from "../../harness/sample-files.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { UploadDesk } from "./upload-desk.js";

let api: TestApi;
let desk: UploadDesk;
let kabid: TestClient;
/** What the scanner says of the next file; `wait` is let go by the test. */
let verdict: ScanResult | Error;
let gate: Promise<void>;
let failures: unknown[];
let onBegun: () => void = () => undefined;

beforeAll(async () => {
  const scan = async (content: Readable, signal: AbortSignal): Promise<ScanResult> => {
    content.resume();
    onBegun();
    const aborted = new Promise((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason)),
    );
    await Promise.race([gate, aborted]);
    if (verdict instanceof Error) throw verdict;
    return verdict;
  };
  failures = [];
  const onScanFailure = (error: unknown): void => void failures.push(error);
  api = await startTestApi({ files: { scanner: { scan }, onScanFailure } });
  desk = new UploadDesk(api);
  kabid = await api.signIn("kabid");
});

beforeEach(() => {
  gate = Promise.resolve();
});

afterAll(() => api.stop());

const statusOf = async (address: string) => (await desk.ask(kabid, address)).json();

test("a file is held back while it is scanned, and ready when nothing was found", async () => {
  verdict = "CLEAN";
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  const upload = await desk.send(kabid, "a.pdf", pdf());
  expect(upload).toMatchObject({ status: "CHECKING", problem: null });
  expect(await attach(upload.id)).toMatchObject([{ code: "FILE_NOT_READY" }]);
  open();
  await api.files.keeper.settled();
  expect(await statusOf(upload.address)).toMatchObject({ status: "READY", problem: null });
});

test("a file in which something was found is refused and gone", async () => {
  verdict = "INFECTED";
  const upload = await desk.send(kabid, "a.pdf", pdf());
  await api.files.keeper.settled();
  expect(await statusOf(upload.address)).toMatchObject({
    status: "REFUSED",
    problem: { code: "FILE_INFECTED", message: "Pemindai virus menolak berkas ini." },
  });
  const { store_key: key } = await desk.row(upload.id);
  expect((await desk.stored()).some((name) => name.includes(key))).toBe(false);
  expect(await attach(upload.id)).toMatchObject([{ code: "FILE_INFECTED" }]);
});

test("a file that another server found clean meanwhile stays, whatever is found late", async () => {
  verdict = "INFECTED";
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => (open = resolve));
  const upload = await desk.send(kabid, "a.pdf", pdf());
  const { id, store_key: key } = await desk.row(upload.id);
  await api.database.unitOfWork.run(systemContext("test", api.clock.now), (tx) =>
    tx.run("UPDATE stored_file SET state = 'READY' WHERE id = ?", [id]),
  );
  open();
  await api.files.keeper.settled();
  expect((await desk.stored()).some((name) => name.includes(key))).toBe(true);
});

test("a scanner that does not work holds the file back, says so, and is asked again", async () => {
  verdict = new Error("no database of signatures");
  const upload = await desk.send(kabid, "a.pdf", pdf());
  await api.files.keeper.settled();
  expect(failures).toEqual([verdict]);
  expect(await statusOf(upload.address)).toMatchObject({
    status: "CHECKING",
    problem: { code: "FILE_UNCHECKED" },
  });
  expect(await attach(upload.id)).toMatchObject([{ code: "FILE_UNCHECKED" }]);
  verdict = "CLEAN";
  const ctx = systemContext("files", api.clock.now);
  const stop = async (): Promise<void> => {
    // One look, as the server takes every ten seconds.
    const end = api.files.keeper.start(
      () => ctx,
      (error) => failures.push(error),
    );
    await end(60_000);
  };
  await stop();
  expect((await statusOf(upload.address)).status).toBe("CHECKING");
  api.clock.advance(60_000);
  await stop();
  expect(await statusOf(upload.address)).toMatchObject({ status: "READY", problem: null });
  api.clock.release();
});

test("a server that stops cuts a scan off, and the file is scanned when it is there again", async () => {
  verdict = "CLEAN";
  gate = new Promise(() => undefined);
  const upload = await desk.send(kabid, "a.pdf", pdf());
  const ctx = systemContext("files", api.clock.now);
  const failed = failures.length;
  const look = () =>
    api.files.keeper.start(
      () => ctx,
      (error) => failures.push(error),
    );
  const begun = new Promise<void>((resolve) => (onBegun = resolve));
  const stop = look();
  await begun;
  await stop(0);
  expect((await desk.row(upload.id)).state).toBe("SCANNING");
  expect(failures.slice(failed)).toEqual([]);
  gate = Promise.resolve();
  await look()(60_000);
  expect(await statusOf(upload.address)).toMatchObject({ status: "READY", problem: null });
});

async function attach(id: string): Promise<unknown> {
  const driver = await caseOf();
  const payload = await api.gql(
    kabid,
    `mutation ($input: CommentInput!) { commentOnInstance(input: $input) { userErrors { code } } }`,
    { input: { instanceId: driver, files: [id] } },
  );
  return payload.commentOnInstance.userErrors;
}

let started: string | null = null;
async function caseOf(): Promise<string> {
  if (started) return started;
  const pemohon = await api.signIn("pemohon");
  const { title } = CaseDriver.procedure("001");
  const { sops } = await api.gql(pemohon, "{ sops { nodes { id title } } }");
  const sopId = sops.nodes.find((one: { title: string }) => one.title === title).id;
  const payload = await api.gql(
    pemohon,
    `mutation ($input: StartInstanceInput!) { startInstance(input: $input) { instance { id } userErrors { code } } }`,
    { input: { sopId } },
  );
  started = payload.startInstance.instance.id as string;
  return started;
}

describe("a command as the scanner", () => {
  const scan = (command: string, content: Buffer, longestMs?: number) =>
    commandScanner(command, longestMs).scan(Readable.from([content]), new AbortController().signal);
  const large = Buffer.alloc(3_000_000, "x");

  test("is fed the file and believed by its exit code", async () => {
    const count = `test "$(wc -c)" -eq ${large.length}`;
    expect(await scan(count, large)).toBe("CLEAN");
    expect(await scan("grep -q EICAR && exit 1 || exit 0", Buffer.from("..EICAR.."))).toBe(
      "INFECTED",
    );
    // It may have seen enough before the end.
    expect(await scan("exit 1", large)).toBe("INFECTED");
  });

  test("that fails, is not there or takes too long has said nothing", async () => {
    await expect(scan("echo no signatures >&2; exit 2", large)).rejects.toThrow(/no signatures/);
    await expect(scan("/nowhere/clamdscan -", large)).rejects.toThrow(/ended with 127/);
    await expect(scan("exec sleep 60", large, 100)).rejects.toThrow(/a signal/);
    // What the shell has started ends with it.
    await expect(scan("sleep 60; exit 0", large, 100)).rejects.toThrow(/a signal/);
  });

  test("ends when it is cut off", async () => {
    const cutOff = AbortSignal.abort();
    const scanning = commandScanner("sleep 60; exit 0").scan(Readable.from([large]), cutOff);
    await expect(scanning).rejects.toThrow(/a signal/);
  });
});

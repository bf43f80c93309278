import { afterAll, beforeAll, expect, it } from "vitest";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { emptyDocument, paperWords } from "../../../domain/index.js";
import type { PaperJob } from "./paper-job.js";
import { PaperCancelled, PaperPress } from "./paper-press.js";

/** A worker that does as the title of the job says. */
const worker = `
  import { execFileSync } from "node:child_process";
  import { writeFileSync } from "node:fs";
  import { parentPort, threadId, workerData } from "node:worker_threads";
  // No JavaScript runs while it waits for the other program, so nothing can break it off.
  const block = 'echo > "$0/began-' + threadId + '"; until [ -e "$0/go" ] || [ ! -d "$0" ]; do sleep 0.02; done';
  parentPort.on("message", ({ title: word }) => {
    if (word === "throw") throw new Error("The job is bad");
    const answer = () => parentPort.postMessage({ type: "file", bytes: new Uint8Array(1) });
    if (word === "die") {
      answer();
      setTimeout(() => { throw new Error("The idle thread dies"); }, 20);
    } else if (word === "block") {
      execFileSync("sh", ["-c", block, import.meta.dirname]);
    } else if (word === "listen") {
      setInterval(() => {
        if (Atomics.load(workerData.stop, 0) === 0) return;
        writeFileSync(import.meta.dirname + "/stopped", "");
        process.exit();
      }, 5);
    } else if (word !== "never") answer();
  });
`;

let folder: string;
let file: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "alur-press-"));
  const path = join(folder, "worker.mjs");
  writeFileSync(path, worker);
  file = pathToFileURL(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = (title: string): PaperJob => ({
  format: "pdf",
  paper: {
    parts: [{ number: null, title, document: emptyDocument }],
    mark: null,
    words: paperWords.id,
  },
  title,
  author: "",
  madeAt: 0,
});
const stays = new AbortController().signal;

it("goes on after a job that fails", async () => {
  const press = new PaperPress(file);
  await expect(press.print("one", job("throw"), stays, () => {})).rejects.toThrow("The job is bad");
  await expect(press.print("one", job("fine"), stays, () => {})).resolves.toHaveLength(1);
});

it("outlives a thread that dies while nobody waits for it", async () => {
  const press = new PaperPress(file);
  await press.print("one", job("die"), stays, () => {});
  await sleep(300);
  await expect(press.print("one", job("fine"), stays, () => {})).resolves.toHaveLength(1);
});

it("gives the place of whoever goes away while waiting to the next", async () => {
  const press = new PaperPress(file);
  const long = new AbortController();
  const running = ["one", "two"].map((asker) =>
    press.print(asker, job("never"), long.signal, () => {}),
  );
  const gone = new AbortController();
  const waiting = Array.from({ length: 6 }, () =>
    press.print("one", job("fine"), gone.signal, () => {}),
  );
  const left = Promise.allSettled(waiting);
  gone.abort();
  for (const one of await left) expect(one).toMatchObject({ reason: expect.any(PaperCancelled) });
  const next = press.print("one", job("fine"), stays, () => {});
  const ended = Promise.allSettled(running);
  long.abort();
  await expect(next).resolves.toHaveLength(1);
  for (const one of await ended) expect(one).toMatchObject({ reason: expect.any(PaperCancelled) });
});

it("asks a thread to stop before it is ended", async () => {
  const press = new PaperPress(file);
  const gone = new AbortController();
  const printed = Promise.allSettled([press.print("one", job("listen"), gone.signal, () => {})]);
  gone.abort();
  expect(await printed).toMatchObject([{ reason: expect.any(PaperCancelled) }]);
  expect(existsSync(join(folder, "stopped"))).toBe(true);
});

it("counts a thread that cannot be stopped while it runs", { timeout: 30_000 }, async () => {
  const press = new PaperPress(file);
  const gone = new AbortController();
  const blocked = ["one", "two"].map((asker) =>
    press.print(asker, job("block"), gone.signal, () => {}).catch(() => "gone"),
  );
  const begun = () => readdirSync(folder).filter((name) => name.startsWith("began-")).length;
  await expect.poll(begun, { timeout: 20_000 }).toBe(2);
  gone.abort();
  let isFine = false;
  const fine = press.print("one", job("fine"), stays, () => {}).then(() => (isFine = true));
  await sleep(200);
  expect(isFine).toBe(false);
  writeFileSync(join(folder, "go"), "");
  await fine;
  expect(await Promise.all(blocked)).toEqual(["gone", "gone"]);
});

it("writes for others while one asker's papers take long", async () => {
  const press = new PaperPress(file);
  const gone = new AbortController();
  const many = Array.from({ length: 7 }, () =>
    press.print("greedy", job("never"), gone.signal, () => {}),
  );
  const ended = Promise.allSettled(many);
  await expect(press.print("greedy", job("fine"), stays, () => {})).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  for (const asker of ["one", "two", "three"]) {
    await expect(press.print(asker, job("fine"), stays, () => {})).resolves.toHaveLength(1);
  }
  gone.abort();
  for (const one of await ended) expect(one).toMatchObject({ reason: expect.any(PaperCancelled) });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { emptyDocument } from "../../../domain/index.js";
import type { PaperJob } from "./paper-job.js";
import { PaperCancelled, PaperPress } from "./paper-press.js";

/** A worker that does as the title of the job says. */
const worker = `
  import { pbkdf2Sync } from "node:crypto";
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ title: word }) => {
    if (word === "throw") throw new Error("The job is bad");
    const answer = () => parentPort.postMessage({ type: "file", bytes: new Uint8Array(1) });
    if (word === "die") {
      answer();
      setTimeout(() => { throw new Error("The idle thread dies"); }, 20);
    } else if (word === "block") {
      parentPort.postMessage({ type: "progress", progress: { done: 0, total: 1 } });
      pbkdf2Sync("", "", 2_000_000, 64, "sha512");
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
  paper: { parts: [{ number: null, title, document: emptyDocument }], mark: null },
  title,
  author: "",
  madeAt: 0,
});
const stays = new AbortController().signal;

it("goes on after a job that fails", async () => {
  const press = new PaperPress(file);
  await expect(press.print(job("throw"), stays, () => {})).rejects.toThrow("The job is bad");
  await expect(press.print(job("fine"), stays, () => {})).resolves.toHaveLength(1);
});

it("outlives a thread that dies while nobody waits for it", async () => {
  const press = new PaperPress(file);
  await press.print(job("die"), stays, () => {});
  await sleep(300);
  await expect(press.print(job("fine"), stays, () => {})).resolves.toHaveLength(1);
});

it("gives the place of whoever goes away while waiting to the next", async () => {
  const press = new PaperPress(file);
  const long = new AbortController();
  const running = [1, 2].map(() => press.print(job("never"), long.signal, () => {}));
  const gone = new AbortController();
  const waiting = Array.from({ length: 10 }, () => press.print(job("fine"), gone.signal, () => {}));
  const left = Promise.allSettled(waiting);
  gone.abort();
  for (const one of await left) expect(one).toMatchObject({ reason: expect.any(PaperCancelled) });
  const next = press.print(job("fine"), stays, () => {});
  const ended = Promise.allSettled(running);
  long.abort();
  await expect(next).resolves.toHaveLength(1);
  for (const one of await ended) expect(one).toMatchObject({ reason: expect.any(PaperCancelled) });
});

it("counts a thread that cannot be stopped while it runs", { timeout: 30_000 }, async () => {
  const press = new PaperPress(file);
  const gone = new AbortController();
  const begun: (() => void)[] = [];
  const begin = [0, 1].map((at) => new Promise<void>((resolve) => (begun[at] = resolve)));
  const blocked = [0, 1].map((at) =>
    press.print(job("block"), gone.signal, () => begun[at]?.()).catch(() => "gone"),
  );
  await Promise.all(begin);
  const from = performance.now();
  gone.abort();
  await press.print(job("fine"), stays, () => {});
  expect(performance.now() - from).toBeGreaterThan(500);
  expect(await Promise.all(blocked)).toEqual(["gone", "gone"]);
});

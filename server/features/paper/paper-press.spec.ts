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
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ title }) => {
    const [word, ms] = title.split(" ");
    if (word === "throw") throw new Error("The job is bad");
    const answer = () => parentPort.postMessage({ type: "file", bytes: new Uint8Array(1) });
    if (word === "die") {
      answer();
      setTimeout(() => { throw new Error("The idle thread dies"); }, 20);
    } else if (word === "wait") setTimeout(answer, Number(ms));
    else if (word !== "never") answer();
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

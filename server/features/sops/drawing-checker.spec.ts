import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emptyGraph, findProblems, type Graph, makeNode } from "../../../domain/index.js";
import { DrawingChecker } from "./drawing-checker.js";

/**
 * A worker that does as the first step of the drawing says, and counts how often it was asked; beside
 * it in a file is what all such workers were asked.
 */
const worker = `
  import { appendFileSync } from "node:fs";
  import { parentPort } from "node:worker_threads";
  let asked = 0;
  parentPort.on("message", ({ asks, minutesPerWorkingDay, graph: { nodes: [{ text: word }] } }) => {
    asked += 1;
    appendFileSync(new URL("asked.txt", import.meta.url), word + " ");
    if (word === "spin") for (;;);
    if (word === "die") throw new Error("It dies");
    if (word === "hoard") { const kept = []; for (;;) kept.push(new Array(100_000).fill(asked)); }
    const problem = { rule: "loop-exit", level: "WARNING", nodeKeys: [], edgeKeys: [], laneKeys: [], params: { asked }, run: null };
    if (asks === "TIMES") return parentPort.postMessage({ times: { asked, shortest: minutesPerWorkingDay } });
    parentPort.postMessage(word === "fail" ? { failure: "The rule is wrong" } : { problems: word === "much" ? Array(8_000).fill(problem) : [problem] });
  });
`;

let folder: string;
let file: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "alur-flow-"));
  const path = join(folder, "worker.mjs");
  writeFileSync(path, worker);
  writeFileSync(join(folder, "asked.txt"), "");
  file = pathToFileURL(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drawing = (text: string, versionId = 1, revision = 1) => {
  const graph: Graph = { ...emptyGraph, nodes: [makeNode({ key: "a", kind: "activity", text })] };
  return { versionId, revision, graph };
};
const asked = async (checker: DrawingChecker, one: ReturnType<typeof drawing>) =>
  (await checker.find("person:1", one))[0]?.params["asked"];
const unproven = [expect.objectContaining({ rule: "soundness-unknown", level: "ERROR" })];

test("a revision is looked at once, however often and by however many it is asked for", async () => {
  const checker = new DrawingChecker(file);
  expect(checker.known(drawing("x"))).toBeUndefined();
  const answers = ["person:1", "person:2", "token:1"].map((asker) =>
    checker.find(asker, drawing("x")),
  );
  for (const answer of await Promise.all(answers)) expect(answer[0]?.params).toEqual({ asked: 1 });
  expect(checker.known(drawing("x"))).toMatchObject([{ params: { asked: 1 } }]);
  expect(await asked(checker, drawing("x"))).toBe(1);
  expect(await asked(checker, drawing("x", 1, 2))).toBe(2);
  expect(await asked(checker, drawing("x", 2, 1))).toBe(3);
});

test("what takes too much is not proven, and the next drawing is looked at all the same", async () => {
  const checker = new DrawingChecker(file);
  for (const [at, word] of ["die", "hoard"].entries()) {
    expect(await checker.find("person:1", drawing(word, at)), word).toEqual(unproven);
    expect(checker.known(drawing(word, at))).toBeUndefined();
    expect(await asked(checker, drawing("x", 10 + at))).toBe(1);
  }
});

test("what takes too long is not proven", async () => {
  const checker = new DrawingChecker(file, 300);
  expect(await checker.find("person:1", drawing("spin"))).toEqual(unproven);
  expect(checker.known(drawing("spin"))).toBeUndefined();
});

/** How often any thread was asked to do this. */
const timesAsked = (word: string): number =>
  readFileSync(join(folder, "asked.txt"), "utf8")
    .split(" ")
    .filter((one) => one === word).length;

test("what took too much is not tried again for a while, whoever asks, and its next revision is", async () => {
  let now = 0;
  const checker = new DrawingChecker(file, 20_000, () => now);
  const before = timesAsked("die");
  const once = (revision = 1) => checker.find("person:1", drawing("die", 50, revision));
  expect(await once()).toEqual(unproven);
  // At once: not even who has as much waiting as may wait is kept from the answer.
  const many = Array.from({ length: 13 }, (_, at) => checker.find("person:1", drawing("x", at)));
  expect(await once()).toEqual(unproven);
  expect(await checker.find("person:2", drawing("die", 50))).toEqual(unproven);
  expect(timesAsked("die") - before).toBe(1);
  // It says nothing of the times, nor of another revision.
  expect(checker.known(drawing("die", 50))).toBeUndefined();
  await Promise.all(many);
  expect(await once(2)).toEqual(unproven);
  expect(await checker.times("person:1", drawing("die", 50), 450)).toBeNull();
  expect(await checker.times("person:2", drawing("die", 50), 450)).toBeNull();
  expect(timesAsked("die") - before).toBe(3);

  // Later the machine may be less busy.
  now += 299_999;
  expect(await once()).toEqual(unproven);
  expect(timesAsked("die") - before).toBe(3);
  now += 1;
  expect(await once()).toEqual(unproven);
  expect(timesAsked("die") - before).toBe(4);
  expect(await asked(checker, drawing("x", 51))).toBe(1);
});

test("what took too much once, and not the next time, is told then", async () => {
  let now = 0;
  const checker = new DrawingChecker(file, 20_000, () => now);
  expect(await checker.find("person:1", drawing("die", 60))).toEqual(unproven);
  now += 300_000;
  expect(await asked(checker, drawing("x", 60))).toBe(1);
  expect(checker.known(drawing("x", 60))).toHaveLength(1);
});

test("a rule that throws is a mistake of the program, and no problem of the drawing", async () => {
  const checker = new DrawingChecker(file);
  await expect(checker.find("person:1", drawing("fail"))).rejects.toThrow("The rule is wrong");
  expect(await asked(checker, drawing("x"))).toBe(2);
});

test("whoever asks for too many at once is refused, and nobody else", async () => {
  const checker = new DrawingChecker(file);
  const many = Array.from({ length: 20 }, (_, at) => checker.find("person:1", drawing("x", at)));
  const other = checker.find("person:2", drawing("x", 100));
  const results = await Promise.allSettled(many);
  const refused = results.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(7);
  for (const one of refused) expect(one).toMatchObject({ reason: { code: "RATE_LIMITED" } });
  expect(await other).toHaveLength(1);
  expect(await asked(checker, drawing("x", 19))).toBeGreaterThan(1);
});

test("times are counted in the same thread, once for each revision and working day", async () => {
  const checker = new DrawingChecker(file);
  const times = (perDay: number, revision = 1) =>
    checker.times("person:1", drawing("x", 1, revision), perDay);
  expect(await Promise.all([times(450), times(450)])).toEqual([
    { asked: 1, shortest: 450 },
    { asked: 1, shortest: 450 },
  ]);
  expect(await times(300)).toEqual({ asked: 2, shortest: 300 });
  // What is known of the times says nothing of the problems.
  expect(checker.known(drawing("x"))).toBeUndefined();
  expect(await asked(checker, drawing("x"))).toBe(3);
  expect(await times(450, 2)).toEqual({ asked: 4, shortest: 450 });
  expect(await times(450)).toEqual({ asked: 1, shortest: 450 });
});

test("what takes too much to count has no times, and stands in the same line", async () => {
  const checker = new DrawingChecker(file);
  expect(await checker.times("person:1", drawing("die", 99), 450)).toBeNull();
  const many = Array.from({ length: 20 }, (_, at) =>
    checker.times("person:1", drawing("x", at), 450),
  );
  await expect(checker.find("person:1", drawing("x"))).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  const refused = (await Promise.allSettled(many)).filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(7);
});

test("remembers so much in all, and fewer revisions where much is wrong", async () => {
  const checker = new DrawingChecker(file);
  await checker.find("person:1", drawing("x", 1));
  for (let at = 2; at < 8; at += 1) await checker.find("person:1", drawing("much", at));
  expect(checker.known(drawing("x", 1))).toBeUndefined();
  expect(checker.known(drawing("much", 7))).toHaveLength(8_000);
  expect(checker.known(drawing("much", 2))).toBeUndefined();
});

test("remembers thousands of ordinary drawings", async () => {
  const checker = new DrawingChecker(null);
  const { graph } = drawing("x");
  const found = await checker.find("person:1", { versionId: 1, revision: 1, graph });
  expect(found.length).toBeGreaterThan(0);
  for (let versionId = 2; versionId <= 2000; versionId += 1) {
    await checker.find("person:1", { versionId, revision: 1, graph });
  }
  expect(checker.known({ versionId: 1, revision: 1 })).toEqual(found);
});

test("without a thread it answers what the rules say", async () => {
  const one = drawing("x");
  expect(await new DrawingChecker(null).find("person:1", one)).toEqual(findProblems(one.graph));
});

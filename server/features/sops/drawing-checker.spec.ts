import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { emptyGraph, findProblems, type Graph, makeNode } from "../../../domain/index.js";
import { DrawingChecker } from "./drawing-checker.js";

/** A worker that does as the first step of the drawing says, and counts how often it was asked. */
const worker = `
  import { parentPort } from "node:worker_threads";
  let asked = 0;
  parentPort.on("message", ({ nodes: [{ text: word }] }) => {
    asked += 1;
    if (word === "spin") for (;;);
    if (word === "die") throw new Error("It dies");
    if (word === "hoard") { const kept = []; for (;;) kept.push(new Array(100_000).fill(asked)); }
    const problem = { rule: "loop-exit", level: "WARNING", nodeKeys: [], edgeKeys: [], laneKeys: [], params: { asked }, run: null };
    parentPort.postMessage(word === "fail" ? { failure: "The rule is wrong" } : { problems: [problem] });
  });
`;

let folder: string;
let file: URL;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "alur-flow-"));
  const path = join(folder, "worker.mjs");
  writeFileSync(path, worker);
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
    // It may have been the machine: it is not remembered.
    expect(checker.known(drawing(word, at))).toBeUndefined();
    expect(await asked(checker, drawing("x", 10 + at))).toBe(1);
  }
});

test("what takes too long is not proven", async () => {
  const checker = new DrawingChecker(file, 300);
  expect(await checker.find("person:1", drawing("spin"))).toEqual(unproven);
  expect(checker.known(drawing("spin"))).toBeUndefined();
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

test("without a thread it answers what the rules say", async () => {
  const one = drawing("x");
  expect(await new DrawingChecker(null).find("person:1", one)).toEqual(findProblems(one.graph));
});

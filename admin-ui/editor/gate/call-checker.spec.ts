import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildGraph, type Graph, type GraphNode } from "../../../domain/index.js";
import { CallChecker, type SeenDrawing, type ServerCalls } from "./call-checker.js";
import { callCheckOf, connectorCalls, connectorProblem } from "./connector-calls.js";

const drawn = buildGraph(
  [
    ["start", "start", ["a"]],
    ["call", "connector", ["a"], { call: { sop: "x", waits: true } }],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "call"],
    ["call", "end"],
  ],
);
const changed = (part: Partial<GraphNode>): Graph => ({
  ...drawn,
  nodes: drawn.nodes.map((node) => (node.key === "call" ? { ...node, ...part } : node)),
});
const elsewhere = changed({ call: { sop: "y", waits: true } });
const cycle = connectorProblem({
  rule: "connector-cycle",
  nodeIds: ["call"],
  sopTitles: ["A", "B", "A"],
});
const saved = (graph: Graph, revision = 1): SeenDrawing => ({ graph, revision, isStranded: false });
const unsaved = (graph: Graph): SeenDrawing => ({ graph, revision: null, isStranded: false });

let answers: ((told: ServerCalls | null) => void)[];
let checker: CallChecker;
const check = (graph: Graph) => callCheckOf(connectorCalls(graph), checker.told());
const rest = () => vi.advanceTimersByTimeAsync(1000);
const answer = async (told: ServerCalls | null) => {
  answers.at(-1)?.(told);
  await rest();
};

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  checker = new CallChecker(() => new Promise((resolve) => answers.push(resolve)));
});
afterEach(() => {
  checker.stop();
  vi.useRealTimers();
});

it("asks nothing of a drawing without connectors, and not before the server has it", async () => {
  checker.look(saved(changed({ call: null })));
  await rest();
  checker.look(unsaved(drawn));
  await rest();
  expect(answers).toHaveLength(0);
  expect(check(drawn)).toEqual({ state: "checking", problems: [] });
  checker.look(saved(drawn));
  await rest();
  expect(answers).toHaveLength(1);
  await answer({ revision: 1, problems: cycle });
  expect(check(drawn)).toEqual({ state: "told", problems: cycle });
});

it("is not asked again for letters, and once for several changes in a row", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer({ revision: 1, problems: cycle });
  for (const text of ["M", "Me", "Menjalankan"]) {
    checker.look(saved(changed({ text }), 2));
    await rest();
  }
  expect(answers).toHaveLength(1);
  expect(check(changed({ text: "Menjalankan" })).problems).toEqual(cycle);
  checker.look(saved(changed({ call: { sop: "z", waits: true } }), 3));
  checker.look(saved(elsewhere, 4));
  await rest();
  expect(answers).toHaveLength(2);
  // Before the answer nothing is said of the connector as it is now.
  expect(check(elsewhere)).toEqual({ state: "checking", problems: [] });
  await answer({ revision: 4, problems: [] });
  expect(check(elsewhere)).toEqual({ state: "told", problems: [] });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(answers).toHaveLength(2);
});

it("asks once more where it was drawn on while it waited", async () => {
  checker.look(saved(drawn));
  await rest();
  checker.look(saved(elsewhere, 2));
  await rest();
  expect(answers).toHaveLength(1);
  await answer({ revision: 1, problems: cycle });
  expect(check(elsewhere)).toEqual({ state: "checking", problems: [] });
  expect(answers).toHaveLength(2);
  await answer({ revision: 2, problems: [] });
  expect(check(elsewhere).state).toBe("told");
});

it("takes no answer that is of another revision, and asks once that one is here", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer({ revision: 2, problems: cycle });
  expect(check(drawn)).toEqual({ state: "failed", problems: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(1);
  checker.look(saved(elsewhere, 2));
  await rest();
  expect(answers).toHaveLength(2);

  // Its own newer one was saved before the question was answered.
  checker.look(saved(elsewhere, 3));
  await answer({ revision: 3, problems: cycle });
  expect(answers).toHaveLength(3);
  await answer({ revision: 3, problems: cycle });
  expect(check(elsewhere)).toEqual({ state: "told", problems: cycle });
});

it("says that it is not known where the server does not answer, and asks again later", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer(null);
  expect(check(drawn)).toEqual({ state: "failed", problems: [] });
  // Letters do not ask for it; time, a window that comes back, and other calls do.
  checker.look(saved(changed({ text: "x" }), 2));
  await rest();
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(answers).toHaveLength(2);
  await answer(null);
  checker.renew();
  await rest();
  expect(answers).toHaveLength(3);
  await answer(null);
  checker.look(saved(elsewhere, 3));
  await rest();
  expect(answers).toHaveLength(4);
  await answer({ revision: 3, problems: [] });
  expect(check(elsewhere).state).toBe("told");
  // What was told is not asked for once more, now that the time of the failed questions has come.
  await vi.advanceTimersByTimeAsync(120_000);
  expect(answers).toHaveLength(4);
  expect(check(elsewhere).state).toBe("told");
});

it("asks once when the time has come, however often it failed in between", async () => {
  let asked = 0;
  const unheard = new CallChecker(async () => {
    asked += 1;
    return null;
  });
  unheard.look(saved(drawn));
  await rest();
  for (let time = 0; time < 2; time += 1) {
    unheard.renew();
    await rest();
  }
  expect(asked).toBe(3);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBe(4);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBe(5);
  unheard.stop();
});

it("asks at once about calls that failed before others were told", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer(null);
  checker.look(saved(elsewhere, 2));
  await rest();
  await answer({ revision: 2, problems: [] });
  checker.look(saved(drawn, 3));
  await rest();
  expect(answers).toHaveLength(3);
  await answer({ revision: 3, problems: cycle });
  expect(check(drawn)).toEqual({ state: "told", problems: cycle });
});

it("asks anew once it has what somebody else saved while it was to ask anew", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer({ revision: 1, problems: cycle });
  checker.renew();
  await rest();
  await answer({ revision: 2, problems: [] });
  expect(check(drawn)).toEqual({ state: "told", problems: cycle });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(2);
  // Nothing is different about the calls, and yet what was known of them is old.
  checker.look(saved(changed({ text: "x" }), 2));
  await rest();
  expect(answers).toHaveLength(3);
  await answer({ revision: 2, problems: [] });
  expect(check(drawn)).toEqual({ state: "told", problems: [] });
  checker.look(saved(changed({ text: "xy" }), 3));
  await rest();
  expect(answers).toHaveLength(3);
});

it("does not give up where the answer is of its own newer revision, and asks anew then, too", async () => {
  const states: string[] = [];
  checker.subscribe(() => states.push(check(drawn).state));
  checker.look(saved(drawn));
  await rest();
  checker.look(unsaved(changed({ text: "x" })));
  await answer({ revision: 2, problems: cycle });
  expect(check(drawn).state).toBe("checking");
  checker.look(saved(changed({ text: "x" }), 2));
  await rest();
  expect(answers).toHaveLength(2);
  await answer({ revision: 2, problems: cycle });
  expect(states).toEqual(["told"]);

  checker.renew();
  await rest();
  checker.look(saved(changed({ text: "xy" }), 3));
  await answer({ revision: 3, problems: [] });
  expect(answers).toHaveLength(4);
  await answer({ revision: 3, problems: [] });
  expect(check(drawn)).toEqual({ state: "told", problems: [] });
});

it("says so too of what cannot be saved", async () => {
  checker.look({ graph: drawn, revision: null, isStranded: true });
  await rest();
  expect(answers).toHaveLength(0);
  expect(check(drawn).state).toBe("failed");
});

it("asks anew what is known, and keeps what it knew meanwhile and where that fails", async () => {
  checker.look(saved(drawn));
  await rest();
  await answer({ revision: 1, problems: cycle });
  checker.renew();
  await rest();
  expect(answers).toHaveLength(2);
  expect(check(drawn).problems).toEqual(cycle);
  await answer(null);
  expect(check(drawn)).toEqual({ state: "told", problems: cycle });
  checker.renew();
  await rest();
  await answer({ revision: 1, problems: [] });
  expect(check(drawn)).toEqual({ state: "told", problems: [] });
});

it("asks nothing any more once it is stopped, and goes on when it is shown again", async () => {
  checker.look(saved(drawn));
  await rest();
  checker.stop();
  await answer(null);
  checker.renew();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(answers).toHaveLength(1);
  checker.look(saved(drawn));
  await rest();
  expect(answers).toHaveLength(2);
});

import { expect, it } from "vitest";
import { buildGraph, findProblems, type Graph, type RuleName } from "../../../domain/index.js";
import { markKey } from "../../cases/step-marks.js";
import { playableWay, playbackOf, type Playable, type PlaybackFrame } from "./playback.js";

const rows = [
  ["start", "start", ["a"]],
  ["ask", "activity", ["a"]],
  ["split", "decision", ["b"]],
  ["one", "activity", ["a"]],
  ["two", "activity", ["b"]],
  ["join", "join", []],
  ["end", "end", ["a"]],
] as const;

const rest = [
  ["start", "ask"],
  ["ask", "split"],
  ["one", "join"],
  ["two", "join"],
  ["join", "end"],
] as const;

const stuck = buildGraph(rows, [...rest, ["split", "one", "Ya"], ["split", "two", "Tidak"]]);

const parallel = buildGraph(
  rows
    .filter(([key]) => key !== "join")
    .map((row) => (row[0] === "split" ? ["split", "fork", []] : row)),
  [
    ["start", "ask"],
    ["ask", "split"],
    ["split", "one"],
    ["split", "two"],
    ["one", "two"],
    ["two", "end"],
  ],
);

function frames(graph: Graph, rule: RuleName): { problem: Playable; frames: PlaybackFrame[] } {
  const problem = findProblems(graph).find((one) => one.rule === rule);
  if (problem === undefined) throw new Error(`${rule} is not broken`);
  const playback = playbackOf(graph, problem);
  return {
    problem,
    frames: Array.from({ length: playback.count }, (_, at) => playback.frame(at)),
  };
}

it("shows the beginning, each step as it is done, and what goes wrong", () => {
  const { problem, frames: played } = frames(stuck, "option-to-complete");
  expect(played.map(({ step, look, isTrouble }) => [step?.node ?? null, look, isTrouble])).toEqual([
    [null, "ask", false],
    ["ask", "ask", false],
    ["split", "split", false],
    [problem.run?.[2]?.node, problem.run?.[2]?.node, false],
    [null, "join", true],
  ]);
  expect(played.map(({ marks }) => marks.get(markKey("ask", "a")))).toEqual([
    "open",
    "done",
    "done",
    "done",
    "done",
  ]);
  expect(played[1]?.marks.get(markKey("split", "b"))).toBe("open");
});

it("keeps the outcomes that were chosen in sight until the end", () => {
  const { problem, frames: played } = frames(stuck, "option-to-complete");
  const outcome = problem.run?.[1]?.outcome;
  expect(played.map(({ chosen }) => [...chosen])).toEqual([
    [],
    [],
    [outcome],
    [outcome],
    [outcome],
  ]);
});

it("shows where a branch waits before a bar", () => {
  const { problem, frames: played } = frames(stuck, "option-to-complete");
  expect(problem.edgeKeys).toHaveLength(1);
  const waiting = [...(played.at(-1)?.waiting.keys() ?? [])];
  expect(waiting).toEqual(
    ["one-join", "two-join"].filter((edge) => !problem.edgeKeys.includes(edge)),
  );
  expect(played[2]?.waiting.size).toBe(0);
});

it("shows what is open twice", () => {
  const { frames: played } = frames(parallel, "one-token");
  expect(played.at(-1)?.opened).toEqual(new Map([["two", 2]]));
  expect(played[0]?.opened.size).toBe(0);
});

it("shows only the trouble where the run cannot be played", () => {
  const bare = { ...stuck, nodes: [], edges: [] };
  const problem = { rule: "option-to-complete", nodeKeys: [], edgeKeys: [], params: {} } as const;
  const playback = playbackOf(bare, { ...problem, run: [{ node: "gone", outcome: null }] });
  expect(playback.frame(playback.count - 1)).toMatchObject({ isTrouble: true, look: null });
});

it("plays a way to its end, where nothing is wrong", () => {
  const straight = buildGraph(
    [
      ["start", "start", ["a"]],
      ["ask", "activity", ["a"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "ask"],
      ["ask", "end"],
    ],
  );
  const playback = playbackOf(straight, playableWay([{ node: "ask", outcome: null }], "Selesai."));
  const played = Array.from({ length: playback.count }, (_, at) => playback.frame(at));
  expect(played.map(({ step, look, isLast }) => [step?.node ?? null, look, isLast])).toEqual([
    [null, "ask", false],
    ["ask", "ask", false],
    [null, "ask", true],
  ]);
  expect(played.map(({ isTrouble }) => isTrouble)).toEqual([false, false, false]);
  expect(played.at(-1)?.marks.get(markKey("ask", "a"))).toBe("done");
});

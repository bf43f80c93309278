import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { buildGraph, type Graph, type RuleLevels } from "../../../domain/index.js";
import { FlowChecker } from "./flow-checker.js";
import { answerFlow, type FlowQuestion } from "./gate-questions.js";
import type { Answerer } from "./newest-asked.js";

const usual: RuleLevels = {};

const sound = buildGraph(
  [
    ["start", "start", ["a"]],
    ["write", "activity", ["a"]],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "write"],
    ["write", "end"],
  ],
);

const written = (graph: Graph, text: string): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.key === "write" ? { ...node, text } : node)),
});

let asked: Graph[];
let answerNext: () => void;
let checker: FlowChecker;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  checker = new FlowChecker((): Answerer => {
    let hear: (event: { readonly data: unknown }) => void = () => undefined;
    return {
      postMessage(question: FlowQuestion) {
        asked.push(question.graph);
        answerNext = () => hear({ data: { type: "answer", answer: answerFlow(question) } });
      },
      terminate: () => undefined,
      addEventListener(type: string, listener: typeof hear) {
        if (type === "message") hear = listener;
      },
    };
  });
});
afterEach(() => {
  vi.useRealTimers();
});

it("is told of a changed way at once, and is checking until it has the answer to that", () => {
  checker.look(sound, usual);
  expect(checker.check()).toEqual({ state: "checking", answer: null });
  answerNext();
  expect(checker.check()).toMatchObject({ state: "told", answer: { verdict: "SOUND" } });
  const open: Graph = { ...sound, edges: sound.edges.slice(1) };
  checker.look(open, usual);
  expect(checker.check()).toMatchObject({ state: "checking", answer: { verdict: "SOUND" } });
  answerNext();
  expect(checker.check()).toMatchObject({ state: "told", answer: { reason: "NOT_WELL_FORMED" } });
  expect(asked).toEqual([sound, open]);
});

it("asks about texts once typing rests, and says what it knew meanwhile", () => {
  checker.look(sound, usual);
  answerNext();
  const told = checker.check();
  const letters = ["M", "Me", "Mem", "Memeriksa"].map((text) => written(sound, text));
  for (const graph of letters) {
    checker.look(graph, usual);
    vi.advanceTimersByTime(100);
  }
  expect(asked).toHaveLength(1);
  expect(checker.check()).toBe(told);
  vi.advanceTimersByTime(2000);
  expect(asked).toEqual([sound, letters.at(-1)]);
});

it("asks anew when the office takes its rules in another way", () => {
  checker.look(sound, usual);
  answerNext();
  checker.look(sound, { "standard-time": "OFF" });
  expect(checker.check().state).toBe("checking");
  expect(asked).toHaveLength(2);
});

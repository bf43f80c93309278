import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { NewestAsked, type Answerer, type Told } from "./newest-asked.js";

/** A worker that says what the test lets it say. */
class Hired implements Answerer {
  readonly asked: unknown[] = [];
  isEnded = false;
  readonly #listeners = new Map<string, (event: { readonly data: unknown }) => void>();

  postMessage(question: unknown): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isEnded = true;
  }
  addEventListener(type: string, hear: (event: { readonly data: unknown }) => void): void {
    this.#listeners.set(type, hear);
  }
  begin(): void {
    this.#tell({ type: "begun" });
  }
  answer(answer: string): void {
    this.#tell({ type: "answer", answer });
  }
  fail(): void {
    this.#listeners.get("error")?.({ data: null });
  }
  #tell(told: Told<string>): void {
    this.#listeners.get("message")?.({ data: told });
  }
}

let hired: Hired[];
let heard: (string | null)[];
let asker: NewestAsked<string, string>;
const ask = (question: string) => asker.ask(question, (answer) => heard.push(answer));

beforeEach(() => {
  vi.useFakeTimers();
  hired = [];
  heard = [];
  asker = new NewestAsked(() => {
    const worker = new Hired();
    hired.push(worker);
    return worker;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks one worker one question after another", () => {
  ask("a");
  hired[0]?.answer("A");
  ask("b");
  hired[0]?.answer("B");
  expect(heard).toEqual(["A", "B"]);
  expect(hired.map(({ asked }) => asked)).toEqual([["a", "b"]]);
});

it("drops the answer to an older question, and passes over those between", () => {
  ask("a");
  ask("b");
  ask("c");
  expect(hired[0]?.asked).toEqual(["a"]);
  hired[0]?.begin();
  hired[0]?.answer("A");
  expect(heard).toEqual([]);
  hired[0]?.answer("C");
  expect(heard).toEqual(["C"]);
  expect(hired[0]?.asked).toEqual(["a", "c"]);
});

it("ends a worker that is long about an older question, and hears nothing of it any more", () => {
  ask("monstrous");
  hired[0]?.begin();
  vi.advanceTimersByTime(5000);
  ask("b");
  vi.advanceTimersByTime(1000);
  expect(hired[0]?.isEnded).toBe(true);
  expect(hired[1]?.asked).toEqual(["b"]);
  hired[0]?.answer("late");
  hired[1]?.answer("B");
  expect(heard).toEqual(["B"]);
});

it("lets a worker load that has not begun yet, however often it is asked meanwhile", () => {
  ask("a");
  for (let time = 0; time < 10; time++) {
    vi.advanceTimersByTime(500);
    ask(`a${time}`);
  }
  expect(hired).toHaveLength(1);
  expect(hired[0]?.isEnded).toBe(false);
  hired[0]?.begin();
  vi.advanceTimersByTime(1000);
  expect(hired[0]?.isEnded).toBe(true);
  expect(hired[1]?.asked).toEqual(["a9"]);
});

it("answers with nothing where no worker starts, where it fails, and where it never answers", () => {
  ask("a");
  hired[0]?.fail();
  expect(heard).toEqual([null]);
  ask("b");
  hired[1]?.begin();
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([null, null]);
  expect(hired[1]?.isEnded).toBe(true);
  new NewestAsked<string, string>(() => {
    throw new Error("no workers here");
  }).ask("c", (answer) => heard.push(answer));
  expect(heard).toEqual([null, null, null]);
});

it("asks on a new worker what came after the question that ended the one before", () => {
  ask("a");
  ask("b");
  hired[0]?.fail();
  expect(hired[1]?.asked).toEqual(["b"]);
  hired[1]?.answer("B");
  expect(heard).toEqual(["B"]);
});

it("answers nothing once it was stopped, and can be asked again", () => {
  ask("a");
  asker.stop();
  expect(hired[0]?.isEnded).toBe(true);
  hired[0]?.answer("A");
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
  ask("b");
  hired[1]?.answer("B");
  expect(heard).toEqual(["B"]);
});

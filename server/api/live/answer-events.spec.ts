import { expect, test } from "vitest";
import { answerEvents, answerOnce } from "./answer-events.js";

function sourceOf(events: unknown[]) {
  const returned = { times: 0 };
  const source: AsyncIterator<unknown> = {
    next: async () =>
      events.length > 0
        ? { done: false, value: events.shift() }
        : await new Promise<never>(() => undefined),
    return: async () => {
      returned.times += 1;
      return { done: true, value: undefined };
    },
  };
  return { source, returned };
}

test("answers each event and ends its source with the last answer", async () => {
  const { source, returned } = sourceOf([1, 2, 3]);
  const answers = answerEvents(source, async (event) => ({
    result: { data: { event } },
    last: event === 2,
  }));
  const seen: unknown[] = [];
  for await (const answer of answers) seen.push(answer.data);
  expect(seen).toEqual([{ event: 1 }, { event: 2 }]);
  expect(returned.times).toBe(1);
});

test("return() ends the source while the next event is awaited", async () => {
  const { source, returned } = sourceOf([]);
  const answers = answerEvents(source, async () => ({ result: {}, last: false }));
  void answers.next();
  await answers.return();
  expect(returned.times).toBe(1);
  expect(await answers.next()).toEqual({ done: true, value: undefined });
});

test("a single answer is a stream of one", async () => {
  const seen: unknown[] = [];
  for await (const answer of answerOnce({ data: { a: 1 } })) seen.push(answer);
  expect(seen).toEqual([{ data: { a: 1 } }]);
});

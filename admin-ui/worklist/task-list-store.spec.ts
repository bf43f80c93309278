import { CombinedError } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PageRead, TaskListStore } from "./task-list-store.js";

interface Row {
  readonly id: string;
}

/** A list on a server: pages of it by a cursor that is an id, looking at `window` rows at a time. */
class ServedList {
  rows: Row[] = [];
  asked = 0;
  failure: CombinedError | null = null;

  constructor(
    count: number,
    private readonly fits: (row: Row) => boolean = () => true,
    private readonly window = Number.POSITIVE_INFINITY,
  ) {
    for (let at = 0; at < count; at += 1) this.rows.push({ id: String(1000 + at) });
  }

  readonly read = async (first: number, after: string | null): Promise<PageRead<Row>> => {
    this.asked += 1;
    if (this.failure) return { error: this.failure };
    const from = this.rows.filter(({ id }) => after === null || id > after);
    const looked = from.slice(0, this.window);
    const tasks = looked.filter(this.fits).slice(0, first);
    const isFull = tasks.length === first;
    const last = isFull ? tasks.at(-1) : looked.at(-1);
    const hasMore = last !== undefined && from.at(-1)?.id !== last.id;
    return { tasks, endCursor: last?.id ?? null, hasMore };
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function opened(list: ServedList): Promise<TaskListStore<Row>> {
  const store = new TaskListStore<Row>(list.read);
  store.open();
  await vi.advanceTimersByTimeAsync(0);
  return store;
}

const ids = (store: TaskListStore<Row>) => store.shown().tasks?.map(({ id }) => id);

test("grows page by page, and is read again as far as it was", async () => {
  const list = new ServedList(75);
  const store = await opened(list);
  expect(ids(store)).toHaveLength(30);
  await store.more();
  await store.more();
  expect(ids(store)).toEqual(list.rows.map(({ id }) => id));
  expect(store.shown().hasMore).toBe(false);

  // One comes first and another goes: none is lost between the pages, and none is there twice.
  list.rows = [{ id: "0999" }, ...list.rows.filter(({ id }) => id !== "1040")];
  store.reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ids(store)).toEqual(list.rows.map(({ id }) => id));
});

test("is read once for many changes, and once more for those that came meanwhile", async () => {
  const list = new ServedList(5);
  const store = await opened(list);
  expect(list.asked).toBe(1);
  for (let change = 0; change < 10; change += 1) store.reload();
  await vi.advanceTimersByTimeAsync(200);
  expect(list.asked).toBe(2);
  const slow = store.more();
  store.reload();
  store.reload();
  await slow;
  await vi.advanceTimersByTimeAsync(1000);
  expect(list.asked).toBe(3);
});

test("looks on where a page has little of what is looked for, but not for ever", async () => {
  const rare = new ServedList(500, ({ id }) => id.endsWith("99"), 20);
  const store = await opened(rare);
  expect(rare.asked).toBe(8);
  expect(ids(store)).toEqual(["1099"]);
  expect(store.shown().hasMore).toBe(true);
  await store.more();
  expect(ids(store)).toEqual(["1099", "1199", "1299"]);
});

test("keeps what it shows when it cannot be read, and says so until it can", async () => {
  const list = new ServedList(3);
  const store = await opened(list);
  list.failure = new CombinedError({ networkError: new Error("away") });
  store.reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.shown()).toMatchObject({ error: list.failure });
  expect(ids(store)).toHaveLength(3);
  list.failure = null;
  store.reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(store.shown().error).toBeNull();
});

test("reads nothing once it is closed", async () => {
  const list = new ServedList(3);
  const store = await opened(list);
  store.reload();
  store.close();
  store.reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(list.asked).toBe(1);
});

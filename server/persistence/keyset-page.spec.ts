import BetterSqlite3 from "better-sqlite3";
import { expect, test } from "vitest";
import { keysetPage, type OrderColumn, type PageRequest } from "./keyset-page.js";

const order: readonly OrderColumn[] = [
  { sql: "t.due", key: "due", descending: true },
  { sql: "t.id", key: "id" },
];
const list = new BetterSqlite3(":memory:");
list.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, due INTEGER NOT NULL, lane INTEGER NOT NULL)");
for (let id = 1; id <= 30; id += 1) {
  list.prepare("INSERT INTO t VALUES (?, ?, ?)").run(id, id % 4, id % 3);
}
const whole = list.prepare("SELECT id FROM t ORDER BY due DESC, id").pluck().all();

function read(request: PageRequest, lanes: readonly number[] | null = null) {
  const page = keysetPage(request, order);
  const select = "SELECT id, due FROM t WHERE";
  const { sql, params } = page.query(
    lanes
      ? lanes.map((lane) => ({ sql: `${select} lane = ?`, params: [lane] }))
      : [{ sql: `${select} 1 = 1`, params: [] }],
  );
  const rows = list.prepare<unknown[], { id: number; due: number }>(sql).all(...params);
  return page.build(rows, ({ id }) => id);
}

test.each([null, [0, 1, 2]])("walks forward and back over the whole list, arms %j", (lanes) => {
  const forward: number[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = read({ first: 7, after }, lanes);
    forward.push(...nodes);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(forward).toEqual(whole);

  const back: number[] = [];
  let before: string | null = null;
  do {
    const { nodes, pageInfo } = read({ last: 7, before }, lanes);
    back.unshift(...nodes);
    expect(pageInfo.hasNextPage).toBe(before !== null);
    before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
  } while (before);
  expect(back).toEqual(whole);
});

test("goes on behind the last row that was looked at where a page did not fill", () => {
  const looked = (request: PageRequest, most: number) => {
    const page = keysetPage(request, order);
    const { sql, params } = page.query(
      [{ sql: "SELECT id, due FROM t WHERE 1 = 1", params: [] }],
      most,
    );
    const rows = list.prepare<unknown[], { id: number; due: number }>(sql).all(...params);
    const fitting = rows.filter(({ id }) => id % 10 === 0).slice(0, page.enough);
    const isEnd = rows.length < most || fitting.length === page.enough;
    return page.build(fitting, ({ id }) => id, isEnd ? null : (rows.at(-1) ?? null));
  };
  for (const backwards of [false, true]) {
    const found: number[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { nodes, pageInfo } = looked(
        backwards ? { last: 2, before: cursor } : { first: 2, after: cursor },
        4,
      );
      if (backwards) found.unshift(...nodes);
      else found.push(...nodes);
      const hasMore = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
      cursor = hasMore ? (backwards ? pageInfo.startCursor : pageInfo.endCursor) : null;
      pages += 1;
    } while (cursor);
    expect(found).toEqual(whole.filter((id) => Number(id) % 10 === 0));
    expect(pages).toBeGreaterThan(7);
  }
});

test("stays between both cursors, and an empty page has none", () => {
  const { edges } = read({ first: 10 });
  const between = { after: edges[2]?.cursor, before: edges[6]?.cursor };
  expect(read({ ...between, first: 100 }).nodes).toEqual(whole.slice(3, 6));
  expect(read({ ...between, last: 2 }).nodes).toEqual(whole.slice(4, 6));
  expect(read({ first: 0 })).toMatchObject({
    nodes: [],
    pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
  });
});

const cursorOf = (values: unknown) => Buffer.from(JSON.stringify(values)).toString("base64url");

test.each<[string, PageRequest]>([
  ["first", { first: -1 }],
  ["first", { first: 101 }],
  ["first", { first: 1.5 }],
  ["last", { last: 101 }],
  ["last", { first: 1, last: 1 }],
  ["after", { after: "" }],
  ["after", { after: "x".repeat(100_000) }],
  ["before", { before: cursorOf(["-t.due,t.id", 1]) }],
  ["before", { before: cursorOf(["t.name,t.id", "a", 1]) }],
  ["before", { before: cursorOf(["-t.due,t.id", 1, { a: 1 }]) }],
  ["before", { before: cursorOf(null) }],
  ["after", { after: Buffer.from('["-t.due,t.id",1e999,1]').toString("base64url") }],
  ["after", { after: cursorOf(["-t.due,t.id", 1, 2 ** 53]) }],
  ["after", { after: cursorOf(["-t.due,t.id", 1, 0.5]) }],
])("refuses %s in %j", (field, request) => {
  expect(() => keysetPage(request, order)).toThrow(
    expect.objectContaining({ code: "INVALID", field }),
  );
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR, MINUTE } from "./case-driver.js";
import { copyCases } from "./many-tasks.js";
import { addPerson } from "./people-of-the-test.js";
import { firstTask } from "./refusal-check.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

/** The ids that somebody's list holds, in its order. */
async function listed(by: string, filter: object): Promise<string[]> {
  const document = `query ($filter: TaskFilter) {
    tasks(first: 100, filter: $filter) { nodes { id } } }`;
  const { tasks } = await driver.gql(by, document, { filter });
  return tasks.nodes.map(({ id }: AnyData) => id);
}

const counts = async (by: string): Promise<AnyData> => {
  const each = ["mine", "unclaimed", "forMe", "claimable", "waiting", "overdue"];
  const fields = each.map((name) => `${name} { count hasMore }`).join(" ");
  return (await driver.gql(by, `{ worklistCounts { ${fields} } }`)).worklistCounts;
};

const scopes = ["MINE", "UNCLAIMED", "FOR_ME", "CLAIMABLE", "WAITING", "ACTIONABLE"];

/** In which of the scopes somebody finds the task. */
async function placesOf(by: string, id: string): Promise<string[]> {
  const found = await Promise.all(
    scopes.map(async (scope) => ((await listed(by, { scope })).includes(id) ? [scope] : [])),
  );
  return found.flat();
}

describe("a task is in the part of the worklist", () => {
  test("of everybody who shares the position, until one of them has it", async () => {
    const instance = await driver.start("000", {}, "budi");
    const { id } = firstTask(instance);
    for (const by of ["budi", "siti"]) {
      expect(await placesOf(by, id), by).toEqual(["UNCLAIMED", "CLAIMABLE", "ACTIONABLE"]);
    }
    await driver.mutate("siti", "claimTask", { taskId: id }, "task { id }");
    expect(await placesOf("siti", id)).toEqual(["MINE", "FOR_ME", "ACTIONABLE"]);
    // He started the case, and now waits for her.
    expect(await placesOf("budi", id)).toEqual(["WAITING"]);
    expect(await placesOf("kasiaplikasi", id)).toEqual([]);
  });

  test("of whoever holds the position alone, with nothing to claim", async () => {
    const instance = await driver.steps(await driver.start("000", {}, "budi"), "a1");
    const { id } = firstTask(instance);
    expect(await placesOf("kasiaplikasi", id)).toEqual(["UNCLAIMED", "FOR_ME", "ACTIONABLE"]);
    expect(await placesOf("budi", id)).toEqual(["WAITING"]);
    expect(await placesOf("siti", id)).toEqual([]);
  });

  test("of the requester, who waits until the case is at its end", async () => {
    const started = await driver.start("004b");
    expect(await placesOf("pemohon", firstTask(started).id)).toEqual([
      "UNCLAIMED",
      "FOR_ME",
      "ACTIONABLE",
    ]);
    let instance = await driver.steps(started, "b1", "b2");
    for (const by of ["pemohon", "kasilitik"]) {
      expect(await placesOf(by, firstTask(instance).id), by).toEqual(["WAITING"]);
    }
    instance = await driver.steps(instance, "b3", "b4", "b5");
    expect(instance.status).toBe("COMPLETED");
    const left = await driver.api.database.reader.all(
      "SELECT c.person_id FROM case_participant c JOIN instance i ON i.id = c.instance_id WHERE i.ended_at IS NOT NULL",
      [],
    );
    expect(left).toEqual([]);
  });

  test("of nobody any more once the case is cancelled", async () => {
    const instance = await driver.steps(await driver.start("000", {}, "budi"), "a1");
    const { id } = firstTask(instance);
    await driver.mutate(
      "admin",
      "cancelInstance",
      { instanceId: instance.id, reason: "Salah" },
      "instance { id }",
    );
    for (const by of ["budi", "kasiaplikasi"]) expect(await placesOf(by, id)).toEqual([]);
  });
});

describe("a list", () => {
  let wanted: AnyData;

  beforeAll(async () => {
    wanted = await driver.start("000", { title: "Aplikasi Perizinan Élok" }, "siti");
  });

  test.each([
    ["perizinan", true],
    ["ELOK aplikasi", true],
    ["elok gudang", false],
    ["Aminah elok", true],
    ["pemanfaatan elok", true],
  ])("searched for %s", async (search, isThere) => {
    const ids = await listed("budi", { scope: "CLAIMABLE", search });
    expect(ids.includes(firstTask(wanted).id)).toBe(isThere);
  });

  test("is searched by what the step says", async () => {
    const { node } = await driver.gql(
      "budi",
      `query ($id: ID!) { node(id: $id) {
      ... on Task { node { text } } } }`,
      { id: firstTask(wanted).id },
    );
    const word = node.node.text.split(" ").find((one: string) => one.length > 5);
    const ids = await listed("budi", { scope: "CLAIMABLE", search: `${word} elok` });
    expect(ids).toEqual([firstTask(wanted).id]);
  });

  test("keeps to an SOP, a lane and an office", async () => {
    const { id } = firstTask(wanted);
    const { me } = await driver.gql("budi", "{ me { office { id } } }");
    const { me: other } = await driver.gql("anton", "{ me { office { id } } }");
    for (const [filter, isThere] of [
      [{ sopId: driver.sop("000") }, true],
      [{ sopId: driver.sop("001") }, false],
      [{ laneKey: "fungsional" }, true],
      [{ laneKey: "kasi" }, false],
      [{ officeId: me.office.id }, true],
      [{ officeId: other.office.id }, false],
      [{ instanceId: wanted.id }, true],
    ] as const) {
      expect((await listed("budi", filter)).includes(id), JSON.stringify(filter)).toBe(isThere);
    }
  });

  test("keeps to what is due before or after, and what is overdue", async () => {
    const { id, dueAt } = firstTask(wanted);
    const due = Date.parse(dueAt);
    const iso = (at: number) => new Date(at).toISOString();
    const has = async (filter: object) => (await listed("budi", filter)).includes(id);
    expect(await has({ dueBefore: dueAt })).toBe(false);
    expect(await has({ dueBefore: iso(due + 1) })).toBe(true);
    expect(await has({ dueAfter: dueAt })).toBe(true);
    expect(await has({ dueAfter: iso(due + 1) })).toBe(false);
    expect(await has({ overdue: true })).toBe(false);
  });

  test("refuses what it cannot be asked for", async () => {
    for (const [filter, code] of [
      [{ search: "a".repeat(201) }, "TOO_LARGE"],
      [{ sopId: "abc" }, "NOT_FOUND"],
    ] as const) {
      const client = await driver.as("budi");
      const document = "query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { id } } }";
      const { errors } = await driver.api.send(client, document, { filter });
      expect(errors?.[0]?.extensions?.["code"]).toBe(code);
    }
  });

  test("finds what is rare, a bounded look at a time", async () => {
    const instance = await driver.start("004b", { title: "Yang biasa" });
    const first = await driver.steps(instance, "b1");
    await copyCases(driver, first, 2300);
    const rare = await driver.start("004b", { title: "Langka sekali" });
    driver.api.clock.advance(30 * 24 * HOUR);
    const last = await driver.steps(rare, "b1");
    const document = `query ($after: String) {
      tasks(first: 5, after: $after, filter: { scope: FOR_ME, search: "langka" }) {
        pageInfo { hasNextPage endCursor } nodes { id } } }`;
    const { tasks: page } = await driver.gql("kasilitik", document);
    expect(page).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const { tasks: next } = await driver.gql("kasilitik", document, {
      after: page.pageInfo.endCursor,
    });
    expect(next.nodes).toEqual([{ id: firstTask(last).id }]);
    expect(next.pageInfo.hasNextPage).toBe(false);
    // And from the end, it is the first that is met.
    const { tasks: back } = await driver.gql(
      "kasilitik",
      `{ tasks(last: 1, filter: { scope: FOR_ME, search: "langka" }) { nodes { id } } }`,
    );
    expect(back.nodes).toEqual([{ id: firstTask(last).id }]);
  });

  test("of what one waits for is the same, whether one takes part in few cases or in many", async () => {
    await addPerson(driver.api, "rajin", "budi");
    await addPerson(driver.api, "santai", "budi");
    const { openTasks } = await driver.start("000", { title: "Ditunggu" }, "budi");
    const instance = { id: wanted.id, openTasks };
    await copyCases(driver, instance, 1200, ["rajin"]);
    await copyCases(driver, instance, 40, ["santai", "rajin"]);
    const few = await listed("santai", { scope: "WAITING" });
    expect(few).toHaveLength(40);
    const document = `query ($after: String) { tasks(first: 100, after: $after, filter: { scope: WAITING }) {
      pageInfo { hasNextPage endCursor } nodes { id dueAt } } }`;
    const many: AnyData[] = [];
    let after: string | null = null;
    do {
      const { tasks } = await driver.gql("rajin", document, { after });
      many.push(...tasks.nodes);
      after = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null;
    } while (after);
    expect(many).toHaveLength(1240);
    expect(new Set(many.map(({ id }) => id)).size).toBe(1240);
    const due = many.map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted());
    expect((await counts("rajin")).waiting).toEqual({ count: 99, hasMore: true });
    expect((await counts("santai")).waiting).toEqual({ count: 40, hasMore: false });
  });
});

test("counts are the lengths of the lists, up to 99", async () => {
  for (const by of ["budi", "siti", "kasiaplikasi", "pemohon", "loket", "admin"]) {
    const counted = await counts(by);
    const names = ["mine", "unclaimed", "forMe", "claimable", "waiting"] as const;
    for (const [at, name] of names.entries()) {
      const { length } = await listed(by, { scope: scopes[at] });
      const expected = { count: Math.min(length, 99), hasMore: length > 99 };
      expect(counted[name], `${by} ${name}`).toEqual(expected);
    }
    const { length } = await listed(by, { scope: "ACTIONABLE", overdue: true });
    if (by !== "admin") expect(counted.overdue.count, by).toBe(Math.min(length, 99));
  }
});

describe("several claims at once", () => {
  const claims = `results { task { id status assignee { username } }
    userErrors { code field message } }`;

  test("each take what they can, and say why not", async () => {
    const one = firstTask(await driver.start("000", {}, "budi")).id;
    const two = firstTask(await driver.start("000", {}, "budi")).id;
    const taken = firstTask(await driver.start("000", {}, "budi")).id;
    const elsewhere = firstTask(await driver.start("001")).id;
    await driver.mutate("siti", "claimTask", { taskId: taken }, "task { id }");
    const taskIds = [one, taken, elsewhere, "bukan", two];
    const payload = await driver.mutate("budi", "claimTasks", { taskIds }, claims);
    expect(payload.userErrors).toEqual([]);
    const mine = { status: "CLAIMED", assignee: { username: "budi" } };
    expect(payload.results).toMatchObject([
      { task: { id: one, ...mine }, userErrors: [] },
      { task: null, userErrors: [{ code: "ALREADY_CLAIMED" }] },
      { task: null, userErrors: [{ code: expect.stringMatching(/WRONG_LANE|NOT_FOUND/) }] },
      { task: null, userErrors: [{ code: "NOT_FOUND", field: "input.taskIds.3" }] },
      { task: { id: two, ...mine }, userErrors: [] },
    ]);
    expect(await placesOf("siti", taken)).toContain("MINE");
  });

  test("are at most 50", async () => {
    const taskIds = Array.from({ length: 51 }, () => "x");
    const payload = await driver.mutate("budi", "claimTasks", { taskIds }, claims);
    expect(payload).toMatchObject({ results: null, userErrors: [{ code: "TOO_LARGE" }] });
  });

  test("of the same task by two give it to one", async () => {
    const cases = await Promise.all(
      Array.from({ length: 6 }, () => driver.start("000", {}, "budi")),
    );
    const taskIds = cases.map((instance) => firstTask(instance).id);
    const both = await Promise.all(
      ["budi", "siti"].map((by) => driver.mutate(by, "claimTasks", { taskIds }, claims)),
    );
    for (const at of taskIds.keys()) {
      const won = both.filter(({ results }) => results[at].userErrors.length === 0);
      expect(won).toHaveLength(1);
    }
  });
});

describe("the time left", () => {
  const time = "timeLeft timeLeftParts { isLate days hours minutes }";
  const left = async (taskId: string): Promise<AnyData> => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Task { ${time} } } }`;
    return (await driver.gql("admin", document, { id: taskId })).node;
  };

  test("is working time, and stands still while the case is held", async () => {
    // Thirty hours of work from a Monday at 07:30.
    driver.api.clock.advance(Date.parse("2026-10-05T00:30:00Z") - driver.api.clock.now());
    driver.forget("budi");
    driver.forget("admin");
    const instance = await driver.start("000", {}, "budi");
    const { id } = firstTask(instance);
    const whole = { timeLeft: 30 * HOUR, timeLeftParts: { isLate: false, days: 4, hours: 0 } };
    expect(await left(id)).toMatchObject(whole);
    driver.api.clock.advance(24 * HOUR + 90 * MINUTE);
    expect(await left(id)).toEqual({
      timeLeft: 21 * HOUR,
      timeLeftParts: { isLate: false, days: 2, hours: 6, minutes: 0 },
    });
    const held = { instanceId: instance.id, reason: "Menunggu" };
    await driver.mutate("admin", "holdInstance", held, "instance { id }");
    driver.api.clock.advance(24 * HOUR);
    driver.forget("admin");
    expect(await left(id)).toMatchObject({ timeLeft: 21 * HOUR });
  });

  test("is below zero once the deadline is over, and stays where it was when the task was done", async () => {
    driver.forget("budi");
    const instance = await driver.start("000", {}, "budi");
    const { id } = firstTask(instance);
    driver.api.clock.advance(14 * 24 * HOUR);
    driver.forget("budi");
    driver.forget("admin");
    const late = await left(id);
    expect(late.timeLeft).toBeLessThan(0);
    expect(late.timeLeftParts.isLate).toBe(true);
    await driver.complete("budi", id);
    driver.api.clock.advance(24 * HOUR);
    driver.forget("admin");
    expect(await left(id)).toEqual(late);
  });
});

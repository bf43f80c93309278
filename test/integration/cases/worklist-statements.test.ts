import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { taskArms } from "../../../server/features/cases/task-list.js";
import { readTaskFilter } from "../../../server/features/cases/task-filter.js";
import { taskSources } from "../../../server/features/cases/task-sources.js";
import { keysetPage } from "../../../server/persistence/keyset-page.js";
import { CaseDriver } from "./case-driver.js";
import { copyCases } from "./many-tasks.js";
import { StatementProbe } from "./statement-probe.js";

let driver: CaseDriver;
let probe: StatementProbe;

beforeAll(async () => {
  driver = await CaseDriver.start();
  probe = new StatementProbe(driver);
  const instance = await driver.start("000", { title: "Banyak" }, "budi");
  await driver.mutate("siti", "claimTask", { taskId: instance.openTasks[0].id }, "task { id }");
  await driver.steps(await driver.start("000", {}, "budi"), "a1");
  await copyCases(driver, await driver.start("000", {}, "budi"), 1500, ["siti"]);
  await copyCases(driver, await driver.start("004b"), 300);
  if (driver.api.database.dialect === "mariadb") {
    await driver.api.database.unitOfWork.run(
      { actor: { type: "SYSTEM", name: "test" }, locale: "id", requestId: "t", now: Date.now },
      async (tx) => void (await tx.all("ANALYZE TABLE task, instance, case_participant", [])),
    );
  }
});
afterAll(() => driver?.stop());

/**
 * How many statements a page of so many takes: the page; before it who has claimed what of the
 * caller's positions, who else holds them, the cases that they take part in. Filters that no index
 * serves look first at few tasks, then at more, and then read what they have found.
 */
const expected: [scope: string, filter: object, by: string, count: number][] = [
  ["ACTIONABLE", {}, "budi", 2],
  ["ACTIONABLE", {}, "pemohon", 1],
  ["ACTIONABLE", {}, "loket", 1],
  ["ACTIONABLE", { overdue: true, dueBefore: "2030-01-01T00:00:00Z" }, "budi", 2],
  ["MINE", {}, "budi", 1],
  ["UNCLAIMED", {}, "budi", 1],
  ["FOR_ME", {}, "budi", 2],
  ["CLAIMABLE", {}, "budi", 3],
  ["WAITING", {}, "budi", 3],
  // She takes part in so many cases that they are looked for by their deadlines.
  ["WAITING", {}, "siti", 4],
  ["DONE", {}, "budi", 1],
  ["ALL", {}, "admin", 1],
  ["CLAIMABLE", { search: "banyak" }, "budi", 4],
  ["CLAIMABLE", { search: "takada" }, "budi", 4],
  ["CLAIMABLE", { laneKey: "fungsional" }, "budi", 4],
  ["CLAIMABLE", { sopId: null }, "budi", 3],
];

test.each(expected)("%s %j for %s takes %i at most", async (scope, filter, by, count) => {
  const document = `query ($filter: TaskFilter, $first: Int) {
    tasks(first: $first, filter: $filter) { nodes { id dueAt } } }`;
  const ask = (first: number) => probe.ask(by, document, { first, filter: { scope, ...filter } });
  // Forms in force are parsed once for all later requests.
  await ask(5);
  for (const first of [5, 50]) {
    const { statements } = await ask(first);
    expect(statements.length, statements.join("\n")).toBe(count);
  }
});

test("all counts take one statement, after what decides what is whose", async () => {
  const document = `{ worklistCounts {
    mine { count } unclaimed { count } forMe { count } claimable { count }
    waiting { count hasMore } overdue { count } } }`;
  for (const [by, count] of [
    ["budi", 4],
    ["siti", 4],
    ["pemohon", 2],
  ] as const) {
    const { statements } = await probe.ask(by, document);
    expect(statements, by).toHaveLength(count);
  }
});

test("the list of saved views takes one", async () => {
  const { statements } = await probe.ask("budi", "{ savedViews { id name filter { scope } } }");
  expect(statements).toHaveLength(1);
});

/** A step of either database's plan: what is read, by which index, and how. */
interface PlanStep extends Record<string, unknown> {
  readonly detail?: string;
  readonly table?: string | null;
  readonly key?: string | null;
  readonly Extra?: string | null;
}

describe("a page is read from a covering index, without sorting what is open", () => {
  const scopes = ["ACTIONABLE", "MINE", "UNCLAIMED", "FOR_ME", "CLAIMABLE", "DONE", "ALL"] as const;

  async function planOf(by: string, scope: (typeof scopes)[number]): Promise<PlanStep[]> {
    const asking = await probe.scopeOf(by);
    const source = await taskSources[scope](asking);
    const arms = taskArms(source, readTaskFilter({}, driver.api.clock.now()));
    const { sql, params } = keysetPage({ first: 20 }, source.order).query(arms);
    const { reader, dialect } = driver.api.database;
    const explain = dialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
    return reader.all<PlanStep>(`${explain} ${sql}`, params);
  }

  test.each(scopes.flatMap((scope) => ["budi", "siti"].map((by) => [scope, by] as const)))(
    "%s, for %s",
    async (scope, by) => {
      const ofTasks = (await planOf(by, scope)).filter(({ detail, table }) =>
        detail === undefined ? table === "t" : / t( |$)/.test(detail),
      );
      expect(ofTasks.length).toBeGreaterThan(0);
      for (const { detail, key, Extra } of ofTasks) {
        // A requester's own tasks are few, and who has claimed them stands in the rows.
        const ofRequester = (detail ?? key ?? "").includes("ix_task_requester_open");
        if (detail === undefined) {
          expect(key).toMatch(/^ix_task_/);
          expect(Extra).not.toContain("filesort");
          if (!ofRequester) expect(Extra).toContain("Using index");
        } else {
          expect(detail).toMatch(ofRequester ? /INDEX ix_task_/ : /USING COVERING INDEX ix_task_/);
        }
      }
    },
  );
});

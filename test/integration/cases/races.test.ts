import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
let another: TestApi;

beforeAll(async () => {
  driver = await CaseDriver.start();
  another = await driver.api.startAnother();
});
afterAll(async () => {
  await another?.stop();
  await driver?.stop();
});

const rounds = 50;
const many = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const codesOf = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

/** `rounds` cases of a procedure, each led through the steps; eight at a time. */
async function cases(start: () => Promise<AnyData>, ...steps: string[]): Promise<AnyData[]> {
  const made: AnyData[] = [];
  while (made.length < rounds) {
    const next = Math.min(8, rounds - made.length);
    made.push(...(await many(next, async () => driver.steps(await start(), ...steps))));
  }
  return made;
}

/** What races runs on one server, and on two that share the database. */
describe.each(["one server", "two servers"])("on %s", (servers) => {
  const server = (index: number): TestApi =>
    servers === "two servers" && index % 2 === 1 ? another : driver.api;

  test("of two people who claim one task at once, exactly one gets it", async () => {
    const made = await cases(() => driver.start("000", {}, "budi"));
    const rivals = ["budi", "siti"];
    await Promise.all(rivals.map((name) => driver.as(name)));
    const claims = await Promise.all(
      made.map((instance) =>
        many(2, (index) =>
          driver.mutate(
            rivals[index]!,
            "claimTask",
            { taskId: instance.openTasks[0].id },
            "task { assignee { username } }",
            server(index),
          ),
        ),
      ),
    );
    for (const [index, payloads] of claims.entries()) {
      const winners = payloads.filter(({ userErrors }) => userErrors.length === 0);
      expect(winners).toHaveLength(1);
      const losers = payloads.filter(({ userErrors }) => userErrors.length > 0);
      expect(losers.map(codesOf)).toEqual([["ALREADY_CLAIMED"]]);
      const now = await driver.read(made[index]!.id, "openTasks { assignee { username } }");
      expect(now.openTasks[0].assignee).toEqual(winners[0].task.assignee);
      await driver.expectWholeLog(made[index]!.id);
    }
  });

  test("of many who go through the same tasks and take what they meet, each task goes to one", async () => {
    const made = await cases(() => driver.start("000", {}, "budi"));
    // Two of each at every server, so that people race with themselves as well.
    const walkers = ["budi", "siti", "siti", "budi"];
    const taken = await Promise.all(
      walkers.map(async (name, index) => {
        const mine: AnyData[] = [];
        for (const { id, openTasks } of made) {
          const payload = await driver.mutate(
            name,
            "claimTask",
            { taskId: openTasks[0].id },
            "task { id }",
            server(index < 2 ? 0 : 1),
          );
          if (payload.userErrors.length === 0) mine.push(id);
          else expect(codesOf(payload)).toEqual(["ALREADY_CLAIMED"]);
        }
        return mine;
      }),
    );
    const takenBy = (name: string): Set<string> =>
      new Set(walkers.flatMap((walker, index) => (walker === name ? taken[index]! : [])));
    const [budis, sitis] = [takenBy("budi"), takenBy("siti")];
    expect(budis.size + sitis.size).toBe(rounds);
    for (const { id } of made) {
      const now = await driver.read(id, "openTasks { assignee { username } }");
      expect(now.openTasks[0].assignee.username).toBe(budis.has(id) ? "budi" : "siti");
      const events = await driver.expectWholeLog(id);
      expect(events.filter(({ type }) => type === "TASK_CLAIMED")).toHaveLength(1);
    }
  });

  test("a joint step whose lanes finish at once goes on once", async () => {
    const made = await cases(() => driver.start("002", {}, "pkykasi"), "a1");
    const payloads = await Promise.all(
      made.flatMap((instance) =>
        instance.openTasks.map((task: AnyData, index: number) =>
          driver.complete(driver.workerOf(task), task.id, {}, server(index)),
        ),
      ),
    );
    expect(payloads).toHaveLength(2 * rounds);
    expect(payloads.flatMap(codesOf)).toEqual([]);
    for (const { id } of made) {
      const { openTasks, tasks } = await driver.read(
        id,
        "openTasks { node { key } } tasks { node { key } }",
      );
      expect(openTasks).toEqual([{ node: { key: "a3" } }]);
      expect(tasks.map(({ node }: AnyData) => node.key).sort()).toEqual(["a1", "a2", "a2", "a3"]);
      await driver.expectWholeLog(id);
    }
  });

  test("two tokens that meet at a join at once go on as one", async () => {
    const toFork = ["a1", "a2", "a3", "a4", "a5:a5-f1"];
    const made = await cases(() => driver.start("004a"), ...toFork);
    const payloads = await Promise.all(
      made.flatMap((instance) =>
        instance.openTasks.map((task: AnyData, index: number) =>
          driver.complete(driver.workerOf(task), task.id, {}, server(index)),
        ),
      ),
    );
    expect(payloads.flatMap(codesOf)).toEqual([]);
    for (const { id } of made) {
      const { openTasks, tasks } = await driver.read(
        id,
        "openTasks { node { key } } tasks { node { key } }",
      );
      expect(openTasks).toEqual([{ node: { key: "a8" } }]);
      expect(tasks.filter((task: AnyData) => task.node.key === "a8")).toHaveLength(1);
      const events = await driver.expectWholeLog(id);
      expect(events.filter(({ type }) => type === "TOKEN_PLACED")).toHaveLength(2);
    }
  });

  test("of twenty who complete one task at once, one does", async () => {
    const instance = await driver.start("000", {}, "budi");
    const taskId = instance.openTasks[0].id;
    const payloads = await many(20, (index) =>
      driver.complete(index % 3 === 0 ? "siti" : "budi", taskId, {}, server(index)),
    );
    expect(payloads.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(new Set(payloads.flatMap(codesOf))).toEqual(new Set(["TASK_CLOSED"]));
    const { openTasks } = await driver.read(instance.id);
    expect(openTasks).toHaveLength(1);
    expect((await driver.trace(instance.id))["entries"]).toBe(2);
    await driver.expectWholeLog(instance.id);
  });

  test("of completing and cancelling at once, the log tells which came first", async () => {
    const made = await cases(() => driver.start("000", {}, "budi"));
    await driver.as("manajer");
    await Promise.all(
      made.map(({ id, openTasks }) =>
        Promise.all([
          driver.complete("budi", openTasks[0].id, {}, server(0)),
          driver.mutate(
            "manajer",
            "cancelInstance",
            { instanceId: id, reason: "Dobel" },
            "instance { status }",
            server(1),
          ),
        ]),
      ),
    );
    for (const { id } of made) {
      const it = await driver.read(id);
      expect(it).toMatchObject({ status: "CANCELLED", openTasks: [] });
      await driver.expectWholeLog(id);
    }
  });

  describe("with a draft", () => {
    const revise = async (): Promise<AnyData> => {
      const payload = await driver.mutate(
        "admin",
        "reviseSop",
        { sopId: driver.sop("001") },
        "version { id revision version }",
      );
      return payload.version;
    };

    test("of two who enact it at once, one does", async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id: versionId, revision, version } = await revise();
        const payloads = await many(2, (index) =>
          driver.mutate(
            ["admin", "kadis"][index]!,
            "enactVersion",
            { versionId, revision },
            "version { version status }",
            server(index),
          ),
        );
        expect(payloads.flatMap(codesOf)).toEqual(["ALREADY_ENACTED"]);
        const winner = payloads.find(({ userErrors }) => userErrors.length === 0);
        expect(winner.version.version).toBe(version);
        const { node } = await driver.gql(
          "admin",
          "query ($id: ID!) { node(id: $id) { ... on Sop { versions { version enactedAt } } } }",
          { id: driver.sop("001") },
        );
        expect(node.versions).toHaveLength(version);
        // The next version comes into force after this one, also when the clock stands.
        driver.api.clock.advance(10);
      }
    });

    test("of two who edit one revision at once, one does and the other learns what changed", async () => {
      for (let round = 0; round < 10; round += 1) {
        const { id: versionId, revision } = await revise();
        const payloads = await many(2, (index) =>
          driver.mutate(
            "admin",
            "editDraft",
            {
              versionId,
              revision,
              edits: [
                {
                  op: "ADD",
                  collection: "OUTPUTS",
                  index: 0,
                  output: { key: `o-${servers.length}-${round}-${index}`, name: "Berkas" },
                },
              ],
            },
            "version { revision } conflict { revision edits }",
            server(index),
          ),
        );
        expect(payloads.flatMap(codesOf)).toEqual(["CONFLICT"]);
        const loser = payloads.find(({ conflict }) => conflict !== null);
        const winner = payloads.findIndex(({ conflict }) => conflict === null);
        expect(loser.conflict).toMatchObject({
          revision: revision + 1,
          edits: [{ op: "ADD", value: { key: `o-${servers.length}-${round}-${winner}` } }],
        });
      }
    });

    test("of ten who revise at once, all get the same draft", async () => {
      const drafts = await many(10, revise);
      expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    });
  });
});

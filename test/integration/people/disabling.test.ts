import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CaseRunner } from "../../../server/runtime/case-runner.js";
import { openEventStream } from "../../harness/event-stream.js";
import type { AnyData } from "../../harness/test-api.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { firstTask } from "../cases/refusal-check.js";
import { OfficeDesk } from "./office-desk.js";

let desk: OfficeDesk;
const functional = "trenggalek-kominfo.fungsional";

beforeAll(async () => {
  desk = await OfficeDesk.start();
});
afterAll(() => desk?.driver.stop());

/** Somebody new who holds the position beside `budi` and `siti`, with so many tasks claimed. */
async function busy(username: string, tasks: number): Promise<AnyData[]> {
  const { driver } = desk;
  await addPerson(driver.api, username, "budi", { position: functional });
  const cases: AnyData[] = [];
  for (let count = 0; count < tasks; count += 1) {
    const instance = await driver.start("000", {}, "budi");
    const claimed = { taskId: firstTask(instance).id };
    await driver.mutate(username, "claimTask", claimed, "task { id }");
    cases.push(instance);
  }
  return cases;
}

const disable = async (username: string, disabled = true): Promise<AnyData> =>
  desk.do("setPersonDisabled", { personId: (await desk.person(username)).id, disabled });

const openTask = async (instance: AnyData): Promise<AnyData> =>
  firstTask(await desk.driver.read(instance.id, "openTasks { id status assignee { username } }"));

describe("disabling an account", () => {
  test("gives its claimed tasks back to the lane, by the engine, under the admin's name", async () => {
    const { driver } = desk;
    const cases = await busy("sibuk", 3);
    expect((await desk.person("sibuk")).claimedTaskCount).toBe(3);
    expect(await disable("sibuk")).toMatchObject({
      person: { disabled: true },
      releasedTasks: 3,
      leftTasks: 0,
      vacantPositions: [],
    });
    for (const instance of cases) {
      expect(await openTask(instance)).toMatchObject({ status: "OPEN", assignee: null });
      const { history } = await driver.read(instance.id, "history { command actorName events }");
      expect(history.at(-1)).toMatchObject({
        command: "RELEASE",
        actorName: "Ratna Wulandari",
        events: [{ type: "TASK_RELEASED" }],
      });
      await driver.expectWholeLog(instance.id);
    }
    const claimed = { taskId: firstTask(cases[0]).id };
    const { userErrors } = await driver.mutate("siti", "claimTask", claimed, "task { id }");
    expect(userErrors).toEqual([]);
    const { id: subjectId } = await desk.person("sibuk");
    expect(
      (await desk.entries({ subjectId })).map(({ action, changes }) => [action, changes]),
    ).toEqual([
      ["TASKS_HANDED_ON", [{ field: "tasks", before: null, after: "3" }]],
      [
        "PERSON_DISABLED",
        [{ field: "acting", before: "Pejabat Fungsional/Pelaksana", after: null }],
      ],
    ]);
  });

  test("ends its sessions and its open streams at once", async () => {
    const { driver } = desk;
    await addPerson(driver.api, "menonton", "budi", { position: functional });
    const client = await driver.as("menonton");
    const stream = await openEventStream(
      driver.api.url,
      "subscription { worklistChanged { instanceId } }",
      { ...client.headers },
    );
    expect(stream.response.status).toBe(200);
    const over = stream.next();
    await disable("menonton");
    expect(await over).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect(await stream.next()).toBeNull();
    const { me } = await driver.api.gql(client, "{ me { id } }");
    expect(me).toBeNull();
    await expect(driver.api.signIn("menonton")).rejects.toThrow("ACCOUNT_DISABLED");
  });

  test("ends what it is acting in, and names what nobody holds any more", async () => {
    const { driver } = desk;
    const { id: officeId } = await desk.office("trenggalek-kominfo");
    const { position } = await desk.do("createPosition", { officeId, name: "Arsiparis Madya" });
    const { person } = await desk.do("createPerson", { officeId, username: "plh", name: "Plh" });
    const days = { firstDay: "2026-08-10", lastDay: "2026-08-20" };
    const appointing = { positionId: position.id, personId: person.id, capacity: "PLT", ...days };
    await driver.mutate("admin", "appointHolder", appointing, "appointment { id }");
    const done = await disable("plh");
    expect(done.vacantPositions).toEqual([{ code: "trenggalek-kominfo.arsiparis-madya" }]);
    const [entry] = await desk.entries({ subjectId: person.id, action: "PERSON_DISABLED" });
    expect(entry.changes).toEqual([{ field: "acting", before: "Arsiparis Madya", after: null }]);
    await disable("plh", false);
    expect((await desk.person("plh")).positions).toEqual([]);
  });

  test("leaves the task of a case that is held, which is claimed over later", async () => {
    const { driver } = desk;
    const [instance] = await busy("tertunda", 1);
    const held = { instanceId: instance!.id, reason: "Menunggu anggaran" };
    await driver.mutate("manajer", "holdInstance", held, "instance { id }");
    expect(await disable("tertunda")).toMatchObject({ releasedTasks: 0, leftTasks: 1 });
    await driver.mutate(
      "manajer",
      "resumeInstance",
      { instanceId: instance!.id },
      "instance { id }",
    );
    const claimed = { taskId: firstTask(instance!).id };
    const { userErrors } = await driver.mutate("siti", "claimTask", claimed, "task { id }");
    expect(userErrors).toEqual([]);
  });

  test("done again goes on with what a crash left, and enabling brings no task back", async () => {
    const { driver } = desk;
    const cases = await busy("putus", 3);
    const handOn = dieBehindTheFirst();
    const { id: personId } = await desk.person("putus");
    const input = { personId, disabled: true };
    await expect(desk.act("setPersonDisabled", input)).rejects.toThrow("INTERNAL");
    handOn.mockRestore();
    expect((await desk.person("putus")).disabled).toBe(true);
    const waiting = await Promise.all(cases.map(openTask));
    expect(waiting.filter(({ status }) => status === "CLAIMED")).toHaveLength(2);
    expect(await disable("putus")).toMatchObject({ releasedTasks: 2 });
    await disable("putus", false);
    expect((await desk.person("putus")).claimedTaskCount).toBe(0);
    for (const instance of cases) await driver.expectWholeLog(instance.id);
  });
});

/** The server goes under behind the first command that it runs. */
function dieBehindTheFirst() {
  const { run } = CaseRunner.prototype;
  let calls = 0;
  return vi.spyOn(CaseRunner.prototype, "run").mockImplementation(function (
    this: CaseRunner,
    ...its
  ) {
    calls += 1;
    if (calls > 1) throw new Error("The power is gone");
    return run.apply(this, its);
  });
}

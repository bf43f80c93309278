import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { AppointmentDesk } from "./appointment-desk.js";

let desk: AppointmentDesk;

beforeAll(async () => {
  desk = await AppointmentDesk.start();
  await addPerson(desk.driver.api, "staf", "budi");
  await desk.learn();
});
afterAll(() => desk?.stop());
beforeEach(() => desk.beginStretch());

const day = (count: number): string => desk.day(count);

const kabid = "kabid-aptika";

describe("an acting holder", () => {
  test("holds the position from the first minute of the first day to the last of the last", async () => {
    const input = desk.appointment(kabid, "sekdin", "PLH", day(1), day(2), "kabid");
    const made = await desk.done("admin", "appointHolder", input);
    expect(made).toEqual({
      id: made.id,
      capacity: "PLH",
      state: "UPCOMING",
      firstDay: day(1),
      lastDay: day(2),
      endsAt: `${day(2)}T17:00:00.000Z`,
      canChange: true,
      person: { id: desk.person("sekdin"), username: "sekdin", name: "Hartono Wibowo" },
      position: { code: "trenggalek-kominfo.kabid-aptika" },
      standsInFor: { username: "kabid" },
      appointedBy: { username: "admin" },
      leave: null,
    });
    const steps = [
      [`${day(0)} 23:59:59.000`, ["sekretaris"]],
      [`${day(0)} 23:59:59.999`, ["sekretaris"]],
      // The session remembers its positions for two seconds, and notices the day in between.
      [`${day(1)} 00:00:00.000`, ["kabid-aptika", "sekretaris"]],
      [`${day(2)} 23:59:59.999`, ["kabid-aptika", "sekretaris"]],
      [`${day(3)} 00:00:00.000`, ["sekretaris"]],
    ] as const;
    for (const [moment, positions] of steps) {
      desk.setClock(moment);
      expect(await desk.held("sekdin"), moment).toEqual(positions);
      // Whoever is away may still act.
      expect(await desk.held("kabid"), moment).toEqual(["kabid-aptika"]);
    }
  });

  test("sees the position's tasks, claims and does them, as the log tells", async () => {
    const { driver } = desk;
    const input = desk.appointment("fungsional", "agendaris", "PLH", day(1), day(1), "budi");
    await desk.done("manajer", "appointHolder", input);
    const instance = await driver.start("000", {}, "siti");
    const { id: taskId } = instance.openTasks[0];
    const mine = async () => {
      const { tasks } = await driver.gql("agendaris", "{ tasks(first: 100) { nodes { id } } }");
      return tasks.nodes.some(({ id }: AnyData) => id === taskId);
    };
    const claim = async (by: string) => {
      const payload = await driver.mutate(by, "claimTask", { taskId }, "task { id }");
      return payload.userErrors.map(({ code }: AnyData) => code);
    };
    const read = () =>
      driver.read(
        instance.id,
        `openTasks { assigneeCapacity canClaim }
      tasks { id status assigneeCapacity }
      history { command actorName actingAs { capacity position { code } } }`,
      );

    desk.setClock(`${day(0)} 23:59:59.999`);
    expect(await mine()).toBe(false);
    expect(await claim("agendaris")).toEqual(["WRONG_LANE"]);
    desk.setClock(`${day(1)} 00:00`);
    expect(await mine()).toBe(true);
    expect(await claim("agendaris")).toEqual([]);
    expect(await claim("siti")).toEqual(["ALREADY_CLAIMED"]);
    const acting = { capacity: "PLH", position: { code: "trenggalek-kominfo.fungsional" } };
    const held = await read();
    expect(held.openTasks[0].assigneeCapacity).toBe("PLH");
    expect(held.history.at(-1)).toEqual({
      command: "CLAIM",
      actorName: "Lestari Ningsih",
      actingAs: acting,
    });
    // The last instant, and the first one after: from then on the claim is nobody's.
    desk.setClock(`${day(1)} 23:59:59.999`);
    expect(await claim("siti")).toEqual(["ALREADY_CLAIMED"]);
    desk.setClock(`${day(2)} 00:00`);
    expect((await driver.complete("agendaris", taskId)).userErrors[0]?.code).toBe("WRONG_LANE");
    expect((await read()).openTasks[0].assigneeCapacity).toBeNull();
    expect(await claim("siti")).toEqual([]);
    expect((await driver.complete("siti", taskId)).userErrors).toEqual([]);
    const after = await read();
    expect(after.tasks[0]).toMatchObject({ status: "DONE", assigneeCapacity: "DEFINITIVE" });
    expect(after.history.map(({ actingAs }: AnyData) => actingAs)).toEqual([
      null,
      acting,
      null,
      null,
    ]);
    await driver.expectWholeLog(instance.id);
  });

  test("who finished a task is told as what they did it, also when it is over", async () => {
    const { driver } = desk;
    const input = desk.appointment("fungsional", "agendaris", "PLT", day(0), day(0));
    await desk.done("admin", "appointHolder", input);
    const instance = await driver.start("000", {}, "agendaris");
    const { id: taskId } = instance.openTasks[0];
    expect((await driver.complete("agendaris", taskId)).userErrors).toEqual([]);
    desk.setClock(`${day(9)} 08:00`);
    const { tasks, history } = await driver.read(
      instance.id,
      "tasks { assigneeCapacity } history { command actingAs { capacity } }",
    );
    expect(tasks[0].assigneeCapacity).toBe("PLT");
    expect(history).toEqual([
      { command: "START", actingAs: { capacity: "PLT" } },
      { command: "COMPLETE", actingAs: { capacity: "PLT" } },
    ]);
  });
});

describe("an appointment", () => {
  test("is corrected, but not what is past of it", async () => {
    const input = desk.appointment("kasi-litik", "staf", "PLT", day(5), day(8));
    const { id: appointmentId } = await desk.done("kadis", "appointHolder", input);
    const change = (firstDay: string | null, lastDay: string | null) =>
      desk.done("kadis", "changeAppointment", { appointmentId, firstDay, lastDay });
    const refused = (
      code: string,
      field: string,
      firstDay: string | null,
      lastDay: string | null,
    ) =>
      desk.refused(code, field, "kadis", "changeAppointment", { appointmentId, firstDay, lastDay });

    expect(await change(day(6), day(9))).toMatchObject({ firstDay: day(6), lastDay: day(9) });
    await refused("DATE_PAST", "input.firstDay", day(-1), day(9));
    await refused("DATES_REVERSED", "input.lastDay", day(6), day(5));
    await refused("LAST_DAY_REQUIRED", "input.lastDay", day(6), null);
    desk.setClock(`${day(7)} 10:00`);
    await refused("ALREADY_BEGUN", "input.firstDay", day(7), day(9));
    await refused("DATE_PAST", "input.lastDay", null, day(6));
    expect(await change(null, day(7))).toMatchObject({
      firstDay: day(6),
      lastDay: day(7),
      state: "CURRENT",
    });
    expect(await change(day(6), day(8))).toMatchObject({ firstDay: day(6), lastDay: day(8) });
    desk.setClock(`${day(9)} 00:00`);
    await refused("ALREADY_OVER", "input.appointmentId", null, day(12));
    await desk.refused("ALREADY_OVER", "input.appointmentId", "admin", "endAppointment", {
      appointmentId,
    });
    expect((await desk.book("kasi-litik", ["PAST"])).at(-1)).toMatchObject({
      id: appointmentId,
      state: "PAST",
      canChange: false,
      firstDay: day(6),
      lastDay: day(8),
      endsAt: `${day(8)}T17:00:00.000Z`,
    });
  });

  test("is ended at once, and until then stays recorded", async () => {
    const input = desk.appointment("kasi-litik", "staf", "PLH", day(0), day(3), "kasilitik");
    const { id: appointmentId } = await desk.done("admin", "appointHolder", input);
    expect(await desk.held("staf")).toEqual(["kasi-litik"]);
    desk.setClock(`${day(1)} 10:00`);
    expect(await desk.done("manajer", "endAppointment", { appointmentId })).toMatchObject({
      state: "PAST",
      lastDay: day(1),
      endsAt: `${day(1)}T03:00:00.000Z`,
    });
    // At once also for the sessions that were open, with the clock standing still.
    expect(await desk.held("staf")).toEqual([]);
    expect((await desk.book("kasi-litik", ["PAST"])).at(-1)).toMatchObject({
      id: appointmentId,
      firstDay: day(0),
      lastDay: day(1),
    });
  });

  test("is withdrawn before it begins, and never was", async () => {
    const input = desk.appointment("kasi-litik", "staf", "PLH", day(1), day(3));
    const { id: appointmentId } = await desk.done("admin", "appointHolder", input);
    await desk.done("admin", "endAppointment", { appointmentId });
    expect(await desk.book("kasi-litik", ["UPCOMING"])).toEqual([]);
    desk.setClock(`${day(1)} 00:00`);
    expect(await desk.held("staf")).toEqual([]);
    const all = await desk.book("kasi-litik", ["PAST", "CURRENT", "UPCOMING"]);
    expect(all.some(({ id }) => id === appointmentId)).toBe(false);
    // The days are free again.
    await desk.done("admin", "appointHolder", {
      ...desk.appointment("kasi-litik", "staf", "PLH", day(1), day(1)),
    });
  });

  test("is told to the office, and to nobody else", async () => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Position {
      holders { name } appointments { id person { username } } canAppoint canAppointActing } } }`;
    const variables = { id: desk.position("helpdesk") };
    const budi = await desk.driver.gql("budi", document, variables);
    expect(budi.node).toMatchObject({ canAppoint: false, canAppointActing: false });
    expect(budi.node.appointments.map(({ person }: AnyData) => person.username)).toEqual([
      "rina",
      "dedi",
    ]);
    const may = async (by: string) => {
      const { node } = await desk.driver.gql(by, document, variables);
      return [node.canAppoint, node.canAppointActing];
    };
    expect(await may("admin")).toEqual([true, true]);
    expect(await may("kadis")).toEqual([false, true]);
    const { id } = budi.node.appointments[0];
    for (const stranger of ["pemohon", "pkykadis"]) {
      const client = await desk.driver.as(stranger);
      const { data, errors } = await desk.driver.api.send(client, document, variables);
      expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
      expect(JSON.stringify(data)).not.toContain(id);
      const found = await desk.driver.gql(stranger, "query ($id: ID!) { node(id: $id) { id } }", {
        id,
      });
      expect(found.node).toBeNull();
      await desk.refused("NOT_FOUND", "input.appointmentId", stranger, "endAppointment", {
        appointmentId: id,
      });
    }
    await desk.refused("FORBIDDEN", null, "budi", "endAppointment", { appointmentId: id });
    await desk.refused("FORBIDDEN", null, "manajer", "endAppointment", { appointmentId: id });
  });

  test("ends with whoever the admin says, definitive ones too, and another follows", async () => {
    const [current] = await desk.book("agendaris");
    expect(current).toMatchObject({ firstDay: null, lastDay: null, capacity: "DEFINITIVE" });
    const last = { appointmentId: current!["id"], lastDay: day(2) };
    await desk.done("admin", "changeAppointment", last);
    await desk.done(
      "admin",
      "appointHolder",
      desk.appointment("agendaris", "staf", "DEFINITIVE", day(3), null),
    );
    desk.setClock(`${day(3)} 00:00`);
    expect(await desk.held("agendaris")).toEqual([]);
    expect(await desk.held("staf")).toEqual(["agendaris"]);
    const { people } = await desk.driver.gql(
      "admin",
      `query ($officeId: ID!) { people(first: 100, officeId: $officeId) { nodes { username } } }`,
      { officeId: (await desk.driver.gql("anton", "{ me { office { id } } }")).me.office.id },
    );
    expect(people.nodes.map(({ username }: AnyData) => username).sort()).toEqual([
      "anton",
      "dewi",
      "pkykabid",
      "pkykadis",
      "pkykasi",
    ]);
  });
});

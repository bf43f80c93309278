import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { AppointmentDesk } from "./appointment-desk.js";

let desk: AppointmentDesk;

beforeAll(async () => {
  desk = await AppointmentDesk.start();
});
afterAll(() => desk?.stop());

const fields = "from until isNow position { code openTaskCount sopsInForce { title } }";

async function vacancies(by: string, withinDays?: number): Promise<AnyData[]> {
  const { vacantPositions } = await desk.driver.gql(
    by,
    `query ($withinDays: Int) { vacantPositions(withinDays: $withinDays) { ${fields} } }`,
    withinDays === undefined ? {} : { withinDays },
  );
  return vacantPositions;
}

const codes = (list: AnyData[]) => list.map(({ position }) => position.code.split(".")[1]);

/** The SOPs of which a version in force has the position among its lanes, as they are listed. */
async function sopsOf(code: string): Promise<AnyData[]> {
  const { sops } = await desk.driver.gql(
    "admin",
    "{ sops(first: 100) { nodes { title inForce { lanes { position { code } } } } } }",
  );
  const those = sops.nodes.filter(({ inForce }: AnyData) =>
    inForce?.lanes.some(({ position }: AnyData) => position?.code === code),
  );
  expect(those.length).toBeGreaterThan(1);
  return those.map(({ title }: AnyData) => ({ title }));
}

/** The last day of everybody who holds the position definitively. */
async function endOn(position: string, lastDay: string): Promise<void> {
  for (const { id, capacity } of await desk.book(position)) {
    if (capacity !== "DEFINITIVE") continue;
    await desk.done("admin", "changeAppointment", { appointmentId: id, lastDay });
  }
}

test("a position is told of before it is vacant, with what it holds up", async () => {
  const { driver } = desk;
  desk.setClock("2026-08-10 08:00");
  expect(await vacancies("admin")).toEqual([]);
  const instance = await driver.start("000", {}, "budi");
  const waits = async () => {
    const it = await driver.read(instance.id, "openTasks { nobodyHolds } tasks { nobodyHolds }");
    return [...it.openTasks, ...it.tasks].map(({ nobodyHolds }: AnyData) => nobodyHolds);
  };
  await endOn("fungsional", "2026-08-20");
  await endOn("agendaris", "2026-08-15");

  const told = await vacancies("manajer");
  expect(codes(told)).toEqual(["agendaris", "fungsional"]);
  expect(told[1]).toEqual({
    from: "2026-08-20T17:00:00.000Z",
    until: null,
    isNow: false,
    position: {
      code: "trenggalek-kominfo.fungsional",
      openTaskCount: 1,
      sopsInForce: await sopsOf("trenggalek-kominfo.fungsional"),
    },
  });
  expect(codes(await vacancies("admin", 5))).toEqual([]);
  expect(codes(await vacancies("admin", 6))).toEqual(["agendaris"]);
  expect(await waits()).toEqual([false, false]);

  // A Plt. in time moves it, and a gap before somebody comes is told with its end.
  const plt = desk.appointment("agendaris", "rina", "PLT", "2026-08-16", "2026-08-18");
  await desk.done("admin", "appointHolder", plt);
  const next = desk.appointment("agendaris", "dedi", "DEFINITIVE", "2026-08-21", null);
  await desk.done("admin", "appointHolder", next);
  expect((await vacancies("admin"))[0]).toMatchObject({
    from: "2026-08-18T17:00:00.000Z",
    until: "2026-08-20T17:00:00.000Z",
  });

  desk.setClock("2026-08-20 23:59:59.999");
  expect(codes((await vacancies("admin")).filter(({ isNow }) => isNow))).toEqual(["agendaris"]);
  expect(await waits()).toEqual([false, false]);
  desk.setClock("2026-08-21 00:00");
  expect(codes(await vacancies("admin"))).toEqual(["fungsional"]);
  expect(await waits()).toEqual([true, true]);
  const { node } = await driver.gql(
    "kadis",
    "query ($id: ID!) { node(id: $id) { ... on Position { vacancy { from isNow } } } }",
    { id: desk.position("fungsional") },
  );
  expect(node.vacancy).toEqual({ from: "2026-08-20T17:00:00.000Z", isNow: true });

  // Its tasks wait, and go to whoever comes.
  const plh = desk.appointment("fungsional", "kasilitik", "PLT", "2026-08-21", "2026-08-31");
  await desk.done("manajer", "appointHolder", plh);
  expect(await waits()).toEqual([false, false]);
  const { tasks } = await driver.gql("kasilitik", "{ tasks(first: 100) { nodes { id } } }");
  expect(tasks.nodes).toContainEqual({ id: instance.openTasks[0].id });
});

test("whose only holder cannot sign in is vacant", async () => {
  desk.setClock("2026-09-07 08:00");
  const disabled = { personId: desk.person("kabid"), disabled: true };
  await desk.driver.mutate("admin", "setPersonDisabled", disabled, "person { id }");
  const [first] = (await vacancies("manajer")).filter(
    ({ position }) => position.code === "trenggalek-kominfo.kabid-aptika",
  );
  expect(first).toMatchObject({ isNow: true, until: null });
  await desk.driver.mutate(
    "admin",
    "setPersonDisabled",
    { ...disabled, disabled: false },
    "person { id }",
  );
  expect(codes(await vacancies("manajer"))).not.toContain("kabid-aptika");
});

test("vacancies are for the admin, and of their own office for its approver and manager", async () => {
  const positionId = desk.position("fungsional");
  const officeOf = async (by: string) =>
    (await desk.driver.gql(by, "{ me { office { id } } }")).me.office.id;
  const trenggalek = await officeOf("admin");
  const { api } = desk.driver;
  for (const by of ["budi", "loket", "pemohon"]) {
    expect(await vacancies(by)).toEqual([]);
    for (const [document, id] of [
      ["query ($id: ID!) { vacantPositions(officeId: $id) { isNow } }", trenggalek],
      ["query ($id: ID!) { node(id: $id) { ... on Position { vacancy { isNow } } } }", positionId],
      ["query ($id: ID!) { node(id: $id) { ... on Position { openTaskCount } } }", positionId],
    ] as const) {
      const { errors } = await api.send(await desk.driver.as(by), document, { id });
      expect(errors?.[0]?.extensions["code"], document).toBe("FORBIDDEN");
    }
  }
  expect(await vacancies("pkykadis")).toEqual([]);
  const { errors } = await api.send(
    await desk.driver.as("pkykadis"),
    "query ($id: ID!) { vacantPositions(officeId: $id) { isNow } }",
    { id: trenggalek },
  );
  expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  for (const withinDays of [-1, 367]) {
    const answer = await api.send(
      await desk.driver.as("admin"),
      "query ($withinDays: Int) { vacantPositions(withinDays: $withinDays) { isNow } }",
      { withinDays },
    );
    expect(answer.errors?.[0]?.extensions["code"]).not.toBe("INTERNAL_SERVER_ERROR");
    expect(answer.errors).toHaveLength(1);
  }
});

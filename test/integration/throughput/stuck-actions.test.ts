import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { addPerson, endPositions, endRoles } from "../cases/people-of-the-test.js";
import { StuckDesk } from "./stuck-desk.js";

let desk: StuckDesk;
let stretch = 0;

beforeAll(async () => {
  desk = await StuckDesk.start();
});
afterAll(() => desk?.stop());
beforeEach(() => {
  desk.people.beginStretch();
  stretch += 1;
});

const day = (count: number): string => desk.people.day(count);

/** A case of the IT service at the step of the two of the help desk, which has a working day for it. */
async function atHelpdesk(): Promise<{ title: string; taskId: string }> {
  const title = `Tiket ${stretch}`;
  const instance = await desk.driver.step(await desk.driver.start("001", { title }), "a1");
  return { title, taskId: instance.openTasks[0].id };
}

const offered = async (title: string, by: string): Promise<string[]> => {
  const { action, alternatives } = await desk.item(title, by);
  return [action, ...alternatives].filter((one) => one !== null);
};

test("what nobody has taken is claimed by whoever may work it, and reminded of by others", async () => {
  await addPerson(desk.api, "kepala-meja", "rina", {
    position: "trenggalek-kominfo.helpdesk",
    role: "MANAGER",
  });
  await desk.people.learn();
  const { title, taskId } = await atHelpdesk();
  desk.at(`${day(2)} 08:00`);
  expect(await offered(title, "manajer")).toEqual(["REMIND"]);
  expect(await offered(title, "kadis")).toEqual(["REMIND"]);
  expect(await offered(title, "kepala-meja")).toEqual(["CLAIM", "REMIND", "DELEGATE"]);
  await desk.act("kepala-meja", "claimTask", { taskId });
  // It is theirs to do now, and nobody need tell them.
  expect(await offered(title, "kepala-meja")).toEqual(["WORK", "DELEGATE"]);
  expect(await offered(title, "manajer")).toEqual(["REMIND", "RELEASE"]);
  expect(await offered(title, "kadis")).toEqual(["REMIND"]);
  await desk.people.done("admin", "endAppointment", await endingOf("helpdesk", "kepala-meja"));
  await endRoles(desk.api, "kepala-meja");
});

/** The input that ends what somebody holds. */
async function endingOf(position: string, username: string): Promise<object> {
  const book = await desk.people.book(position, ["CURRENT"]);
  const found = book.find(({ person }: AnyData) => person.username === username);
  return { appointmentId: found!.id };
}

test("what somebody lets lie is taken back where a colleague could go on with it", async () => {
  const { title, taskId } = await atHelpdesk();
  await desk.act("rina", "claimTask", { taskId });
  // Due, and only now past its deadline: a working day has gone by.
  desk.at(`${day(1)} 13:00`);
  expect(await desk.item(title)).toMatchObject({
    reason: "OVERDUE",
    action: "RELEASE",
    alternatives: ["REMIND"],
    task: { assignee: { username: "rina" } },
  });
  // To take it away is not the approver's.
  expect(await offered(title, "kadis")).toEqual(["REMIND"]);
  await desk.act("manajer", "releaseTask", { taskId });
  expect(await offered(title, "manajer")).toEqual(["REMIND"]);
  // Who claimed it this morning is reminded first.
  await desk.act("dedi", "claimTask", { taskId });
  expect(await offered(title, "manajer")).toEqual(["REMIND", "RELEASE"]);
});

test("what is only due soon is not taken from whoever is at it", async () => {
  const title = "Data rencana";
  const instance = await desk.driver.start("000", { title }, "budi");
  await desk.act("siti", "claimTask", { taskId: instance.openTasks[0].id });
  desk.at(`${day(3)} 09:00`);
  expect(await desk.item(title)).toMatchObject({ reason: "DUE_SOON", action: "REMIND" });
  // Two hours after the deadline it is another matter.
  desk.at(`${day(4)} 08:30`);
  expect(await desk.item(title)).toMatchObject({ reason: "OVERDUE", action: "RELEASE" });
});

test("whoever is on leave has no hand in it: their stand-in takes it over", async () => {
  const { title, taskId } = await atHelpdesk();
  await desk.act("dedi", "claimTask", { taskId });
  const leave = {
    standInId: desk.people.person("rina"),
    firstDay: day(1),
    lastDay: day(3),
  };
  await desk.people.done("dedi", "reportLeave", leave);
  desk.at(`${day(1)} 07:30`);
  expect(await desk.item(title)).toMatchObject({
    // Half an hour before its deadline, for nobody is there to keep it.
    reason: "DUE_SOON",
    action: "RELEASE",
    assigneeAwayUntil: day(3),
  });
  expect(await desk.item(title, "kadis")).toMatchObject({ action: "REMIND" });
  desk.at(`${day(4)} 07:30`);
  expect(await desk.item(title)).toMatchObject({ action: "RELEASE", assigneeAwayUntil: null });
});

test("where all who hold a position are away, somebody acting is missing", async () => {
  const title = `Sandi ${stretch}`;
  const { driver } = desk;
  const instance = await driver.start("001", { title });
  await driver.steps(instance, "a1", "a2");
  const leave = { standInId: desk.people.person("sekdin"), firstDay: day(1), lastDay: day(8) };
  const { id } = await desk.people.done("kabid", "reportLeave", leave);
  desk.at(`${day(2)} 09:00`);
  // The stand-in is there.
  expect(await offered(title, "manajer")).toEqual(["REMIND"]);
  const [plh] = (await desk.people.book("kabid-aptika", ["CURRENT"])).filter(
    ({ capacity }: AnyData) => capacity === "PLH",
  );
  await desk.people.done("admin", "endAppointment", { appointmentId: plh!.id });
  desk.at(`${day(2)} 09:10`);
  expect(await offered(title, "manajer")).toEqual(["APPOINT_ACTING", "REMIND"]);
  expect(await offered(title, "kadis")).toEqual(["APPOINT_ACTING", "REMIND"]);
  await desk.people.done("kabid", "cancelLeave", { leaveId: id });
});

test("what somebody claimed who holds the position no longer is free for others", async () => {
  await addPerson(desk.api, "pindahan", "rina", { position: "trenggalek-kominfo.helpdesk" });
  const { title, taskId } = await atHelpdesk();
  await desk.act("pindahan", "claimTask", { taskId });
  await endPositions(desk.api, "pindahan");
  desk.at(`${day(1)} 08:00`);
  expect(await offered(title, "manajer")).toEqual(["RELEASE", "REMIND"]);
  await addPerson(desk.api, "pengganti", "rina", {
    position: "trenggalek-kominfo.helpdesk",
    role: "APPROVER",
  });
  expect(await offered(title, "pengganti")).toEqual(["CLAIM", "REMIND"]);
  await endPositions(desk.api, "pengganti");
  await endRoles(desk.api, "pengganti");
});

test("what waits for a requester without an account is the front desk's to be reminded of", async () => {
  const title = `Lisan ${stretch}`;
  await desk.driver.start("001", { title, requesterName: "Pak Karno" }, "loket");
  desk.at(`${day(2)} 08:00`);
  expect(await offered(title, "manajer")).toEqual(["REMIND"]);
  const { lanes } = await desk.ask({ laneId: "REQUESTERS" });
  expect(lanes[0]).toMatchObject({ kind: "REQUESTERS", position: null, isVacant: false });
  // Without a desk there is nobody whom anything could be told.
  await endRoles(desk.api, "loket");
  expect(await desk.item(title)).toMatchObject({ action: null, alternatives: [] });
});

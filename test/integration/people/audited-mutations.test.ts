import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditActions } from "../../../server/runtime/audit-actions.js";
import type { AnyData } from "../../harness/test-api.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { OfficeDesk } from "./office-desk.js";
import { webhookActs } from "./webhook-acts.js";

let desk: OfficeDesk;
let officeId: string;

beforeAll(async () => {
  desk = await OfficeDesk.start();
  ({ id: officeId } = await desk.office("trenggalek-kominfo"));
});
afterAll(() => desk?.driver.stop());

/** The mutations that leave no entry, and why: whoever adds one says so here, or audits it. */
const unaudited: Readonly<Record<string, readonly string[]>> = {
  "signing in and out, and one's own account": [
    ...["signIn", "signOut", "changePassword", "setMyLocale", "saveView", "removeView"],
    ...[
      "markNotificationsRead",
      "markAllNotificationsRead",
      "setNotificationSettings",
      "sendTestMail",
    ],
    // By the admin it is audited as cancelLeave.
    "reportLeave",
  ],
  "it is in the log of the case, which is sealed as the trail is": [
    ...["startInstance", "claimTask", "claimTasks", "releaseTask", "delegateTask", "completeTask"],
    ...["returnTask", "recallTask", "holdInstance", "resumeInstance", "cancelInstance"],
    // What is uploaded counts once a command of the case attaches it.
    ...["commentOnInstance", "reissueReceipt", "createUpload"],
  ],
  "it changes nothing, and whoever is reminded has it among what they were told": ["remindTask"],
  "it only sends again, and stands in the endpoint's deliveries": [
    "testWebhook",
    "redeliverWebhook",
  ],
  "it is in the history of the draft, which keeps every save": [
    ...["editDraft", "draftPulse", "addNote", "editNote", "removeNote", "resolveNote"],
  ],
};

const sops = new Map<string, Promise<{ sopId: string; versionId: string }>>();

/** A new SOP with a draft that can be enacted: a copy of one that is in force. */
function sop(name: string): Promise<{ sopId: string; versionId: string }> {
  const known = sops.get(name);
  if (known) return known;
  const made = (async () => {
    const template = desk.driver.sop("003");
    const { node } = await desk.driver.gql(
      "admin",
      "query ($id: ID!) { node(id: $id) { ... on Sop { inForce { id } } } }",
      { id: template },
    );
    const input = { officeId, title: name, copyOf: node.inForce.id };
    const done = await mutate("createSop", input, "sop { id } version { id }");
    return { sopId: done.sop.id, versionId: done.version.id };
  })();
  sops.set(name, made);
  return made;
}

async function mutate(name: string, input: object, fields: string): Promise<AnyData> {
  const payload = await desk.driver.mutate("admin", name, input, fields);
  expect(payload.userErrors, name).toEqual([]);
  return payload;
}

const revisionOf = async (versionId: string): Promise<number> => {
  const { node } = await desk.driver.gql(
    "admin",
    "query ($id: ID!) { node(id: $id) { ... on SopVersion { revision } } }",
    { id: versionId },
  );
  return node.revision;
};

async function onVersion(name: string, of: string, fields: string, more: object = {}) {
  const { versionId } = await sop(of);
  const input = { versionId, revision: await revisionOf(versionId), ...more };
  await mutate(name, input, fields);
}

let made = 0;
async function newPerson(): Promise<AnyData> {
  made += 1;
  const input = { officeId, username: `baru${made}`, name: `Baru ${made}` };
  return (await desk.do("createPerson", input)).person;
}

async function newPosition(): Promise<AnyData> {
  made += 1;
  return (await desk.do("createPosition", { officeId, name: `Jabatan ${made}` })).position;
}

async function appointed(): Promise<string> {
  const [person, position] = [await newPerson(), await newPosition()];
  const input = {
    positionId: position.id,
    personId: person.id,
    capacity: "DEFINITIVE",
    firstDay: "2026-08-10",
  };
  return (await mutate("appointHolder", input, "appointment { id }")).appointment.id;
}

const zone = { name: "Dinas Uji", timeZone: "Asia/Jakarta" };

const calendarParts = `revision minutesPerWorkingDay weekly { weekday spans { from to } }
  periods { from to name weekly { weekday spans { from to } } } daysOff { date name }
  extraDays { date name spans { from to } } worksThrough`;

/** The office's calendar with one more day off. */
async function saveCalendar(): Promise<number> {
  const { workingCalendar } = await desk.driver.gql(
    "admin",
    `query ($id: ID) { workingCalendar(officeId: $id) { ${calendarParts} } }`,
    { id: officeId },
  );
  made += 1;
  const { revision: expectedRevision, ...calendar } = workingCalendar;
  const date = `2027-03-0${(made % 9) + 1}`;
  const daysOff = [...calendar.daysOff, { date, name: `Hari jadi ${made}` }];
  const input = { ...calendar, officeId, expectedRevision, daysOff };
  return (await mutate("saveWorkingCalendar", input, "calendar { revision }")).calendar.revision;
}

const reminders = { before: null, atDeadline: false, escalateAfter: null };

/** Every other mutation, done by the admin, and the entry that it leaves. */
const audited: Readonly<Record<string, readonly [action: string, () => Promise<unknown>]>> = {
  createOffice: ["OFFICE_CREATED", () => desk.do("createOffice", zone)],
  updateOffice: [
    "OFFICE_UPDATED",
    async () => {
      const office = await desk.office("trenggalek-dinkes");
      await desk.do("updateOffice", { ...zone, officeId: office.id, revision: office.revision });
    },
  ],
  setOfficeFormColumns: [
    "FORM_COLUMNS_SET",
    () => mutate("setOfficeFormColumns", { officeId, columns: null }, "office { id }"),
  ],
  setMissingRequirements: [
    "MISSING_REQUIREMENTS_SET",
    () => mutate("setMissingRequirements", { officeId, missing: "WARN" }, "office { id }"),
  ],
  setOfficeRuleLevels: [
    "RULE_LEVELS_SET",
    () => {
      const levels = [{ rule: "idle-lane", level: "OFF" }];
      return mutate("setOfficeRuleLevels", { officeId, levels }, "office { id }");
    },
  ],
  createPosition: ["POSITION_CREATED", newPosition],
  updatePosition: [
    "POSITION_UPDATED",
    async () => {
      const { id: positionId, revision } = await newPosition();
      await desk.do("updatePosition", { positionId, revision, name: "Lain", isHead: false });
    },
  ],
  setPositionRetired: [
    "POSITION_RETIRED",
    async () => {
      const { id: positionId, revision } = await newPosition();
      await desk.do("setPositionRetired", { positionId, revision, retired: true });
    },
  ],
  createPerson: ["PERSON_CREATED", newPerson],
  updatePerson: [
    "PERSON_UPDATED",
    async () => {
      const { id: personId, username, revision } = await newPerson();
      await desk.do("updatePerson", { personId, revision, username, name: "Nama Lain" });
    },
  ],
  setPersonRoles: [
    "PERSON_ROLES_SET",
    async () => {
      const { id: personId, revision } = await newPerson();
      await desk.do("setPersonRoles", { personId, revision, roles: ["MANAGER"] });
    },
  ],
  movePerson: [
    "PERSON_MOVED",
    async () => {
      const { id: personId, revision } = await newPerson();
      const to = await desk.office("trenggalek-dinkes");
      await desk.do("movePerson", { personId, revision, officeId: to.id });
    },
  ],
  setPersonDisabled: [
    "PERSON_DISABLED",
    async () => desk.do("setPersonDisabled", { personId: (await newPerson()).id, disabled: true }),
  ],
  resetPassword: [
    "PASSWORD_RESET",
    async () => desk.do("resetPassword", { personId: (await newPerson()).id }),
  ],
  setEmail: [
    "PERSON_EMAIL",
    async () => {
      const input = { personId: (await newPerson()).id, email: "baru@kominfo.example" };
      await mutate("setEmail", input, "person { id }");
    },
  ],
  setOfficeReminders: [
    "OFFICE_REMINDERS",
    () => mutate("setOfficeReminders", { officeId, reminders }, "office { id }"),
  ],
  setSopReminders: [
    "SOP_REMINDERS",
    async () => {
      const { sopId } = await sop("Diingatkan");
      await mutate("setSopReminders", { sopId, reminders }, "sop { id }");
    },
  ],
  importPeople: [
    "PEOPLE_IMPORTED",
    () =>
      desk.do("importPeople", {
        officeId,
        firstDay: "2026-08-10",
        rows: [{ line: 1, name: "Diimpor", position: "Juru Uji" }],
      }),
  ],
  appointHolder: ["HOLDER_APPOINTED", appointed],
  changeAppointment: [
    "APPOINTMENT_CHANGED",
    async () => {
      const input = { appointmentId: await appointed(), lastDay: "2026-09-01" };
      await mutate("changeAppointment", input, "appointment { id }");
    },
  ],
  endAppointment: [
    "APPOINTMENT_ENDED",
    async () => {
      const input = { appointmentId: await appointed() };
      await mutate("endAppointment", input, "appointment { id }");
    },
  ],
  cancelLeave: [
    "LEAVE_CANCELLED",
    async () => {
      const { id: standInId } = await desk.person("rina");
      const days = { firstDay: "2026-08-11", lastDay: "2026-08-12", standInId };
      const { leave } = await desk.driver.mutate("kabid", "reportLeave", days, "leave { id }");
      await mutate("cancelLeave", { leaveId: leave.id }, "leave { id }");
    },
  ],
  createApiToken: [
    "TOKEN_CREATED",
    () => mutate("createApiToken", { name: "Uji", scopes: ["SOPS_READ"] }, "apiToken { id }"),
  ],
  revokeApiToken: [
    "TOKEN_REVOKED",
    async () => {
      const input = { name: "Cabut", scopes: ["SOPS_READ"] };
      const { apiToken } = await mutate("createApiToken", input, "apiToken { id }");
      await mutate("revokeApiToken", { apiTokenId: apiToken.id }, "apiToken { id }");
    },
  ],
  saveWorkingCalendar: ["CALENDAR_CHANGED", saveCalendar],
  dropWorkingCalendar: [
    "CALENDAR_DROPPED",
    async () => {
      const expectedRevision = await saveCalendar();
      const input = { officeId, expectedRevision };
      await mutate("dropWorkingCalendar", input, "calendar { revision }");
    },
  ],
  saveHolidays: [
    "HOLIDAYS_CHANGED",
    async () => {
      const { holidays } = await desk.driver.gql(
        "admin",
        "{ holidays(year: 2027) { year revision days { date name kind basis } } }",
      );
      const { year, revision: expectedRevision, days } = holidays;
      const day = { date: "2027-03-31", name: "Cuti tambahan", kind: "JOINT_LEAVE", basis: "SKB" };
      const input = { year, expectedRevision, days: [...days, day] };
      await mutate("saveHolidays", input, "holidays { revision }");
    },
  ],
  ...webhookActs(() => desk),
  createSop: ["SOP_CREATED", () => sop("Baru")],
  renumberSop: [
    "SOP_RENUMBERED",
    async () => {
      const { sopId } = await sop("Bernomor");
      await mutate("renumberSop", { sopId, number: "9/UJI", part: null }, "sop { id }");
    },
  ],
  submitVersion: ["SOP_SUBMITTED", () => onVersion("submitVersion", "Diajukan", "version { id }")],
  withdrawSubmission: [
    "SOP_SUBMISSION_WITHDRAWN",
    async () => {
      await onVersion("submitVersion", "Ditarik", "version { id }");
      await onVersion("withdrawSubmission", "Ditarik", "version { id }");
    },
  ],
  sendBackVersion: [
    "SOP_SENT_BACK",
    async () => {
      await onVersion("submitVersion", "Dikembalikan", "version { id }");
      const reason = { reason: "Waktu belum diisi" };
      await onVersion("sendBackVersion", "Dikembalikan", "version { id }", reason);
    },
  ],
  enactVersion: [
    "SOP_ENACTED",
    () => onVersion("enactVersion", "Disahkan", "version { id }", { inForceFrom: null }),
  ],
  reviseSop: [
    "SOP_REVISED",
    async () => {
      const { sopId } = await sop("Disahkan");
      await mutate("reviseSop", { sopId }, "version { id }");
    },
  ],
  retireSop: [
    "SOP_RETIRED",
    async () => {
      const { sopId } = await sop("Disahkan");
      await mutate("retireSop", { sopId, reason: "Diganti" }, "sop { id }");
    },
  ],
  unscheduleVersion: [
    "SOP_UNSCHEDULED",
    async () => {
      const inForceFrom = "2027-01-04T01:00:00Z";
      await onVersion("enactVersion", "Dijadwalkan", "version { id }", { inForceFrom });
      const { versionId } = await sop("Dijadwalkan");
      const input = { versionId, reason: "Belum siap" };
      await mutate("unscheduleVersion", input, "sop { id }");
    },
  ],
  discardDraft: ["SOP_DRAFT_DISCARDED", () => onVersion("discardDraft", "Dibuang", "discardedId")],
};

const schema = buildSchema(
  readFileSync(new URL("../../../schema/schema.graphql", import.meta.url), "utf8"),
);

test("every mutation leaves an entry, or says here why it does not", () => {
  const known = [...Object.keys(audited), ...Object.values(unaudited).flat()];
  expect(known.toSorted()).toEqual(
    Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted(),
  );
});

test.each(Object.keys(audited))("%s leaves its entry, which names who did it", async (name) => {
  const [action, act] = audited[name]!;
  const before = (await desk.entries({}, 1))[0]?.seq ?? 0;
  await act();
  const left = (await desk.entries({})).filter(({ seq }) => Number(seq) > Number(before));
  expect(left.map((entry) => entry.action)).toContain(action);
  // What follows from a calendar of itself comes later, and is Alur's own.
  const theirs = left.filter((entry) => entry.action !== "DEADLINES_MOVED");
  for (const entry of theirs) {
    expect(entry).toMatchObject({ actorType: "PERSON", actorName: "Ratna Wulandari" });
    expect(entry.subjectName).not.toBe("");
    expect(auditActions).toContain(entry.action);
  }
});

test("what is refused leaves none", async () => {
  const { id: actorId } = await desk.person("admin");
  const count = async () => (await desk.entries({ actorId }, 1))[0].seq;
  const before = await count();
  await addPerson(desk.driver.api, "ditolak", "budi");
  await desk.act("createPerson", { officeId, username: "ditolak", name: "X" });
  await desk.act("createOffice", { ...zone, code: "trenggalek-kominfo" });
  await desk.act("setPersonRoles", {
    personId: (await desk.person("admin")).id,
    revision: 0,
    roles: [],
  });
  expect(await count()).toBe(before);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OfficeDesk } from "./office-desk.js";

let desk: OfficeDesk;
let officeId: string;

beforeAll(async () => {
  desk = await OfficeDesk.start();
  ({ id: officeId } = await desk.office("trenggalek-kominfo"));
});
afterAll(() => desk?.driver.stop());

const nip = "19800229 200501 1 002";

describe("an account", () => {
  test("is made once for one key, and its password is told once", async () => {
    const input = {
      officeId,
      username: " Agus.Setiawan ",
      name: "Agus  Setiawan, S.Kom.",
      nip,
      roles: ["FRONT_DESK", "MANAGER", "MANAGER"],
      idempotencyKey: "agus",
    };
    const made = await desk.do("createPerson", input);
    expect(made.person).toMatchObject({
      username: "agus.setiawan",
      name: "Agus Setiawan, S.Kom.",
      nip: "198002292005011002",
      roles: ["FRONT_DESK", "MANAGER"],
    });
    const again = await desk.do("createPerson", input);
    expect([again.person.id, again.temporaryPassword]).toEqual([made.person.id, null]);
    const password = made.temporaryPassword as string;
    const client = await desk.driver.api.signIn("agus.setiawan", { password });
    const { me } = await desk.driver.api.gql(client, "{ me { mustChangePassword } }");
    expect(me).toEqual({ mustChangePassword: true });
    expect(JSON.stringify(await desk.entries())).not.toContain(password);
  });

  test.each([
    [{ username: "budi" }, "DUPLICATE_USERNAME", "input.username"],
    [{ username: "a b" }, "WRONG_USERNAME", "input.username"],
    [{ nip: "198013012005011002" }, "WRONG_NIP", "input.nip"],
    [{ nip }, "DUPLICATE_NIP", "input.nip"],
    [{ name: "\u0007 " }, "INVALID", "input.name"],
  ])("is refused: %j", async (wrong, code, field) => {
    const input = { officeId, username: "baru", name: "Baru", ...wrong };
    const { person, userErrors } = await desk.act("createPerson", input);
    expect([person, userErrors]).toMatchObject([null, [{ code, field }]]);
  });

  test("is corrected by one of two admins at once, the other is told", async () => {
    const { person } = await desk.do("createPerson", { officeId, username: "dua", name: "Dua" });
    const change = (name: string) =>
      desk.act("updatePerson", { personId: person.id, revision: 0, username: "dua", name });
    const both = await Promise.all([change("Dua A"), change("Dua B")]);
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: "CONFLICT" }]);
    expect(await desk.entries({ subjectId: person.id, action: "PERSON_UPDATED" })).toHaveLength(1);
  });

  test("of two made at once with one NIP, one stands", async () => {
    const make = (username: string) =>
      desk.act("createPerson", { officeId, username, name: username, nip: "199012312024212001" });
    const both = await Promise.all([make("kembar1"), make("kembar2")]);
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: "DUPLICATE_NIP" }]);
  });
});

describe("roles", () => {
  test("are set, and work in the next request", async () => {
    const before = await desk.person("siti");
    const input = { personId: before.id, revision: before.revision, roles: ["APPROVER"] };
    const { person } = await desk.do("setPersonRoles", input);
    expect(person.roles).toEqual(["APPROVER"]);
    const { me } = await desk.driver.gql("siti", "{ me { roles } }");
    expect(me.roles).toEqual(["APPROVER"]);
    expect((await desk.act("setPersonRoles", input)).userErrors).toMatchObject([
      { code: "CONFLICT" },
    ]);
    const [entry] = await desk.entries({ subjectId: before.id });
    expect(entry.changes).toEqual([{ field: "roles", before: null, after: "APPROVER" }]);
  });

  test("of an admin are not taken by themselves, and never from the last of two at once", async () => {
    const admin = await desk.person("admin");
    const own = { personId: admin.id, revision: admin.revision, roles: [] };
    expect((await desk.act("setPersonRoles", own)).userErrors).toMatchObject([
      { code: "OWN_ACCOUNT" },
    ]);
    const rina = await desk.person("rina");
    const made = { personId: rina.id, revision: rina.revision, roles: ["ADMIN"] };
    await desk.do("setPersonRoles", made);
    const both = await Promise.all([
      desk.act("setPersonRoles", { ...own, revision: admin.revision }, "rina"),
      desk.act("setPersonRoles", { ...made, revision: rina.revision + 1, roles: [] }),
    ]);
    const refused = both.flatMap(({ userErrors }) =>
      userErrors.map(({ code }: { code: string }) => code),
    );
    expect(refused).toHaveLength(1);
    expect(["LAST_ADMIN", "FORBIDDEN"]).toContain(refused[0]);
    const { people } = await desk.driver.gql(
      both[0].userErrors.length === 0 ? "rina" : "admin",
      "{ people(role: ADMIN) { nodes { username } } }",
    );
    expect(people.nodes).toHaveLength(1);
    // For the tests behind this one.
    if (both[0].userErrors.length === 0) {
      const again = await desk.driver.gql(
        "rina",
        `{ people(search: "admin") { nodes { id revision } } }`,
      );
      const [{ id, revision }] = again.people.nodes;
      await desk.do("setPersonRoles", { personId: id, revision, roles: ["ADMIN"] }, "rina");
    }
  });
});

describe("a move to another office", () => {
  test("is refused while they hold a position there, or ends it and hands their task on", async () => {
    const { driver } = desk;
    const instance = await driver.start("000", {}, "budi");
    const taskId = instance.openTasks[0].id;
    await driver.mutate("budi", "claimTask", { taskId }, "task { id }");
    const budi = await desk.person("budi");
    const to = await desk.office("trenggalek-dinkes");
    const input = { personId: budi.id, revision: budi.revision, officeId: to.id };
    const { userErrors } = await desk.act("movePerson", input);
    expect(userErrors).toMatchObject([{ code: "HOLDS_POSITIONS", field: "input.endAppointments" }]);
    const moved = await desk.do("movePerson", { ...input, endAppointments: true });
    expect(moved).toMatchObject({
      releasedTasks: 1,
      person: { office: { code: "trenggalek-dinkes" } },
    });
    const after = await driver.read(instance.id, "openTasks { id status assignee { username } }");
    expect(after.openTasks).toMatchObject([{ status: "OPEN", assignee: null }]);
    await driver.expectWholeLog(instance.id);
  });

  test("takes the roles of the old office back, but not the admin's", async () => {
    const { person } = await desk.do("createPerson", {
      officeId,
      username: "pindah",
      name: "Pindah",
      roles: ["ADMIN", "APPROVER"],
    });
    const to = await desk.office("trenggalek-dinkes");
    const input = { personId: person.id, revision: 0, officeId: to.id };
    expect((await desk.do("movePerson", input)).person.roles).toEqual(["ADMIN"]);
    const [entry] = await desk.entries({ subjectId: person.id, action: "PERSON_MOVED" });
    expect(entry).toMatchObject({ office: { code: "trenggalek-dinkes" } });
    expect(entry.changes).toContainEqual({
      field: "roles",
      before: "ADMIN, APPROVER",
      after: "ADMIN",
    });
  });
});

test("nobody but the admin does any of it", async () => {
  const { id: personId } = await desk.person("siti");
  const asked = [
    ["createPerson", { officeId, username: "x1", name: "X" }],
    ["updatePerson", { personId, revision: 0, username: "siti", name: "X" }],
    ["setPersonRoles", { personId, revision: 0, roles: ["ADMIN"] }],
    ["movePerson", { personId, revision: 0, officeId }],
  ] as const;
  for (const by of ["kadis", "manajer", "pemohon"]) {
    for (const [name, input] of asked) {
      expect((await desk.act(name, input, by)).userErrors, `${by} ${name}`).toMatchObject([
        { code: "FORBIDDEN" },
      ]);
    }
  }
});

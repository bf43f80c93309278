import { afterAll, beforeAll, expect, test } from "vitest";
import { createAdmin, type NewAdmin } from "../../../server/features/people/create-admin.js";
import { PasswordHasher } from "../../../server/features/people/password-hasher.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import { hasPeople } from "../../../server/persistence/has-people.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import { startTestApi, type TestApi } from "../../harness/test-api.js";
import { createTestLocation } from "../../harness/test-database.js";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ seeds: false });
});
afterAll(() => api.stop());

const create = (wanted: NewAdmin) =>
  createAdmin(api.database, systemContext("test", api.clock.now), new PasswordHasher(), wanted);
const count = async (table: string) =>
  Number((await api.database.reader.get(`SELECT COUNT(*) AS n FROM ${table}`, []))?.["n"]);

test("the first admin comes with an office, a calendar and the holidays, and can begin", async () => {
  const wanted = { username: " Rina ", name: "Rina Hapsari", office: " Dinas Kominfo " };
  const { password, ...stored } = await create(wanted);
  expect(stored).toEqual({ username: "rina", office: "Dinas Kominfo" });
  expect([await count("office"), await count("working_calendar")]).toEqual([1, 1]);
  expect(await count("holiday")).toBeGreaterThan(30);
  const rina = await api.signIn("rina", { password });
  const { changePassword } = await api.gql(
    rina,
    `mutation ($input: ChangePasswordInput!) {
       changePassword(input: $input) { userErrors { code } } }`,
    { input: { currentPassword: password, newPassword: "pagi yang tenang" } },
  );
  expect(changePassword.userErrors).toEqual([]);
  const { people, offices } = await api.gql(
    rina,
    "{ people { nodes { username name roles } } offices { name timeZone } }",
  );
  expect(people.nodes).toEqual([{ username: "rina", name: "Rina Hapsari", roles: ["ADMIN"] }]);
  expect(offices).toEqual([{ name: "Dinas Kominfo", timeZone: "Asia/Jakarta" }]);

  const days = await count("holiday");
  await create({ username: "sari", name: "Sari", office: "Dinas Kominfo" });
  await create({ username: "wati", name: "Wati", office: "Dinas KOMINFO" });
  expect([await count("office"), await count("working_calendar")]).toEqual([2, 1]);
  expect(await count("holiday")).toBe(days);
});

test.each([
  [{ username: "rina" }, "already"],
  [{ username: "a b" }, "--username"],
  [{ username: "" }, "--username"],
  [{ name: "  " }, "--name"],
  [{ office: "x".repeat(201) }, "--office"],
])("refuses %j in one line, changing nothing", async (wrong, line) => {
  await create({ username: "rina", name: "Rina", office: "Dinas Kominfo" }).catch(() => undefined);
  const before = [await count("person"), await count("office")];
  const wanted = { username: "baru", name: "Baru", office: "Dinas Baru", ...wrong };
  await expect(create(wanted)).rejects.toMatchObject({
    name: "StartupError",
    message: expect.stringContaining(line),
  });
  expect([await count("person"), await count("office")]).toEqual(before);
});

test("whether there is anybody is seen without making or changing a database", async () => {
  const { location, drop } = await createTestLocation();
  expect(await hasPeople(location)).toBe(false);
  const database = await openDatabase(location);
  expect(await hasPeople(location)).toBe(false);
  await createAdmin(
    database,
    systemContext("test", () => 0),
    new PasswordHasher(),
    {
      username: "rina",
      name: "Rina",
      office: "Dinas",
    },
  );
  expect(await hasPeople(location)).toBe(true);
  await database.close();
  expect(await hasPeople(location)).toBe(true);
  await drop();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let api: TestApi;
let admin: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.signIn("admin");
});
afterAll(() => api.stop());

const username = async (client: TestClient) =>
  (await api.gql(client, "{ me { username } }")).me?.username ?? null;

async function idOf(name: string): Promise<string> {
  const { people } = await api.gql(
    admin,
    "query ($search: String) { people(search: $search) { nodes { id username } } }",
    { search: name },
  );
  return people.nodes.find((each: { username: string }) => each.username === name).id;
}

const changePassword = async (
  client: TestClient | null,
  currentPassword: string,
  newPassword: string,
) =>
  (
    await api.gql(
      client,
      `mutation ($input: ChangePasswordInput!) {
         changePassword(input: $input) {
           person { username mustChangePassword } userErrors { code field message }
         }
       }`,
      { input: { currentPassword, newPassword } },
    )
  ).changePassword;

const resetPassword = async (client: TestClient, personId: string) =>
  (
    await api.gql(
      client,
      `mutation ($input: ResetPasswordInput!) {
         resetPassword(input: $input) {
           person { username mustChangePassword } temporaryPassword userErrors { code field }
         }
       }`,
      { input: { personId } },
    )
  ).resetPassword;

describe("changePassword", () => {
  test("changes it, and ends the other sessions at once", async () => {
    const [here, there] = [await api.signIn("budi"), await api.signIn("budi", { cookie: true })];
    expect(await username(there)).toBe("budi");
    expect(await changePassword(here, "alur-demo", "rahasia budi")).toEqual({
      person: { username: "budi", mustChangePassword: false },
      userErrors: [],
    });
    expect([await username(here), await username(there)]).toEqual(["budi", null]);
    await expect(api.signIn("budi")).rejects.toThrow("BAD_CREDENTIALS");
    await api.signIn("budi", { password: "rahasia budi" });
  });

  test("refuses a wrong current and a weak new password, changing nothing", async () => {
    const siti = await api.signIn("siti");
    expect(await changePassword(siti, "salah", "rahasia siti")).toMatchObject({
      person: null,
      userErrors: [{ code: "BAD_CREDENTIALS", field: "input.currentPassword" }],
    });
    for (const weak of ["pendek", "alur-demo", "", "sembilan9"]) {
      expect(await changePassword(siti, "alur-demo", weak)).toMatchObject({
        person: null,
        userErrors: [{ code: "WEAK_PASSWORD", field: "input.newPassword" }],
      });
    }
    expect((await changePassword(siti, "alur-demo", "x".repeat(201))).userErrors).toMatchObject([
      { code: "TOO_LARGE", field: "input.newPassword" },
    ]);
    await api.signIn("siti");
  });

  test("cannot be used to guess the password from within a stolen session", async () => {
    const joko = await api.signIn("joko");
    const codes: string[] = [];
    for (let round = 0; round < 11; round += 1) {
      codes.push((await changePassword(joko, "salah", "rahasia joko")).userErrors[0].code);
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "BAD_CREDENTIALS"));
    expect(codes[10]).toBe("RATE_LIMITED");
  });

  test("wins once when it is sent twice at the same moment", async () => {
    const wati = await api.signIn("wati");
    const answers = await Promise.all([
      changePassword(wati, "alur-demo", "rahasia pertama"),
      changePassword(wati, "alur-demo", "rahasia kedua"),
    ]);
    const winner = answers.findIndex(({ userErrors }) => userErrors.length === 0);
    expect(answers.filter(({ userErrors }) => userErrors.length > 0)).toHaveLength(1);
    await api.signIn("wati", { password: ["rahasia pertama", "rahasia kedua"][winner]! });
  });

  test("is nothing for who is not signed in", async () => {
    const { errors } = await api.send(
      null,
      'mutation { changePassword(input: { currentPassword: "a", newPassword: "b" }) { userErrors { code } } }',
    );
    expect(errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });
});

describe("resetPassword", () => {
  test("gives a temporary password, ends all sessions and asks for a new one", async () => {
    const rina = await api.signIn("rina");
    expect(await username(rina)).toBe("rina");
    const { person, temporaryPassword, userErrors } = await resetPassword(
      admin,
      await idOf("rina"),
    );
    expect({ person, userErrors }).toEqual({
      person: { username: "rina", mustChangePassword: true },
      userErrors: [],
    });
    expect(await username(rina)).toBeNull();
    await expect(api.signIn("rina")).rejects.toThrow("BAD_CREDENTIALS");
    const again = await api.signIn("rina", { password: temporaryPassword });
    expect(
      (await changePassword(again, temporaryPassword, temporaryPassword)).userErrors,
    ).toMatchObject([{ code: "WEAK_PASSWORD" }]);
    expect((await changePassword(again, temporaryPassword, "rahasia rina")).person).toEqual({
      username: "rina",
      mustChangePassword: false,
    });
  });

  test("leaves no session that was opened with the old password at that moment", async () => {
    const personId = await idOf("dedi");
    let password = "alur-demo";
    for (let round = 0; round < 6; round += 1) {
      const [signedIn, reset] = await Promise.allSettled([
        api.signIn("dedi", { password }),
        resetPassword(admin, personId),
      ]);
      if (signedIn.status === "fulfilled") expect(await username(signedIn.value)).toBeNull();
      if (reset.status === "rejected") throw reset.reason;
      password = reset.value.temporaryPassword;
    }
  });

  test("is for the admin, and for people who are there", async () => {
    const kadis = await api.signIn("kadis");
    const refused = { person: null, temporaryPassword: null };
    expect(await resetPassword(kadis, await idOf("siti"))).toEqual({
      ...refused,
      userErrors: [{ code: "FORBIDDEN", field: null }],
    });
    for (const unknown of [Buffer.from("Person:99999").toString("base64url"), "nonsense", ""]) {
      expect(await resetPassword(admin, unknown)).toEqual({
        ...refused,
        userErrors: [{ code: "NOT_FOUND", field: "input.personId" }],
      });
    }
  });
});

test("nobody can disable their own account, nor anybody else without being the admin", async () => {
  const document = `mutation ($input: SetPersonDisabledInput!) {
    setPersonDisabled(input: $input) { person { username } userErrors { code } }
  }`;
  const refused = { setPersonDisabled: { person: null, userErrors: [{ code: "FORBIDDEN" }] } };
  const oneself = { input: { personId: await idOf("admin"), disabled: true } };
  expect(await api.gql(admin, document, oneself)).toEqual(refused);
  const manager = await api.signIn("manajer");
  expect(await api.gql(manager, document, oneself)).toEqual(refused);
  expect(await username(admin)).toBe("admin");
});

test("setMyLocale changes the language of the messages from the next request on", async () => {
  const kadis = await api.signIn("kadis");
  const choose = async (locale: string) =>
    (
      await api.gql(
        kadis,
        `mutation ($input: SetMyLocaleInput!) {
           setMyLocale(input: $input) { person { locale } userErrors { code field message } }
         }`,
        { input: { locale } },
      )
    ).setMyLocale;
  expect(await choose("en")).toEqual({ person: { locale: "en" }, userErrors: [] });
  expect(await choose("xx")).toMatchObject({
    person: null,
    userErrors: [
      { code: "INVALID", field: "input.locale", message: expect.stringMatching(/valid/) },
    ],
  });
  expect(await choose("id")).toEqual({ person: { locale: "id" }, userErrors: [] });
});

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { hashToken } from "../../../server/features/people/secrets.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { ActorService } from "../../../server/features/people/actor-service.js";
import { AccountChanges } from "../../../server/features/people/account-changes.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let api: TestApi;
let admin: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  admin = await api.signIn("admin");
});
afterEach(() => api.clock.release());
afterAll(() => api.stop());

const tokenOf = (client: TestClient) => client.headers["authorization"]!.slice("Bearer ".length);
const username = async (client: TestClient) =>
  (await api.gql(client, "{ me { username } }")).me?.username ?? null;

const signInDocument = `mutation ($input: SignInInput!) {
  signIn(input: $input) { person { username } token userErrors { code field message } }
}`;
const signIn = async (name: string, password: string) =>
  (await api.gql(null, signInDocument, { input: { username: name, password, bearer: true } }))
    .signIn;

const personRow = (name: string) =>
  api.database.reader.get<{ id: number }>("SELECT id FROM person WHERE username = ?", [name]);
const sessionRow = (client: TestClient) =>
  api.database.reader.get<{ created_at: number; expires_at: number; last_seen_at: number }>(
    "SELECT * FROM session WHERE token_hash = ?",
    [hashToken(tokenOf(client))],
  );
/** Nobody waits for the write of a session's use, but a clock that jumps must. */
const isSeen = (client: TestClient) =>
  vi.waitFor(async () => {
    const late = api.clock.now() - (await sessionRow(client))!.last_seen_at;
    expect(late).toBeLessThan(5 * MINUTE);
  });
const write = (sql: string, params: (string | number | null)[]) =>
  api.database.unitOfWork.run(
    { actor: { type: "SYSTEM", name: "test" }, locale: "id", requestId: "t", now: api.clock.now },
    async (tx) => void (await tx.run(sql, params)),
  );

async function setDisabled(name: string, disabled: boolean): Promise<void> {
  const { people } = await api.gql(
    admin,
    "query ($search: String) { people(search: $search) { nodes { id username } } }",
    { search: name },
  );
  const { id } = people.nodes.find((each: { username: string }) => each.username === name);
  const { setPersonDisabled } = await api.gql(
    admin,
    `mutation ($input: SetPersonDisabledInput!) {
       setPersonDisabled(input: $input) { person { disabled } userErrors { code } }
     }`,
    { input: { personId: id, disabled } },
  );
  expect(setPersonDisabled).toEqual({ person: { disabled }, userErrors: [] });
}

describe("signing in", () => {
  test("takes the username in any case, with blanks around it", async () => {
    expect((await signIn("  BuDi ", "alur-demo")).person).toEqual({ username: "budi" });
  });

  test("says the same of a wrong password and of nobody, whatever is typed", async () => {
    const refused = { person: null, token: null, userErrors: [{ code: "BAD_CREDENTIALS" }] };
    const texts = ["nobody", "budi", "", "x".repeat(10_000), "' OR 1=1 --", "\u202Ebudi🔑"];
    for (const text of texts) {
      expect(await signIn(text, "alur-demo2")).toMatchObject(refused);
      expect(await signIn("siti", text)).toMatchObject(refused);
    }
    await signIn("siti", "alur-demo");
  });

  test("keeps only the token's hash", async () => {
    const budi = await api.signIn("budi");
    expect(await sessionRow(budi)).toBeDefined();
    const rows = await api.database.reader.all("SELECT * FROM session", []);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(budi));
  });

  test("is refused after ten wrong passwords, for this account only; a right one resets", async () => {
    for (let round = 0; round < 9; round += 1) await signIn("joko", "salah");
    expect((await signIn("joko", "alur-demo")).userErrors).toEqual([]);
    const answers = await Promise.all(
      Array.from({ length: 14 }, async () => (await signIn("joko", "salah")).userErrors[0].code),
    );
    expect(answers.filter((code) => code === "BAD_CREDENTIALS")).toHaveLength(10);
    expect(answers.filter((code) => code === "RATE_LIMITED")).toHaveLength(4);
    const [error] = (await signIn("joko", "alur-demo")).userErrors;
    expect(error.code).toBe("RATE_LIMITED");
    expect(error.message).toMatch(/\d+ detik/);
    expect((await signIn("wati", "alur-demo")).userErrors).toEqual([]);
  });

  test("tells that an account is disabled only to who knows its password", async () => {
    await setDisabled("dedi", true);
    expect((await signIn("dedi", "salah")).userErrors[0].code).toBe("BAD_CREDENTIALS");
    expect((await signIn("dedi", "alur-demo")).userErrors[0].code).toBe("ACCOUNT_DISABLED");
    await setDisabled("dedi", false);
    expect((await signIn("dedi", "alur-demo")).userErrors).toEqual([]);
  });

  test("clears away the sessions that are long over", async () => {
    const rina = await api.signIn("rina");
    api.clock.advance(8 * DAY);
    const later = await api.signIn("rina");
    expect(await sessionRow(rina)).toBeUndefined();
    expect(await username(later)).toBe("rina");
  });
});

describe("a session", () => {
  test("is over after seven days, however much it is used", async () => {
    const siti = await api.signIn("siti");
    for (let half = 0; half < 14; half += 1) {
      expect(await username(siti)).toBe("siti");
      await isSeen(siti);
      api.clock.advance(12 * HOUR - MINUTE);
    }
    api.clock.advance(14 * MINUTE);
    expect(await username(siti)).toBeNull();
  });

  test("is over after twelve hours without use", async () => {
    const siti = await api.signIn("siti");
    api.clock.advance(12 * HOUR - MINUTE);
    expect(await username(siti)).toBe("siti");
    await isSeen(siti);
    api.clock.advance(12 * HOUR);
    expect(await username(siti)).toBeNull();
  });

  test("writes its use once in five minutes, also when used by many at once", async () => {
    const siti = await api.signIn("siti");
    const begun = (await sessionRow(siti))!.last_seen_at;
    api.clock.set(begun + 4 * MINUTE);
    await username(siti);
    expect((await sessionRow(siti))!.last_seen_at).toBe(begun);
    api.clock.set(begun + 6 * MINUTE);
    await Promise.all(Array.from({ length: 20 }, () => username(siti)));
    await vi.waitFor(async () =>
      expect((await sessionRow(siti))!.last_seen_at).toBe(begun + 6 * MINUTE),
    );
  });

  test("is known also while its use cannot be written, and waits for no write", async () => {
    const siti = await api.signIn("siti");
    const warnings: string[] = [];
    const note = (warning: Error): void => void warnings.push(warning.message);
    process.on("warning", note);
    const full = { run: async () => Promise.reject(new Error("the disk is full")) };
    const stuck = { run: () => new Promise<never>(() => undefined) };
    api.clock.set(Date.now() + HOUR);
    for (const unitOfWork of [full, stuck]) {
      const database = { ...api.database, reader: api.database.reader, unitOfWork };
      const actors = new ActorService(database, new AccountChanges(), api.clock.now);
      const { actor } = await actors.authenticate({ bearer: tokenOf(siti), cookie: null });
      expect(actor.type).toBe("PERSON");
    }
    await vi.waitFor(() => expect(warnings.join()).toContain("the disk is full"));
    process.off("warning", note);
  });

  test("is not kept alive by what happens without its person", async () => {
    const siti = await api.signIn("siti");
    const begun = (await sessionRow(siti))!.last_seen_at;
    const actors = new ActorService(api.database, new AccountChanges(), api.clock.now);
    const credentials = { bearer: tokenOf(siti), cookie: null };
    for (let hours = 0; hours < 11; hours += 1) {
      api.clock.advance(HOUR);
      expect((await actors.authenticate(credentials, false)).actor.type).toBe("PERSON");
    }
    expect((await sessionRow(siti))!.last_seen_at).toBe(begun);
    api.clock.advance(HOUR + MINUTE);
    expect((await actors.authenticate(credentials, false)).actor.type).toBe("ANONYMOUS");
  });

  test("ends at once when the account is disabled, and stays ended", async () => {
    const [one, two] = [await api.signIn("anton"), await api.signIn("anton", { cookie: true })];
    expect([await username(one), await username(two)]).toEqual(["anton", "anton"]);
    await setDisabled("anton", true);
    expect([await username(one), await username(two)]).toEqual([null, null]);
    await setDisabled("anton", false);
    expect([await username(one), await username(two)]).toEqual([null, null]);
  });

  test("ends at once on signing out, and no other with it", async () => {
    const [one, two] = [await api.signIn("dewi"), await api.signIn("dewi")];
    const { signOut } = await api.gql(one, "mutation { signOut { done userErrors { code } } }");
    expect(signOut).toEqual({ done: true, userErrors: [] });
    expect([await username(one), await username(two)]).toEqual([null, "dewi"]);
  });

  test("is nobody's with a wrong, cut or foreign token", async () => {
    const token = tokenOf(admin);
    for (const wrong of [token.slice(1), `${token}x`, hashToken(token), "x".repeat(5000)]) {
      expect(await username({ headers: { authorization: `Bearer ${wrong}` } })).toBeNull();
    }
    expect(await username({ headers: { cookie: `alur_session=${token}` } })).toBe("admin");
  });
});

describe("who asks", () => {
  const changes = new AccountChanges();
  const known = async (client: TestClient) => {
    const actors = new ActorService(api.database, changes, api.clock.now);
    const { actor } = await actors.authenticate({ bearer: tokenOf(client), cookie: null });
    return actor.type === "PERSON" ? actor : null;
  };

  test("has the roles and positions of this moment, acting ones too", async () => {
    const kabid = await api.signIn("kabid");
    const person = (await personRow("kabid"))!;
    const before = (await known(kabid))!;
    expect([before.roles.size, before.positionIds.size]).toEqual([0, 1]);
    const position = (await api.database.reader.get<{ id: number }>(
      "SELECT id FROM position WHERE code = ?",
      ["trenggalek-kominfo.kepala-dinas"],
    ))!;
    const now = Date.now();
    await write(
      `INSERT INTO position_holder (position_id, person_id, acting, valid_from, valid_until)
       VALUES (?, ?, 1, ?, ?)`,
      [position.id, person.id, now + HOUR, now + 10 * HOUR],
    );
    await write("INSERT INTO person_role (person_id, role) VALUES (?, ?)", [person.id, "MANAGER"]);
    expect((await known(kabid))!.positionIds).toEqual(before.positionIds);
    api.clock.set(now + 2 * HOUR);
    const acting = (await known(kabid))!;
    expect(acting.positionIds).toEqual(new Set([...before.positionIds, position.id]));
    expect(acting.roles).toEqual(new Set(["MANAGER"]));
    api.clock.set(now + 10 * HOUR);
    expect((await known(kabid))!.positionIds).toEqual(before.positionIds);
  });

  test("is found with one statement, and for two seconds with none", async () => {
    const siti = await api.signIn("siti");
    const actors = new ActorService(api.database, changes, api.clock.now);
    const ask = () => actors.authenticate({ bearer: tokenOf(siti), cookie: null });
    api.clock.set(Date.now());
    expect((await countStatements(ask)).statements).toHaveLength(1);
    expect((await countStatements(ask)).statements).toHaveLength(0);
    api.clock.advance(2000);
    expect((await countStatements(ask)).statements).toHaveLength(1);
    changes.announce();
    expect((await countStatements(ask)).statements).toHaveLength(1);
  });

  test("is not remembered when something changed while it was read", async () => {
    const siti = await api.signIn("siti");
    const actors = new ActorService(api.database, changes, api.clock.now);
    const ask = () => actors.authenticate({ bearer: tokenOf(siti), cookie: null });
    const asked = ask();
    changes.announce();
    await asked;
    expect((await countStatements(ask)).statements).toHaveLength(1);
  });
});

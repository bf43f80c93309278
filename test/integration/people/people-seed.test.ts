import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDemoLogins } from "../../../server/features/people/demo-logins.js";
import {
  assertNoDemoPasswords,
  findDemoPasswords,
} from "../../../server/features/people/demo-passwords.js";
import { PasswordHasher } from "../../../server/features/people/password-hasher.js";
import { seedPeople } from "../../../server/features/people/people-seed.js";
import type { Context } from "../../../server/kernel/context.js";
import { StartupError } from "../../../server/kernel/startup-error.js";
import { openTestDatabase, type TestDatabase } from "../../harness/test-database.js";

const hasher = new PasswordHasher();
const ctx: Context = {
  actor: { type: "SYSTEM", name: "seeds" },
  locale: "id",
  requestId: "seeds",
  now: () => Date.UTC(2026, 0, 5),
};

let place: TestDatabase;
beforeEach(async () => {
  place = await openTestDatabase();
});
afterEach(() => place.drop());

async function counts(): Promise<Record<string, number>> {
  const tables = ["office", "position", "person", "person_role", "position_holder", "api_token"];
  const found: Record<string, number> = {};
  for (const table of [...tables, "holiday", "working_calendar"]) {
    const row = await place.database.reader.get<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${table}`,
      [],
    );
    found[table] = Number(row?.n);
  }
  return found;
}

const seeded = {
  office: 3,
  position: 14,
  person: 21,
  person_role: 6,
  position_holder: 19,
  api_token: 1,
  working_calendar: 1,
};

describe("seedPeople", () => {
  test("fills an empty database, once", async () => {
    const tokens = await seedPeople(place.database, ctx, hasher);
    expect(tokens).toMatchObject([
      { name: "Integrator demo", secret: expect.stringMatching(/^alur_/) },
    ]);
    const first = await counts();
    expect(first).toMatchObject(seeded);
    expect(first["holiday"]).toBeGreaterThan(60);
    expect(await seedPeople(place.database, ctx, hasher)).toBeNull();
    expect(await counts()).toEqual(first);
  });

  test("is done once when two begin at the same moment", async () => {
    const results = await Promise.all([
      seedPeople(place.database, ctx, hasher),
      seedPeople(place.database, ctx, hasher),
    ]);
    expect(results.filter((tokens) => tokens !== null)).toHaveLength(1);
    expect(await counts()).toMatchObject(seeded);
  });

  test("keeps the calendar as it is written, and each day off with its kind", async () => {
    await seedPeople(place.database, ctx, hasher);
    const calendar = await place.database.reader.get<{ definition: string; office_id: null }>(
      "SELECT * FROM working_calendar",
      [],
    );
    expect(calendar?.office_id).toBeNull();
    expect(JSON.parse(calendar!.definition)).toMatchObject({
      timeZone: "Asia/Jakarta",
      minutesPerWorkingDay: 450,
      weekly: {
        5: [
          ["07:30", "11:30"],
          ["13:00", "16:30"],
        ],
      },
    });
    const day = await place.database.reader.get(
      "SELECT kind, name FROM holiday WHERE on_date = ?",
      ["2027-01-01"],
    );
    expect(day).toEqual({ kind: "HOLIDAY", name: "Tahun Baru Masehi" });
  });
});

describe("the demo password", () => {
  const setPassword = (username: string, passwordHash: string | null) =>
    place.database.unitOfWork.run(ctx, async (tx) => {
      await tx.run("UPDATE person SET password_hash = ? WHERE username = ?", [
        passwordHash,
        username,
      ]);
    });

  test("keeps production from starting while an enabled account has it", async () => {
    await expect(assertNoDemoPasswords(place.database)).resolves.toBeUndefined();
    await seedPeople(place.database, ctx, hasher);
    await expect(assertNoDemoPasswords(place.database)).rejects.toThrow(StartupError);
    await expect(assertNoDemoPasswords(place.database)).rejects.toThrow(
      /^21 account\(s\) still have the demo password \(admin, kadis, manajer, …\): [^\n]+$/,
    );
    await place.database.unitOfWork.run(ctx, async (tx) => {
      await tx.run("UPDATE person SET disabled_at = 1 WHERE username NOT IN ('admin', 'budi')", []);
    });
    expect(await findDemoPasswords(place.database)).toEqual(["admin", "budi"]);
    await setPassword("admin", await hasher.hash("rahasia admin"));
    expect(await findDemoPasswords(place.database)).toEqual(["budi"]);
    await setPassword("budi", null);
    await expect(assertNoDemoPasswords(place.database)).resolves.toBeUndefined();
  });

  test("is what every marked hash is of, each with another salt", async () => {
    await seedPeople(place.database, ctx, hasher);
    const rows = await place.database.reader.all<{ password_hash: string }>(
      "SELECT password_hash FROM person",
      [],
    );
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(21);
    expect(await hasher.verify(rows[0]!.password_hash, "alur-demo")).toBe(true);
  });

  test("logins are listed for the people who have it still", async () => {
    expect(await readDemoLogins(place.database)).toEqual([]);
    await seedPeople(place.database, ctx, hasher);
    await setPassword("kadis", await hasher.hash("rahasia kadis"));
    const logins = await readDemoLogins(place.database);
    expect(logins).toHaveLength(20);
    expect(logins.find(({ username }) => username === "budi")).toEqual({
      username: "budi",
      name: "Budi Santoso",
      office: "Dinas Komunikasi dan Informatika",
      roles: [],
      positions: ["Pejabat Fungsional/Pelaksana"],
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData } from "../../harness/test-api.js";
import { OfficeDesk } from "./office-desk.js";

let desk: OfficeDesk;
let officeId: string;

beforeAll(async () => {
  desk = await OfficeDesk.start();
  ({ id: officeId } = await desk.office("trenggalek-dinkes"));
});
afterAll(() => desk?.driver.stop());

const firstDay = "2026-08-10";

const table = (rows: readonly object[], more: object = {}) => ({
  officeId,
  firstDay,
  rows: rows.map((row, at) => ({ line: at + 1, name: `Orang ${at}`, ...row })),
  ...more,
});

async function preview(input: object, by = "admin"): Promise<AnyData> {
  const { peopleImportPreview } = await desk.driver.gql(
    by,
    `query ($input: PeopleImportInput!) { peopleImportPreview(input: $input) {
      rows { line state username previousName addsNip addedRoles makesPosition appoints
        problems { code field message } }
      userErrors { code field message } } }`,
    { input },
  );
  return peopleImportPreview;
}

const counts = async (): Promise<Row | undefined> =>
  desk.driver.api.database.reader.get(
    `SELECT (SELECT COUNT(*) FROM person) AS people, (SELECT COUNT(*) FROM position) AS positions,
      (SELECT COUNT(*) FROM position_holder) AS holders, (SELECT COUNT(*) FROM audit_entry) AS acts`,
    [],
  );

describe("an import", () => {
  const rows = [
    {
      name: "Agus Setiawan, S.Kom.",
      nip: "198002292005011002",
      position: "Kepala Puskesmas Karangan",
      roles: ["MANAGER"],
    },
    { name: "Agus Setiawan", position: "Perawat" },
    { name: "Siti Rahma", username: "rahma", position: "perawat" },
    { name: "=CMD|' /C calc'!A0", position: "<b>Bidan</b>" },
  ];

  test("is told before, row by row, and the telling writes nothing", async () => {
    const before = await counts();
    const { rows: told } = await preview(table(rows));
    expect(told).toMatchObject([
      { line: 1, state: "NEW", username: "agus.setiawan", makesPosition: true, appoints: true },
      { line: 2, state: "NEW", username: "agus.setiawan2", makesPosition: true },
      { line: 3, state: "NEW", username: "rahma", makesPosition: true },
      { line: 4, state: "NEW", username: "cmd.calca0", makesPosition: true },
    ]);
    expect(await counts()).toEqual(before);
  });

  test("makes people, positions and holders in one go, once for one key", async () => {
    const input = table(rows, { idempotencyKey: "impor" });
    const done = await desk.do("importPeople", input);
    expect(done.counts).toEqual({ made: 4, changed: 0, positions: 3, holders: 4 });
    expect(done.accounts.map(({ person }: AnyData) => person.username)).toEqual([
      "agus.setiawan",
      "agus.setiawan2",
      "rahma",
      "cmd.calca0",
    ]);
    const again = await desk.do("importPeople", input);
    expect(again).toMatchObject({ counts: done.counts, accounts: [] });
    // What looks like a formula or markup is a name as any other.
    expect((await desk.person("cmd.calca0")).name).toBe("=CMD|' /C calc'!A0");
    expect(await desk.position("trenggalek-dinkes.b-bidan-b")).toMatchObject({
      name: "<b>Bidan</b>",
      holders: [{ username: "cmd.calca0" }],
    });
    const { temporaryPassword: password } = done.accounts[0];
    const client = await desk.driver.api.signIn("agus.setiawan", { password });
    const { me } = await desk.driver.api.gql(client, "{ me { mustChangePassword name } }");
    expect(me).toEqual({ mustChangePassword: true, name: "Agus Setiawan, S.Kom." });
    const [newest, ...acts] = (await desk.entries({ officeId })).toReversed();
    expect(newest).toMatchObject({
      action: "PEOPLE_IMPORTED",
      changes: [
        { field: "made", after: "4" },
        { field: "changed", after: "0" },
        { field: "positions", after: "3" },
        { field: "holders", after: "4" },
      ],
    });
    expect(acts.map(({ action }) => action).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => "HOLDER_APPOINTED"),
      ...Array.from({ length: 4 }, () => "PERSON_CREATED"),
      ...Array.from({ length: 3 }, () => "POSITION_CREATED"),
    ]);
  });

  test("of the same table again changes nothing, of a corrected one only that", async () => {
    const same = await preview(table([rows[0]!, rows[2]!]));
    expect(same.rows).toMatchObject([{ state: "SAME" }, { state: "SAME" }]);
    const corrected = [
      { ...rows[0], name: "Agus Setiawan, M.Kom.", roles: ["APPROVER"] },
      { ...rows[2], nip: "199012312024212001" },
    ];
    const told = await preview(table(corrected));
    expect(told.rows).toMatchObject([
      { state: "CHANGED", previousName: "Agus Setiawan, S.Kom.", addedRoles: ["APPROVER"] },
      { state: "CHANGED", addsNip: true, appoints: false },
    ]);
    const done = await desk.do("importPeople", table(corrected));
    expect(done).toMatchObject({
      counts: { made: 0, changed: 2, positions: 0, holders: 0 },
      accounts: [],
    });
    expect((await desk.person("agus.setiawan")).roles).toEqual(["APPROVER", "MANAGER"]);
  });

  test("of somebody with two positions makes one account", async () => {
    const twice = ["Apoteker", "Kepala Gudang"].map((position) => ({
      name: "Wahyu",
      nip: "197001012000031001",
      position,
    }));
    const done = await desk.do("importPeople", table(twice));
    expect(done.counts).toMatchObject({ made: 1, positions: 2, holders: 2 });
  });

  test("with one wrong row does nothing, and each row says what is wrong with it", async () => {
    const before = await counts();
    const wrong = table([
      { name: "Baik Saja" },
      { name: " " },
      { nip: "12345" },
      { username: "budi", name: "Bukan Budi" },
      { username: "pemohon", name: "Pemohon Lain" },
      { name: "Sama Satu", nip: "197501012000032001" },
      { name: "Lain Sekali", nip: "197501012000032001" },
      { name: "Dobel", position: "Perawat" },
      { name: "Dobel", position: "PERAWAT" },
      { name: "x".repeat(201) },
    ]);
    const { rows: told } = await preview(wrong);
    expect(told.map(({ problems }: AnyData) => problems.map(({ code }: AnyData) => code))).toEqual([
      [],
      ["INVALID"],
      ["WRONG_NIP"],
      ["DUPLICATE_USERNAME"],
      ["DUPLICATE_USERNAME"],
      [],
      ["DUPLICATE_NIP"],
      [],
      ["OVERLAP"],
      ["TOO_LARGE"],
    ]);
    expect((await desk.act("importPeople", wrong)).userErrors).toMatchObject([
      { code: "IMPORT_REFUSED", field: "input.rows" },
    ]);
    expect(await counts()).toEqual(before);
  });

  test("is refused whole where it is too large, of a past day, or by others", async () => {
    const many = table(Array.from({ length: 501 }, () => ({})));
    expect((await preview(many)).userErrors).toMatchObject([{ code: "TOO_LARGE" }]);
    expect((await desk.act("importPeople", many)).userErrors).toMatchObject([
      { code: "TOO_LARGE", field: "input.rows" },
    ]);
    expect((await preview(table([{}], { firstDay: "2026-08-09" }))).userErrors).toMatchObject([
      { code: "DATE_PAST", field: "input.firstDay" },
    ]);
    expect((await preview(table([{}]), "kadis")).userErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await desk.act("importPeople", table([{}]), "manajer")).userErrors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
  });

  test("of the same people by two admins at once makes each of them once", async () => {
    const rina = await desk.person("rina");
    const roles = { personId: rina.id, revision: rina.revision, roles: ["ADMIN"] };
    await desk.do("setPersonRoles", roles);
    const people = table(
      Array.from({ length: 5 }, (_, at) => ({
        name: `Bersama ${"ABCDE"[at]}`,
        nip: `19850101200501100${at + 1}`,
        position: "Sanitarian",
      })),
    );
    const both = await Promise.all([
      desk.act("importPeople", people),
      desk.act("importPeople", people, "rina"),
    ]);
    expect(both.some(({ userErrors }) => userErrors.length === 0)).toBe(true);
    const row = await desk.driver.api.database.reader.get<Row & { n: number }>(
      "SELECT COUNT(*) AS n FROM person WHERE name LIKE 'Bersama %'",
      [],
    );
    expect(Number(row?.n)).toBe(5);
    const positions = await desk.driver.api.database.reader.get<Row & { n: number }>(
      "SELECT COUNT(*) AS n FROM position WHERE name = 'Sanitarian'",
      [],
    );
    expect(Number(positions?.n)).toBe(1);
  });
});

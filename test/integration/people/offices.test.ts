import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OfficeDesk } from "./office-desk.js";

let desk: OfficeDesk;

beforeAll(async () => {
  desk = await OfficeDesk.start();
});
afterAll(() => desk?.driver.stop());

const kominfo = "trenggalek-kominfo";

describe("offices", () => {
  test("are added and changed, once for one key, by the admin alone", async () => {
    const input = {
      name: "  Dinas   Perhubungan\n",
      government: "Pemerintah Kabupaten Trenggalek",
      timeZone: "Asia/Makassar",
      idempotencyKey: "dishub",
    };
    const { office } = await desk.do("createOffice", input);
    expect(office).toMatchObject({
      code: "dinas-perhubungan",
      name: "Dinas Perhubungan",
      timeZone: "Asia/Makassar",
      revision: 0,
    });
    expect((await desk.do("createOffice", input)).office.id).toBe(office.id);
    const changed = {
      officeId: office.id,
      revision: 0,
      name: "Dinas Perhubungan Daerah",
      timeZone: "Asia/Jakarta",
    };
    expect((await desk.do("updateOffice", changed)).office).toMatchObject({
      code: "dinas-perhubungan",
      government: null,
      revision: 1,
    });
    expect((await desk.act("updateOffice", changed)).userErrors).toMatchObject([
      { code: "CONFLICT", field: "input.revision" },
    ]);
    expect((await desk.act("createOffice", input, "kadis")).userErrors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    // The calendar's own history says so, too, and open deadlines follow the clocks.
    const { workingCalendar } = await desk.driver.gql(
      "admin",
      `query ($id: ID) { workingCalendar(officeId: $id) {
        changes(first: 1) { nodes { fields { field } } } } }`,
      { id: office.id },
    );
    expect(workingCalendar.changes.nodes).toEqual([{ fields: [{ field: "timeZone" }] }]);
    const [last] = await desk.entries({ officeId: office.id, action: "OFFICE_UPDATED" });
    expect(last).toMatchObject({
      actorName: "Ratna Wulandari",
      subjectId: office.id,
      changes: [
        { field: "name", before: "Dinas Perhubungan", after: "Dinas Perhubungan Daerah" },
        { field: "government", before: "Pemerintah Kabupaten Trenggalek", after: null },
        { field: "timeZone", before: "Asia/Makassar", after: "Asia/Jakarta" },
      ],
    });
  });

  test.each([
    [{ name: "  " }, "INVALID", "input.name"],
    [{ name: "x".repeat(201) }, "TOO_LARGE", "input.name"],
    [{ timeZone: "Europe/Berlin" }, "INVALID", "input.timeZone"],
    [{ code: "Trenggalek-Kominfo" }, "DUPLICATE_CODE", "input.code"],
    [{ code: "../etc" }, "INVALID", "input.code"],
  ])("refuse %j", async (wrong, code, field) => {
    const input = { name: "Dinas X", timeZone: "Asia/Jakarta", ...wrong };
    expect((await desk.act("createOffice", input)).userErrors).toMatchObject([{ code, field }]);
  });
});

describe("positions", () => {
  test("stand under one another, never in a ring, also when two are moved at once", async () => {
    const { id: officeId } = await desk.office("trenggalek-dinkes");
    const make = async (name: string, superiorId: string | null = null) =>
      (await desk.do("createPosition", { officeId, name, superiorId })).position;
    const head = await make("Kepala");
    const middle = await make("Kepala Bidang", head.id);
    expect(middle).toMatchObject({
      code: "trenggalek-dinkes.kepala-bidang",
      superior: { id: head.id },
    });
    expect((await make("Kepala Bidang")).code).toBe("trenggalek-dinkes.kepala-bidang-2");
    const under = { positionId: head.id, name: "Kepala", isHead: true, superiorId: middle.id };
    expect((await desk.act("updatePosition", { ...under, revision: 0 })).userErrors).toMatchObject([
      { code: "SUPERIOR_CYCLE", field: "input.superiorId" },
    ]);
    const [one, other] = [await make("Satu"), await make("Dua")];
    const both = await Promise.all(
      [
        [one, other],
        [other, one],
      ].map(([low, high]) =>
        desk.act("updatePosition", {
          positionId: low.id,
          revision: 0,
          name: low.name,
          isHead: false,
          superiorId: high.id,
        }),
      ),
    );
    expect(both.flatMap(({ userErrors }) => userErrors)).toMatchObject([
      { code: "SUPERIOR_CYCLE" },
    ]);
  });

  test("have one head for each office", async () => {
    const { id: officeId } = await desk.office(kominfo);
    const input = { officeId, name: "Kepala Kedua", isHead: true };
    const { userErrors } = await desk.act("createPosition", input);
    expect(userErrors).toMatchObject([{ code: "DUPLICATE_HEAD", field: "input.isHead" }]);
    expect(userErrors[0].message).toContain("Kepala Dinas");
  });

  test("stay while an SOP in force has a lane for them, and say for which", async () => {
    const position = await desk.position(`${kominfo}.kabid-aptika`);
    const retiring = { positionId: position.id, revision: position.revision, retired: true };
    const { userErrors } = await desk.act("setPositionRetired", retiring);
    expect(userErrors).toMatchObject([{ code: "POSITION_IN_USE" }]);
    expect(userErrors[0].message).toContain("Pengelolaan Layanan TIK");
  });

  test("are taken out of use with their holders, and come back vacant", async () => {
    const { id: officeId } = await desk.office(kominfo);
    const { position } = await desk.do("createPosition", { officeId, name: "Juru Ketik" });
    const budi = await desk.person("budi");
    const appointing = { positionId: position.id, personId: budi.id, capacity: "DEFINITIVE" };
    const { driver } = desk;
    await driver.mutate(
      "admin",
      "appointHolder",
      { ...appointing, firstDay: "2026-08-10" },
      "appointment { id }",
    );
    const retiring = { positionId: position.id, revision: 0, retired: true };
    expect((await desk.do("setPositionRetired", retiring)).position).toMatchObject({
      retired: true,
      holders: [],
    });
    const listed = await driver.gql("admin", "{ positions { id } }");
    expect(listed.positions).not.toContainEqual({ id: position.id });
    const again = await driver.mutate(
      "admin",
      "appointHolder",
      { ...appointing, firstDay: "2026-08-11" },
      "appointment { id }",
    );
    expect(again.userErrors).toMatchObject([{ code: "POSITION_RETIRED" }]);
    const [entry] = await desk.entries({ subjectId: position.id, action: "POSITION_RETIRED" });
    expect(entry.changes).toEqual([{ field: "holders", before: budi.name, after: null }]);
    const back = { positionId: position.id, revision: 1, retired: false };
    expect((await desk.do("setPositionRetired", back)).position).toMatchObject({
      retired: false,
      holders: [],
    });
  });

  test("stay while another stands under them", async () => {
    const { id: officeId } = await desk.office(kominfo);
    const { position } = await desk.do("createPosition", { officeId, name: "Atas" });
    await desk.do("createPosition", { officeId, name: "Bawah", superiorId: position.id });
    const retiring = { positionId: position.id, revision: 0, retired: true };
    expect((await desk.act("setPositionRetired", retiring)).userErrors).toMatchObject([
      { code: "HAS_SUBORDINATES" },
    ]);
  });
});

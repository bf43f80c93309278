import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { addHolder, addPerson, write } from "../cases/people-of-the-test.js";
import { AppointmentDesk } from "./appointment-desk.js";

let desk: AppointmentDesk;

beforeAll(async () => {
  desk = await AppointmentDesk.start();
  await addPerson(desk.driver.api, "keluar", "budi");
  await write(desk.driver.api, "UPDATE person SET disabled_at = 1 WHERE username = ?", ["keluar"]);
  await desk.learn();
});
afterAll(() => desk?.stop());
beforeEach(() => desk.beginStretch());

const day = (count: number): string => desk.day(count);

const leave = (
  standIn: string,
  firstDay: string,
  lastDay: string,
  positions?: string[],
): object => ({
  firstDay,
  lastDay,
  standInId: desk.person(standIn),
  ...(positions && { positionIds: positions.map((code) => desk.position(code)) }),
});

const leavesOf = async (by: string, username: string): Promise<AnyData[] | null> => {
  const { node } = await desk.driver.gql(
    by,
    `query ($id: ID!) { node(id: $id) { ... on Person {
      leaves(states: [PAST, CURRENT, UPCOMING]) { id state firstDay lastDay } } } }`,
    { id: desk.person(username) },
  );
  return node?.leaves ?? null;
};

describe("a leave", () => {
  test("makes the stand-in Plh. for these days, and leaves the holder what they hold", async () => {
    const made = await desk.done("kabid", "reportLeave", leave("kasiaplikasi", day(1), day(3)));
    expect(made).toMatchObject({
      state: "UPCOMING",
      firstDay: day(1),
      lastDay: day(3),
      canCancel: true,
      person: { username: "kabid" },
      standIn: { username: "kasiaplikasi" },
    });
    expect(made.appointments).toEqual([
      expect.objectContaining({
        capacity: "PLH",
        firstDay: day(1),
        lastDay: day(3),
        person: expect.objectContaining({ username: "kasiaplikasi" }),
        position: { code: "trenggalek-kominfo.kabid-aptika" },
        standsInFor: { username: "kabid" },
        appointedBy: { username: "kabid" },
        leave: { id: made.id },
      }),
    ]);
    for (const [moment, positions] of [
      [`${day(0)} 23:59:59.999`, ["kasi-aplikasi"]],
      [`${day(1)} 00:00`, ["kabid-aptika", "kasi-aplikasi"]],
      [`${day(3)} 23:59:59.999`, ["kabid-aptika", "kasi-aplikasi"]],
      [`${day(4)} 00:00`, ["kasi-aplikasi"]],
    ] as const) {
      desk.setClock(moment);
      expect(await desk.held("kasiaplikasi"), moment).toEqual(positions);
      expect(await desk.held("kabid"), moment).toEqual(["kabid-aptika"]);
    }
    expect((await leavesOf("kabid", "kabid"))!.at(-1)).toEqual({
      id: made.id,
      state: "PAST",
      firstDay: day(1),
      lastDay: day(3),
    });
    await desk.refused("ALREADY_OVER", "input.leaveId", "kabid", "cancelLeave", {
      leaveId: made.id,
    });
  });

  test("taken back before it begins never was, and one cut short ends at once", async () => {
    const before = (await leavesOf("kabid", "kabid"))!.length;
    const { id } = await desk.done("kabid", "reportLeave", leave("kasiaplikasi", day(1), day(3)));
    await desk.done("kabid", "cancelLeave", { leaveId: id });
    await desk.refused("ALREADY_OVER", "input.leaveId", "kabid", "cancelLeave", { leaveId: id });
    expect(await leavesOf("kabid", "kabid")).toHaveLength(before);
    expect(await desk.book("kabid-aptika", ["UPCOMING"])).toEqual([]);

    const second = await desk.done("kabid", "reportLeave", leave("sekdin", day(1), day(5)));
    desk.setClock(`${day(2)} 09:30`);
    expect(await desk.held("sekdin")).toEqual(["kabid-aptika", "sekretaris"]);
    const cut = await desk.done("admin", "cancelLeave", { leaveId: second.id });
    expect(cut).toMatchObject({ state: "PAST", firstDay: day(1), lastDay: day(2) });
    expect(cut.appointments[0]).toMatchObject({
      lastDay: day(2),
      endsAt: `${day(2)}T02:30:00.000Z`,
    });
    expect(await desk.held("sekdin")).toEqual(["sekretaris"]);
    expect(await leavesOf("kabid", "kabid")).toHaveLength(before + 1);
  });

  test("counts for each position that is held, or for those that are chosen", async () => {
    const { api } = desk.driver;
    await addPerson(api, "rangkap", "budi", { position: "trenggalek-kominfo.staf-iatik" });
    await addHolder(api, "rangkap", "trenggalek-kominfo.agendaris");
    await desk.learn();
    const both = await desk.done("rangkap", "reportLeave", leave("rina", day(1), day(1)));
    const codes = (made: AnyData) =>
      made.appointments.map(({ position }: AnyData) => position.code.split(".")[1]).sort();
    expect(codes(both)).toEqual(["agendaris", "staf-iatik"]);
    const one = await desk.done(
      "rangkap",
      "reportLeave",
      leave("rina", day(2), day(2), ["agendaris"]),
    );
    expect(codes(one)).toEqual(["agendaris"]);
    // Another stands in for the other position on the same day.
    const other = leave("dedi", day(2), day(2), ["staf-iatik"]);
    expect(codes(await desk.done("rangkap", "reportLeave", other))).toEqual(["staf-iatik"]);
    // Wati holds one of the two herself and works it as it is; she need not be Plh. of it.
    expect(codes(await desk.done("rangkap", "reportLeave", leave("wati", day(4), day(5))))).toEqual(
      ["agendaris"],
    );
  });

  test("covers what one holds only for some of its days, and what one is acting in", async () => {
    const acting = desk.appointment("kasi-litik", "sekdin", "PLH", day(2), day(4), "kasilitik");
    await desk.done("admin", "appointHolder", acting);
    const made = await desk.done("sekdin", "reportLeave", leave("agendaris", day(3), day(8)));
    const days = made.appointments.map((each: AnyData) => [
      each.position.code.split(".")[1],
      each.firstDay,
      each.lastDay,
      each.standsInFor.username,
    ]);
    expect(days.sort()).toEqual([
      ["kasi-litik", day(3), day(4), "sekdin"],
      ["sekretaris", day(3), day(8), "sekdin"],
    ]);
  });

  test("whoever stood in for somebody acting ends with them", async () => {
    const first = await desk.done("kasilitik", "reportLeave", leave("sekdin", day(1), day(9)));
    await desk.done("sekdin", "reportLeave", leave("agendaris", day(3), day(5)));
    desk.setClock(`${day(2)} 09:00`);
    await desk.done("kasilitik", "cancelLeave", { leaveId: first.id });
    desk.setClock(`${day(3)} 09:00`);
    expect(await desk.held("agendaris")).toEqual(["agendaris", "sekretaris"]);
    expect(await desk.held("sekdin")).toEqual(["sekretaris"]);
  });
});

describe("a leave is refused", () => {
  const cases: [string, string | null, string, () => object][] = [
    ["SELF_APPOINTMENT", "input.standInId", "kabid", () => leave("kabid", day(1), day(2))],
    ["ANOTHER_OFFICE", "input.standInId", "kabid", () => leave("anton", day(1), day(2))],
    ["PERSON_DISABLED", "input.standInId", "kabid", () => leave("keluar", day(1), day(2))],
    ["DATE_PAST", "input.firstDay", "kabid", () => leave("sekdin", day(-1), day(2))],
    ["DATES_REVERSED", "input.lastDay", "kabid", () => leave("sekdin", day(2), day(1))],
    ["NOT_A_HOLDER", null, "manajer", () => leave("sekdin", day(1), day(2))],
    [
      "NOT_A_HOLDER",
      "input.positionIds",
      "kabid",
      () => leave("sekdin", day(1), day(2), ["agendaris"]),
    ],
    [
      "NOT_A_HOLDER",
      "input.positionIds",
      "kabid",
      () => leave("sekdin", day(1), day(2), ["kabid-aptika", "agendaris"]),
    ],
    ["INVALID", "input.positionIds", "kabid", () => leave("sekdin", day(1), day(2), [])],
    [
      "NOT_FOUND",
      "input.standInId",
      "kabid",
      () => ({ ...leave("sekdin", day(1), day(2)), standInId: desk.position("helpdesk") }),
    ],
  ];
  test.each(cases)("%s at %s to %s", async (code, field, by, input) => {
    await desk.refused(code, field, by, "reportLeave", input());
  });

  test("where it overlaps with another, or the stand-in is away", async () => {
    await desk.done("kabid", "reportLeave", leave("sekdin", day(3), day(5)));
    for (const [from, to] of [
      [3, 3],
      [5, 9],
      [1, 3],
      [0, 9],
    ] as const) {
      const input = leave("kasiaplikasi", day(from), day(to));
      await desk.refused("OVERLAP", "input.firstDay", "kabid", "reportLeave", input);
    }
    const away = (from: number, to: number) => leave("kabid", day(from), day(to));
    await desk.refused("STAND_IN_AWAY", "input.standInId", "kadis", "reportLeave", away(5, 6));
    const acting = desk.appointment("kepala-dinas", "kabid", "PLH", day(1), day(3), "kadis");
    await desk.refused("STAND_IN_AWAY", "input.personId", "admin", "appointHolder", acting);
    await desk.done("kadis", "reportLeave", away(6, 6));
    await desk.done("kabid", "reportLeave", leave("sekdin", day(7), day(7)));
  });

  test("of two at the same time one", async () => {
    const payloads = await Promise.all(
      ["sekdin", "kasiaplikasi", "rina"].map((standIn) =>
        desk.driver.mutate("kabid", "reportLeave", leave(standIn, day(1), day(2)), "leave { id }"),
      ),
    );
    expect(payloads.filter((payload) => payload.leave !== null)).toHaveLength(1);
    expect(await desk.book("kabid-aptika", ["UPCOMING"])).toHaveLength(1);
  });

  test("to be cancelled by others, who see it where they are of the office", async () => {
    const { id } = await desk.done("kabid", "reportLeave", leave("sekdin", day(1), day(2)));
    const cancel = { leaveId: id };
    for (const by of ["sekdin", "manajer", "kadis"]) {
      await desk.refused("FORBIDDEN", null, by, "cancelLeave", cancel);
    }
    for (const by of ["pemohon", "pkykadis"]) {
      await desk.refused("NOT_FOUND", "input.leaveId", by, "cancelLeave", cancel);
      expect(await leavesOf(by, "kabid")).toBeNull();
    }
    expect((await leavesOf("budi", "kabid"))!.at(-1)).toMatchObject({ id });
  });
});

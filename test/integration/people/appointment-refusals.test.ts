import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { addPerson, write } from "../cases/people-of-the-test.js";
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

const kabid = "kabid-aptika";

describe("an appointment is refused", () => {
  const act = (...args: Parameters<AppointmentDesk["appointment"]>) => desk.appointment(...args);
  const cases: [string, string | null, string, () => object][] = [
    ["DATE_PAST", "input.firstDay", "admin", () => act(kabid, "sekdin", "PLH", day(-1), day(2))],
    ["DATES_REVERSED", "input.lastDay", "admin", () => act(kabid, "sekdin", "PLT", day(3), day(2))],
    [
      "LAST_DAY_REQUIRED",
      "input.lastDay",
      "admin",
      () => act(kabid, "sekdin", "PLH", day(0), null),
    ],
    [
      "LAST_DAY_REQUIRED",
      "input.lastDay",
      "admin",
      () => act(kabid, "sekdin", "PLT", day(0), null),
    ],
    [
      "PERSON_DISABLED",
      "input.personId",
      "admin",
      () => act(kabid, "keluar", "PLH", day(0), day(1)),
    ],
    ["ANOTHER_OFFICE", "input.personId", "admin", () => act(kabid, "anton", "PLH", day(0), day(1))],
    [
      "ANOTHER_OFFICE",
      "input.personId",
      "admin",
      () => act(kabid, "pemohon", "DEFINITIVE", day(0), null),
    ],
    [
      "SELF_APPOINTMENT",
      "input.personId",
      "admin",
      () => act(kabid, "admin", "PLT", day(0), day(1)),
    ],
    [
      "SELF_APPOINTMENT",
      "input.personId",
      "kadis",
      () => act(kabid, "kadis", "PLH", day(0), day(1)),
    ],
    [
      "SELF_APPOINTMENT",
      "input.standsInForId",
      "admin",
      () => act(kabid, "budi", "PLH", day(0), day(1), "budi"),
    ],
    [
      "NOT_A_HOLDER",
      "input.standsInForId",
      "admin",
      () => act(kabid, "budi", "PLH", day(0), day(1), "siti"),
    ],
    [
      "INVALID",
      "input.standsInForId",
      "admin",
      () => act(kabid, "budi", "DEFINITIVE", day(0), day(1), "kabid"),
    ],
    ["OVERLAP", "input.firstDay", "admin", () => act(kabid, "kabid", "DEFINITIVE", day(0), null)],
    ["OVERLAP", "input.firstDay", "admin", () => act(kabid, "kabid", "PLT", day(0), day(1))],
    ["FORBIDDEN", null, "manajer", () => act(kabid, "budi", "DEFINITIVE", day(0), null)],
    ["FORBIDDEN", null, "kadis", () => act(kabid, "budi", "DEFINITIVE", day(0), null)],
    ["FORBIDDEN", null, "kabid", () => act(kabid, "budi", "PLH", day(0), day(1))],
    ["FORBIDDEN", null, "loket", () => act(kabid, "budi", "PLH", day(0), day(1))],
    ["FORBIDDEN", null, "pkykadis", () => act(kabid, "budi", "PLH", day(0), day(1))],
    [
      "NOT_FOUND",
      "input.personId",
      "admin",
      () => ({ ...act(kabid, "budi", "PLH", day(0), day(1)), personId: desk.position(kabid) }),
    ],
    [
      "NOT_FOUND",
      "input.positionId",
      "admin",
      () => ({ ...act(kabid, "budi", "PLH", day(0), day(1)), positionId: desk.person("budi") }),
    ],
  ];
  test.each(cases)("%s at %s to %s", async (code, field, by, input) => {
    await desk.refused(code, field, by, "appointHolder", input());
  });

  test("for a day that the calendar has not got, before anything is done", async () => {
    for (const firstDay of [
      "2026-02-30",
      "2026-13-01",
      "besok",
      "2026-08-10T00:00:00Z",
      "",
      "9999-01-01",
    ]) {
      const input = desk.appointment(kabid, "sekdin", "PLH", firstDay, "2026-12-31");
      const { errors } = await desk.driver.api.send(
        await desk.driver.as("admin"),
        "mutation ($input: AppointHolderInput!) { appointHolder(input: $input) { userErrors { code } } }",
        { input },
      );
      expect(errors?.[0]?.extensions["code"], firstDay).toBe("BAD_USER_INPUT");
    }
  });

  test("where two would act at once, unless each for another", async () => {
    const first = await desk.done(
      "admin",
      "appointHolder",
      desk.appointment("fungsional", "joko", "PLH", day(2), day(4), "budi"),
    );
    const refused = (input: object) =>
      desk.refused("OVERLAP", "input.firstDay", "admin", "appointHolder", input);
    await refused(desk.appointment("fungsional", "wati", "PLH", day(4), day(6), "budi"));
    await refused(desk.appointment("fungsional", "wati", "PLT", day(0), day(2)));
    await refused(desk.appointment("fungsional", "joko", "PLH", day(3), day(3), "siti"));
    for (const [person, from, to, absent] of [
      ["wati", day(5), day(6), "budi"],
      ["rina", day(2), day(4), "siti"],
      // Whoever is acting may be away too.
      ["dedi", day(3), day(3), "joko"],
    ] as const) {
      const input = desk.appointment("fungsional", person, "PLH", from, to, absent);
      await desk.done("admin", "appointHolder", input);
    }
    // Those who stand in for somebody acting end with them.
    await desk.done("admin", "endAppointment", { appointmentId: first.id });
    const left = (await desk.book("fungsional", ["UPCOMING"])).map(({ person }) => person.username);
    expect(left).toEqual(["rina", "wati"]);
  });

  test("of two at the same time one", async () => {
    const inputs = ["joko", "wati", "rina", "dedi"].map((person) =>
      desk.appointment("kasi-litik", person, "PLT", day(1), day(3)),
    );
    const payloads = await Promise.all(
      inputs.map((input) =>
        desk.driver.mutate("admin", "appointHolder", input, "appointment { id }"),
      ),
    );
    expect(payloads.filter(({ appointment }) => appointment !== null)).toHaveLength(1);
    const codes = payloads.flatMap(({ userErrors }) =>
      userErrors.map((error: AnyData) => error.code),
    );
    expect(codes).toEqual(["OVERLAP", "OVERLAP", "OVERLAP"]);
    expect(await desk.book("kasi-litik", ["UPCOMING"])).toHaveLength(1);
  });
});

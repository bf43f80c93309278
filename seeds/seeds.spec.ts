import { describe, expect, it } from "vitest";
import { readSeed } from "../server/features/people/seed-files.js";
import { procedureFacts } from "./procedure-facts.js";
import type { Calendar, DemoOffice, HolidayTable } from "./seed-shapes.js";

const office = readSeed<DemoOffice>("office/demo-office.json");
const sorted = (values: Iterable<string>): string[] => [...values].toSorted();
const holdersOf = (position: string): string[] =>
  office.people.filter((p) => p.positions.includes(position)).map((p) => p.username);
const minutes = (clock: string): number => {
  const [hours, rest] = clock.split(":").map(Number);
  return hours! * 60 + rest!;
};

describe("the demo office", () => {
  it("refers only to what exists and repeats no key", () => {
    const offices = office.offices.map((o) => o.code);
    const positions = office.positions.map((p) => p.code);
    const usernames = office.people.map((p) => p.username);
    for (const keys of [offices, positions, usernames])
      expect(new Set(keys).size).toBe(keys.length);
    for (const position of office.positions) {
      expect(offices).toContain(position.office);
      expect(position.code.startsWith(`${position.office}.`)).toBe(true);
      expect(holdersOf(position.code).length).toBeGreaterThan(0);
    }
    for (const person of office.people) {
      expect(offices).toContain(person.office);
      expect(person.username).toMatch(/^[a-z][a-z0-9]{2,15}$/);
      for (const held of person.positions) expect(positions).toContain(held);
      for (const role of person.roles) {
        expect(["ADMIN", "APPROVER", "MANAGER", "FRONT_DESK"]).toContain(role);
      }
    }
  });

  it("has one head for each office that owns SOPs", () => {
    const heads = office.positions.filter((p) => p.head === true).map((p) => p.office);
    expect(sorted(heads)).toEqual(sorted(new Set(procedureFacts.map((facts) => facts.office))));
  });

  it("has the people that the demo needs", () => {
    const person = (username: string) => office.people.find((p) => p.username === username);
    expect(person("admin")?.roles).toEqual(["ADMIN"]);
    expect(person("kadis")).toMatchObject({
      roles: ["APPROVER"],
      positions: ["trenggalek-kominfo.kepala-dinas"],
    });
    expect(person("manajer")?.roles).toEqual(["MANAGER"]);
    expect(person("loket")?.roles).toEqual(["FRONT_DESK"]);
    const requester = { office: "trenggalek-dinkes", roles: [], positions: [] };
    expect(person("pemohon")).toMatchObject(requester);
    const shared = office.positions.filter((p) => holdersOf(p.code).length > 1);
    expect(shared.map((p) => p.code)).toEqual([
      "trenggalek-kominfo.fungsional",
      "trenggalek-kominfo.staf-iatik",
      "trenggalek-kominfo.helpdesk",
      "palangkaraya-kominfo.pelaksana",
      "palangkaraya-kominfo.tim-kegiatan",
    ]);
    expect(office.tokens.map((t) => t.scopes)).toEqual([
      ["cases:start", "cases:read", "tasks:read", "sops:read"],
    ]);
  });
});

describe("the holiday tables", () => {
  it.each([
    [2025, 17, 11],
    [2026, 17, 8],
    [2027, 18, 8],
  ])("%i has %i holidays and %i days of joint leave", (year, holidays, jointLeave) => {
    const table = readSeed<HolidayTable>(`holidays/${year}.json`);
    expect(table.year).toBe(year);
    expect(table.basis).not.toBe("");
    expect([table.holidays.length, table.jointLeave.length]).toEqual([holidays, jointLeave]);
    for (const days of [table.holidays, table.jointLeave]) {
      const dates = days.map((day) => day.date);
      expect(dates).toEqual(sorted(new Set(dates)));
      for (const date of dates) {
        expect(date.startsWith(`${year}-`)).toBe(true);
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }
    }
  });
});

describe("the default calendar", () => {
  const calendar = readSeed<Calendar>("calendar/default.json");

  it("has 7 h 30 on each working day and 37 h 30 a week", () => {
    const days = Object.values(calendar.weekly).map((spans) =>
      spans.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0),
    );
    expect(Object.keys(calendar.weekly)).toEqual(["1", "2", "3", "4", "5"]);
    expect(days).toEqual([450, 450, 450, 450, 450]);
    expect(calendar.minutesPerWorkingDay).toBe(450);
  });

  it("breaks for 60 minutes from Monday to Thursday and for 90 on Friday", () => {
    const pauses = Object.values(calendar.weekly).map(
      ([first, second]) => minutes(second![0]) - minutes(first![1]),
    );
    expect(pauses).toEqual([60, 60, 60, 60, 90]);
  });
});

import { expect, test } from "vitest";
import type { CalendarDefinition, Holiday } from "./calendar-definition.js";
import {
  calendarFields,
  fieldChanges,
  fieldText,
  holidayFields,
  holidaysFromFields,
  mergeFields,
  saysJointLeave,
} from "./calendar-fields.js";
import { fieldWords } from "./field-words.js";
import { calendarFromFields } from "./calendar-from-fields.js";

const base: CalendarDefinition = {
  name: "Dinas",
  timeZone: "Asia/Jakarta",
  minutesPerWorkingDay: 450,
  weekly: {
    1: [
      ["07:30", "12:00"],
      ["13:00", "16:00"],
    ],
    5: [["07:30", "11:30"]],
  },
  periods: [
    { from: "2027-02-08", to: "2027-03-09", name: "Ramadan", weekly: { 1: [["08:00", "15:00"]] } },
  ],
  daysOff: [{ date: "2027-05-03", name: "Hari jadi" }],
  extraDays: [{ date: "2027-05-08", name: "Pengganti", hours: [["08:00", "12:00"]] }],
  worksThrough: ["2027-05-07"],
};

test("a calendar is what its fields are", () => {
  expect(calendarFromFields(calendarFields(base))).toEqual(base);
});

test("names what differs, in values that people can read", () => {
  const after = { ...base, minutesPerWorkingDay: 480, weekly: { 1: base.weekly["1"]!, 2: [] } };
  const changes = fieldChanges(calendarFields(base), calendarFields(after));
  expect(
    changes.map(({ field, before, after: is }) => [field, fieldText(before), fieldText(is)]),
  ).toEqual([
    ["minutesPerWorkingDay", "450", "480"],
    ["weekly.5", "07:30–11:30", null],
  ]);
  expect(fieldText(calendarFields(base).get("weekly.1")!)).toBe("07:30–12:00, 13:00–16:00");
  expect(fieldText(calendarFields(base).get("period.2027-02-08")!)).toBe(
    "2027-02-08 – 2027-03-09 · Ramadan · Sen 08:00–15:00",
  );
});

test("puts together what two people changed, and names what both did", () => {
  const fields = calendarFields(base);
  const mine = calendarFields({ ...base, minutesPerWorkingDay: 480, daysOff: [] });
  const theirs = calendarFields({
    ...base,
    minutesPerWorkingDay: 420,
    daysOff: [...(base.daysOff ?? []), { date: "2027-06-02", name: "Pindah" }],
  });
  const merged = mergeFields(fields, mine, theirs);
  expect(merged.clashes).toEqual(["minutesPerWorkingDay"]);
  expect(calendarFromFields(merged.fields)).toEqual({
    ...base,
    minutesPerWorkingDay: 480,
    daysOff: [{ date: "2027-06-02", name: "Pindah" }],
  });
  expect(mergeFields(fields, mine, mine).clashes).toEqual([]);
});

test("says the kind of a holiday in either language", () => {
  const day: Holiday = { date: "2027-12-24", name: "Natal", kind: "JOINT_LEAVE", basis: "SKB" };
  const [value = null] = holidayFields([day]).values();
  expect(fieldText(value)).toBe("Natal · cuti bersama · SKB");
  expect(fieldText(value, fieldWords.en)).toBe("Natal · joint leave · SKB");
});

test("a holiday's text says whether it is joint leave, in both languages", () => {
  const text = (kind: Holiday["kind"], name: string, language: "id" | "en") => {
    const day: Holiday = { date: "2027-12-24", name, kind, basis: "SKB" };
    const [value = null] = holidayFields([day]).values();
    return fieldText(value, fieldWords[language]) ?? "";
  };
  for (const language of ["id", "en"] as const) {
    expect(saysJointLeave(text("JOINT_LEAVE", "Natal", language))).toBe(true);
    expect(saysJointLeave(text("HOLIDAY", "Natal", language))).toBe(false);
    expect(saysJointLeave(text("HOLIDAY", "cuti bersama", language))).toBe(false);
  }
});

test("holidays are what their fields are, by date", () => {
  const days: readonly Holiday[] = [
    { date: "2027-01-01", name: "Tahun Baru", kind: "HOLIDAY", basis: "SKB" },
    { date: "2027-12-24", name: "Cuti Bersama", kind: "JOINT_LEAVE", basis: "SKB" },
  ];
  expect(holidaysFromFields(holidayFields(days.toReversed()))).toEqual(days);
});

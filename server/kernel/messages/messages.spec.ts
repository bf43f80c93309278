import { expect, test } from "vitest";
import { UserErrorCode } from "../refusal.js";
import { englishMessages } from "./english-messages.js";
import { indonesianMessages } from "./indonesian-messages.js";
import { messageFor } from "./messages.js";

const codes = Object.keys(UserErrorCode) as UserErrorCode[];
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test("both languages have a text for every code, and no other", () => {
  expect(Object.keys(indonesianMessages).sort()).toEqual([...codes].sort());
  expect(Object.keys(englishMessages).sort()).toEqual([...codes].sort());
});

test.each(codes)("%s names the same values in both languages", (code) => {
  expect(placeholders(indonesianMessages[code])).toEqual(placeholders(englishMessages[code]));
});

test.each(codes)("%s reads well without values", (code) => {
  for (const locale of ["id", "en"] as const) {
    expect(messageFor(locale, code)).not.toMatch(/[{}[\]]|\s\s|\s$|\s\./);
  }
});

test("fills what is given and leaves the rest of the sentence whole", () => {
  expect(messageFor("en", "NOT_FOUND")).toBe("Not found.");
  expect(messageFor("en", "NOT_FOUND", { what: "SOP" })).toBe("Not found: SOP.");
  expect(messageFor("id", "NOT_YOUR_TASK", { name: "Sari {name}" })).toBe(
    "Tugas ini dipegang orang lain: Sari {name}.",
  );
});

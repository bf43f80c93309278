import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { paperWords, rules } from "../domain/index.js";
import { paperMarks } from "./features/paper/paper-marks.js";
import { problemTexts } from "./features/sops/problem-messages.js";
import { UserErrorCode } from "./kernel/refusal.js";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "messages" ? [] : sources(path);
    const isSource = entry.name.endsWith(".ts") && !entry.name.endsWith(".spec.ts");
    return isSource && entry.name !== "refusal.ts" ? [readFileSync(path, "utf8")] : [];
  });
}

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const code = [...sources(folderOf(".")), ...sources(folderOf("../domain"))].join("\n");

test("every refusal that has words is made somewhere", () => {
  const codes = Object.keys(UserErrorCode);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});

test("every rule's problem has words in both languages, and there are no others", () => {
  const own = ["connector-known", "connector-cycle", "connector-chain"];
  const wanted = [...rules.map(({ name }) => name), ...own].toSorted();
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
  for (const texts of Object.values(problemTexts)) {
    expect(Object.keys(texts).toSorted()).toEqual(wanted);
  }
  for (const [name, text] of Object.entries(problemTexts.id)) {
    const english = problemTexts.en[name as keyof typeof problemTexts.en];
    expect(blanks(english), name).toEqual(blanks(text));
    expect(english.trim(), name).not.toBe("");
  }
});

test("what is laid over paper, and its own words, are said in both languages", () => {
  const said = (marks: object) => Object.values(marks).map((mark) => mark !== null);
  expect(Object.keys(paperMarks.en)).toEqual(Object.keys(paperMarks.id));
  expect(said(paperMarks.en)).toEqual(said(paperMarks.id));
  for (const [name, text] of Object.entries(paperWords.id)) {
    const blanks = [...text.matchAll(/\{\w+\}/g)].map(String);
    const english = paperWords.en[name as keyof typeof paperWords.en];
    expect(
      blanks.every((blank) => english.includes(blank)),
      name,
    ).toBe(true);
    expect(code, name).toContain(name);
  }
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { levelOf, rules } from "../../../domain/index.js";
import { problemTexts } from "./problem-messages.js";

const guide = readFileSync(new URL("../../../docs/aturan.md", import.meta.url), "utf8");
const chapter = (title: string): string =>
  guide.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
const told = (part: string, pattern: RegExp): string[] =>
  [...part.matchAll(pattern)].map(([, name = ""]) => name).toSorted();

test("every rule is told to admins, in the chapter of how seriously it is taken", () => {
  const switchable = chapter("Aturan yang dapat diatur");
  const fixed = chapter("Bentuk gambar") + chapter("Agar berkas tidak pernah macet");
  const names = told(switchable, /^### (\S+)$/gm);
  expect(told(switchable, /^\| \[`(\S+?)`\]/gm)).toEqual(names);
  expect([...names, ...told(fixed, /^\| `(\S+?)` \|/gm)].toSorted()).toEqual(
    [...new Set([...rules.map(({ name }) => name), ...Object.keys(problemTexts.id)])].toSorted(),
  );
  for (const rule of rules) {
    expect(names.includes(rule.name), rule.name).toBe(rule.isSwitchable === true);
    if (rule.isSwitchable === true && rule.name !== "output-before-needed") {
      expect(levelOf(rule, {}), rule.name).toBe("WARNING");
    }
  }
});

test("its links lead to a heading", () => {
  const headings = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  );
  for (const link of told(guide, /\]\(#(\S+?)\)/g)) expect(headings).toContain(link);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawingWords } from "./drawing-words.js";
import { problemTexts } from "./problem-messages.js";

interface InterfaceTexts {
  readonly stepName: { readonly start: string; readonly end: string };
  readonly trace: { readonly after: { readonly chosen: string; readonly done: string } };
  readonly kind: { readonly fork: string; readonly join: string };
}
const textsOf = (locale: string): InterfaceTexts =>
  JSON.parse(
    readFileSync(new URL(`../../../admin-ui/texts/${locale}.json`, import.meta.url), "utf8"),
  ) as InterfaceTexts;

test.each(["id", "en"] as const)("%s: parts of a drawing are called as on the screen", (locale) => {
  const { kinds, decided, done } = drawingWords[locale];
  const { stepName, trace, kind } = textsOf(locale);
  expect([kinds.start, kinds.end]).toEqual([stepName.start, stepName.end]);
  expect(kinds.fork).toContain(kind.fork.toLowerCase());
  expect(kinds.join).toContain(kind.join.toLowerCase());
  const step = (pattern: string) =>
    pattern.replace("{{step}}", "x").replace("{{outcome}}", "Ya").toLowerCase();
  expect(step(trace.after.chosen)).toContain(decided("x", "Ya").toLowerCase());
  expect(step(trace.after.done)).toContain(done("x"));
});

test("what the screen has other words for is not said", () => {
  const other = {
    id: /tautkan|keluaran|simbol (?:mulai|selesai)|memutuskan|mencapai akhir/i,
    en: /\blinked\b|decides|comes to an end|leads nowhere/i,
  };
  for (const locale of ["id", "en"] as const) {
    for (const [rule, text] of Object.entries(problemTexts[locale])) {
      expect(text, rule).not.toMatch(other[locale]);
    }
  }
});

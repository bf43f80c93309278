import { expect, test } from "vitest";
import { connectorRules, rules } from "../../../domain/index.js";
import { isSoundnessRule } from "./soundness-sentences.js";
import { problemTexts } from "./problem-messages.js";

test("every rule's problem has words in both languages, and there are no others", () => {
  const wanted = [
    ...rules.map(({ name }) => name).filter((name) => !isSoundnessRule(name)),
    ...connectorRules,
  ].toSorted();
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

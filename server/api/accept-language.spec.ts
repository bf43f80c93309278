import { expect, test } from "vitest";
import { acceptLanguage } from "./accept-language.js";

test.each([
  [undefined, "id"],
  ["", "id"],
  ["en-GB,en;q=0.9,id;q=0.8", "en"],
  ["id-ID,id;q=0.9,en;q=0.8", "id"],
  ["en;q=0.1, in;q=0.9", "id"],
  ["fr, de, en;q=0.2", "en"],
  ["fr", "id"],
  ["en;q=0", "id"],
  [",;q=,;;", "id"],
])("%s → %s", (header, locale) => {
  expect(acceptLanguage(header)).toBe(locale);
});

import { expect, it } from "vitest";
import { isTooOld } from "./node-version.mjs";

it.each([
  ["v18.20.0", true],
  ["v20.20.2", true],
  ["v22.12.0", true],
  ["v22.13.0", false],
  ["v24.21.0", false],
])("knows whether %s is too old", (version, expected) => {
  expect(isTooOld(version)).toBe(expected);
});

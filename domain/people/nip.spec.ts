import { expect, test } from "vitest";
import { bareNip, findNipFault } from "./nip.js";

test("takes a number however it is spaced", () => {
  expect(bareNip("19800229 200501 1 002")).toBe("198002292005011002");
  expect(bareNip("19800229.200501-1.002")).toBe("198002292005011002");
});

test.each([
  ["198002292005011002", null],
  ["199012312024212001", null],
  ["19800229200501100", "LENGTH"],
  ["1980022920050110021", "LENGTH"],
  ["19800229200501100x", "LENGTH"],
  ["198102292005011002", "BIRTH"],
  ["198013012005011002", "BIRTH"],
  ["198002292005131002", "APPOINTMENT"],
  ["198002291985011002", "APPOINTMENT"],
  ["198002292060011002", "APPOINTMENT"],
  ["198002292005013002", "SEX"],
  ["198002292005011000", "SERIAL"],
])("%s: %s", (nip, fault) => {
  expect(findNipFault(nip)).toBe(fault);
});

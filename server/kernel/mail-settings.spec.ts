import { describe, expect, test } from "vitest";
import { isMailAddress, readMailAddress } from "./mail-settings.js";

describe("isMailAddress", () => {
  test.each(["budi@trenggalekkab.go.id", "a.b+c@kominfo.id", "budi@localhost.localdomain"])(
    "takes %s",
    (address) => expect(isMailAddress(address)).toBe(true),
  );
  test.each([
    "",
    "budi",
    "budi@kominfo",
    "budi@@kominfo.id",
    "budi@kominfo.id, siti@kominfo.id",
    "budi@kominfo.id\r\nBcc: siti@kominfo.id",
    "Budi <budi@kominfo.id>",
    `${"a".repeat(250)}@kominfo.id`,
  ])("refuses %j", (address) => expect(isMailAddress(address)).toBe(false));
});

test("a sender has a name, or the program's", () => {
  const address = "alur@kominfo.id";
  expect(readMailAddress("Alur Kominfo <alur@kominfo.id>")).toEqual({
    name: "Alur Kominfo",
    address,
  });
  expect(readMailAddress('"Dinas, Kominfo" <alur@kominfo.id>')).toEqual({
    name: "Dinas, Kominfo",
    address,
  });
  expect(readMailAddress("alur@kominfo.id")).toEqual({ name: "Alur", address });
  expect(readMailAddress("alur")).toBeNull();
  expect(readMailAddress("a <b@c.id> d")).toBeNull();
});

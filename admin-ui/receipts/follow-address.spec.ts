import { expect, test } from "vitest";
import { followAddress, readFollowAddress } from "./follow-address.js";

test("the address of a receipt is read as it was written, and nothing is read from another", () => {
  const address = followAddress("https://alur.example", "K7M2-9QXT", "AAAA-BBBB-CCCC-DDDD");
  expect(address).toBe("https://alur.example/lacak#K7M2-9QXT/AAAA-BBBB-CCCC-DDDD");
  expect(readFollowAddress(new URL(address).hash)).toEqual({
    number: "K7M2-9QXT",
    secret: "AAAA-BBBB-CCCC-DDDD",
  });
  expect(readFollowAddress("")).toEqual({ number: "", secret: "" });
  expect(readFollowAddress("#isi")).toEqual({ number: "isi", secret: "" });
  expect(readFollowAddress(`#${"A".repeat(900)}/x`).number).toHaveLength(40);
});

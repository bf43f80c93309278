import { describe, expect, test } from "vitest";
import {
  hashReceiptSecret,
  isReceiptSecret,
  newReceipt,
  printCode,
  readCode,
} from "./receipt-code.js";

describe("a receipt", () => {
  test("has a number of 40 and a secret of 80 bits, no two alike, in letters that are read well", () => {
    const made = Array.from({ length: 2000 }, newReceipt);
    expect(new Set(made.map(({ number }) => number)).size).toBe(2000);
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(2000);
    const used = new Set(made.flatMap(({ number, secret }) => [...number, ...secret]));
    expect([...used].sort().join("")).toBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for (const { number, secret } of made) {
      expect(number).toHaveLength(8);
      expect(secret).toHaveLength(16);
    }
  });

  test("is printed in fours, and read however it is typed", () => {
    expect(printCode("K7M29QXT")).toBe("K7M2-9QXT");
    expect(readCode(" k7m2 9qxt ")).toBe("K7M29QXT");
    expect(readCode("1o-Il–0.O")).toBe("101100");
    const { number, secret } = newReceipt();
    expect(readCode(printCode(number).toLowerCase())).toBe(number);
    expect(readCode(printCode(secret))).toBe(secret);
    expect(readCode("A".repeat(5000))).toHaveLength(100);
  });

  test("opens with its own secret only", () => {
    const receipt = newReceipt();
    const kept = hashReceiptSecret(receipt);
    expect(kept).not.toContain(receipt.secret);
    expect(isReceiptSecret(receipt, kept)).toBe(true);
    expect(isReceiptSecret({ ...receipt, secret: newReceipt().secret }, kept)).toBe(false);
    expect(isReceiptSecret({ ...receipt, number: newReceipt().number }, kept)).toBe(false);
    expect(isReceiptSecret(receipt, null)).toBe(false);
  });
});

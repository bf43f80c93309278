import { hash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Crockford's base 32: no letter that is mistaken for a digit, so that it can be read out over a
 * telephone and typed from a slip.
 */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const mistaken: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

const numberLength = 8;
const secretLength = 16;
const groupLength = 4;

/** A receipt as it is handed out, this once. Both are kept and compared without their dashes. */
export interface NewReceipt {
  readonly number: string;
  readonly secret: string;
}

// 256 is a multiple of 32, so that every letter is as likely as any other.
const randomCode = (length: number): string =>
  Array.from(randomBytes(length), (byte) => letters[byte & 31]).join("");

/**
 * A number of 40 random bits: it needs no counter that all starts of an office would wait for, and
 * tells nobody how many cases there are. The secret has 80.
 */
export const newReceipt = (): NewReceipt => ({
  number: randomCode(numberLength),
  secret: newReceiptSecret(),
});

export const newReceiptSecret = (): string => randomCode(secretLength);

/** As it is printed: in fours, with dashes. */
export const printCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${groupLength}}`, "g")) ?? []).join("-");

/** What somebody typed: whatever the case, blanks and dashes, and with the letters that are taken for digits. */
export const readCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll(/[OIL]/g, (letter) => mistaken[letter] ?? letter);

/** How a secret is kept. It needs no salt but the number, for it is random enough. */
export const hashReceiptSecret = ({ number, secret }: NewReceipt): string =>
  hash("sha256", `${number} ${secret}`);

/** Whether the secret is the one; as slow for a wrong one as for the right one. */
export function isReceiptSecret(typed: NewReceipt, secretHash: string | null): boolean {
  const given = Buffer.from(hashReceiptSecret(typed), "hex");
  // Nobody's hash: a number that is not there must take as long as one that is.
  const kept = secretHash === null ? Buffer.alloc(given.length) : Buffer.from(secretHash, "hex");
  return timingSafeEqual(given, kept) && secretHash !== null;
}

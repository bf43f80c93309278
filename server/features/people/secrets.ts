import { hash, randomBytes, randomInt } from "node:crypto";

/** What an integrator's token begins with, so that a leaked one can be recognised and searched for. */
export const apiTokenPrefix = "alur_";

/** 256 random bits, base64url. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");

export const newApiTokenSecret = (): string =>
  apiTokenPrefix + randomBytes(32).toString("base64url");

/** How a token is kept: SHA-256 in hex. It needs no salt, for the token itself is random enough. */
export const hashToken = (token: string): string => hash("sha256", token);

const consonants = "bdfghjklmnprstw";
const vowels = "aiueo";

/** A password to be read out over a telephone: four pairs of syllables, 49 random bits. */
export function newTemporaryPassword(): string {
  const letter = (letters: string) => letters[randomInt(letters.length)]!;
  const syllable = () => letter(consonants) + letter(vowels);
  return Array.from({ length: 4 }, () => syllable() + syllable()).join("-");
}

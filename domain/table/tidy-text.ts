/** Invisible characters that office programs leave in cells: zero-width, direction and control. */
const invisible = /[^\P{Cc}\n\t]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF]/gu;

/** A cell's text with single spaces and without empty lines; line breaks stay. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u2028\u2029\v\f]/g, "\n")
    .replace(invisible, "")
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** For comparing: small letters and digits only, so that broken words and stops do not matter. */
export const bareText = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Words in small letters, without punctuation. */
export const bareWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

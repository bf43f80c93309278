import { Refusal } from "../../kernel/refusal.js";

/** A name as it is kept: one line, without blanks around it and without what cannot be seen. */
export const tidyLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** The name in it; INVALID where it is blank, TOO_LARGE where it is longer than `limit`. */
export function requiredLine(text: string, limit: number, field: string): string {
  const line = optionalLine(text, limit, field);
  if (line === null) throw new Refusal("INVALID", field);
  return line;
}

/** The same, `null` where it is blank. */
export function optionalLine(
  text: string | null | undefined,
  limit: number,
  field: string,
): string | null {
  const line = tidyLine(text ?? "");
  if (line.length > limit) throw new Refusal("TOO_LARGE", field, { limit });
  return line === "" ? null : line;
}

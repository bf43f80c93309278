import { Refusal } from "../../kernel/refusal.js";

/**
 * The text without blanks around it; `null` for none; TOO_LARGE above `max` UTF-16 units. Half a
 * surrogate pair, which no database keeps, becomes U+FFFD, so that log and rows say the same.
 */
export function limitText(
  text: string | null | undefined,
  max: number,
  field: string,
): string | null {
  const trimmed = (text?.trim() ?? "").replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  if (trimmed.length > max) throw new Refusal("TOO_LARGE", field, { limit: max });
  return trimmed === "" ? null : trimmed;
}

import { Refusal } from "../../kernel/refusal.js";
import { demoPassword } from "./demo-passwords.js";
import { longestPassword } from "./password-hasher.js";

/** In characters. */
export const shortestPassword = 10;

/**
 * Refuses a password that is too short, too long, the username, the published demo password or the
 * one before: WEAK_PASSWORD or TOO_LARGE, naming `field`.
 */
export function checkNewPassword(
  password: string,
  { username, current }: { username: string; current: string },
  field: string,
): void {
  const characters = [...password].length;
  if (password.length > longestPassword) {
    throw new Refusal("TOO_LARGE", field, { limit: longestPassword });
  }
  const folded = password.trim().toLowerCase();
  if (
    characters < shortestPassword ||
    folded.length === 0 ||
    folded === username ||
    folded === demoPassword ||
    password === current
  ) {
    throw new Refusal("WEAK_PASSWORD", field, { min: shortestPassword });
  }
}

import { Refusal } from "./refusal.js";

export interface GlobalId {
  /** The name of the GraphQL type. */
  readonly type: string;
  /** The integer key inside the database. */
  readonly id: number;
}

const shape = /^([A-Za-z]{1,40}):([1-9]\d{0,15})$/;

/** The opaque id that the outside knows a row by. */
export function toGlobalId(type: string, id: number): string {
  // Letters, digits and the colon yield neither + nor /, so this is base64url but for the padding,
  // at a third of what a Buffer costs; lists make hundreds of these.
  const padded = btoa(`${type}:${id}`);
  const end = padded.indexOf("=");
  return end < 0 ? padded : padded.slice(0, end);
}

/** Reads what `toGlobalId` wrote; `null` for everything else, also for other spellings of the same. */
export function parseGlobalId(text: string): GlobalId | null {
  if (text.length > 80) return null;
  const decoded = Buffer.from(text, "base64url");
  const match = shape.exec(decoded.toString("latin1"));
  if (!match?.[1] || !match[2] || decoded.toString("base64url") !== text) return null;
  const id = Number(match[2]);
  return Number.isSafeInteger(id) ? { type: match[1], id } : null;
}

/** The key inside an id that must be of `type`; NOT_FOUND (naming `field`) when it is not. */
export function fromGlobalId(text: string, type: string, field: string | null = null): number {
  const parsed = parseGlobalId(text);
  if (parsed?.type !== type) throw new Refusal("NOT_FOUND", field);
  return parsed.id;
}

import { randomUUID } from "node:crypto";

const sane = /^[A-Za-z0-9._-]{8,64}$/;

/** A caller's own id where it is harmless in a log and in a header, else a new one. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === "string" && sane.test(header) ? header : randomUUID();
}

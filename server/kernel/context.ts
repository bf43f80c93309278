import type { Actor } from "./actor.js";

export type Locale = "id" | "en";

/** What every call carries, first argument everywhere: who asks, in which language, and when. */
export interface Context {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  /** The server's clock in epoch milliseconds; a field, so that tests can set it. */
  now(): number;
}

import type { Context } from "./context.js";

/** The context of what the server does of itself; `name` says what for. */
export const systemContext = (name: string, now: () => number): Context => ({
  actor: { type: "SYSTEM", name },
  locale: "id",
  requestId: name,
  now,
});

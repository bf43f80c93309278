import type { Context } from "../kernel/context.js";
import { messageFor } from "../kernel/messages/messages.js";
import { requireSignedIn } from "../kernel/policy.js";
import { Refusal } from "../kernel/refusal.js";
import type { UserError } from "./graphql/user-error.js";

/**
 * Runs a mutation; an expected refusal becomes `userErrors` in the asker's language, and everything
 * else is thrown on. `Payload` is the payload's class, so that its other fields stay undefined.
 */
export async function mutationPayload<T extends { userErrors: UserError[] }>(
  ctx: Context,
  Payload: new () => T,
  work: (payload: T) => Promise<void>,
): Promise<T> {
  const payload = new Payload();
  payload.userErrors = [];
  try {
    await work(payload);
    return payload;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = new Payload();
    refused.userErrors = [
      {
        code: error.code,
        field: error.field,
        message: messageFor(ctx.locale, error.code, error.params),
      },
    ];
    return refused;
  }
}

/** The same for whoever is signed in; nobody else even reaches a unit of work. */
export async function signedInPayload<T extends { userErrors: UserError[] }>(
  ctx: Context,
  Payload: new () => T,
  work: (payload: T) => Promise<void>,
): Promise<T> {
  requireSignedIn(ctx);
  return mutationPayload(ctx, Payload, work);
}

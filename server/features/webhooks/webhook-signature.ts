import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** 256 random bits, written as the Standard Webhooks specification has it. */
export const newWebhookSecret = (): string => prefix + randomBytes(32).toString("base64");

/**
 * The value of `webhook-signature`: HMAC-SHA256 over id, time and body, once for each secret that is
 * good now. `timestamp` is in seconds since the epoch.
 */
export const signWebhook = (
  secrets: readonly string[],
  it: { readonly messageId: string; readonly timestamp: number; readonly body: string },
): string =>
  secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), "base64");
      const signed = `${it.messageId}.${it.timestamp}.${it.body}`;
      return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
    })
    .join(" ");

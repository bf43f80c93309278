import { isIP } from "node:net";
import { inTime } from "../../kernel/in-time.js";
import { Refusal } from "../../kernel/refusal.js";
import type { AddressGuard } from "./address-guard.js";
import type { WebhookSettings } from "./webhook-settings.js";

const longestUrl = 2_000;
/** Milliseconds for which somebody waits for the resolver. */
const longestLookUp = 5_000;
const field = "input.url";

/**
 * The address as it is kept, or a refusal that says what is wrong with it. A name is resolved, so
 * that a mistake is told at once; what decides is the address that a delivery connects to.
 */
export async function checkWebhookUrl(
  text: string,
  settings: WebhookSettings,
  guard: AddressGuard,
): Promise<string> {
  const trimmed = text.trim();
  if (trimmed.length > longestUrl) throw new Refusal("TOO_LARGE", field, { limit: longestUrl });
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  // A name and password in an address would end in lists and logs.
  if (!url || !isWeb || url.username !== "" || url.password !== "") {
    throw new Refusal("INVALID", field, { reason: "https://example.go.id/alur" });
  }
  if (url.protocol === "http:" && !settings.allowHttp) {
    throw new Refusal("WEBHOOK_HTTPS_ONLY", field);
  }
  url.hash = "";
  for (const address of await addressesOf(url, settings)) {
    if (!guard.allows(address)) {
      throw new Refusal("WEBHOOK_ADDRESS_REFUSED", field, { address });
    }
  }
  return url.href;
}

/** None where the resolver knows none now: it may be known when something is to be delivered. */
async function addressesOf(
  url: URL,
  { resolve, timeoutMs }: WebhookSettings,
): Promise<readonly string[]> {
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0) return [literal];
  try {
    const within = Math.min(timeoutMs, longestLookUp);
    const found = await inTime(resolve(url.hostname), within, "Looking a name up");
    return found.map(({ address }) => address);
  } catch {
    return [];
  }
}

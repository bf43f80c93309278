import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { AddressGuard } from "./address-guard.js";
import type { WebhookFailure } from "./webhook-failure.js";
import type { ResolvedAddress, WebhookSettings } from "./webhook-settings.js";

const longestAnswer = 1_024;
const longestShown = 500;

export interface WebhookRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How it went. `status` is HTTP's, `answer` the first bytes of the body as plain text. */
export interface WebhookAnswer {
  readonly failure: WebhookFailure | null;
  readonly status: number | null;
  readonly durationMs: number;
  readonly answer: string | null;
}

/** The host's name resolves to an address that the guard does not allow. */
class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/**
 * Posts to another system on a connection of its own. The name is resolved once and the very address
 * that was judged is connected to; redirects are not followed, cookies are not kept, no proxy is
 * asked, and of the answer no more than the beginning is read. Throws only where `signal` is aborted.
 */
export async function postWebhook(
  { url, headers, body }: WebhookRequest,
  settings: WebhookSettings,
  guard: AddressGuard,
  signal: AbortSignal,
): Promise<WebhookAnswer> {
  const startedAt = performance.now();
  const tooLate = AbortSignal.timeout(settings.timeoutMs);
  const done = (failure: WebhookFailure | null, status: number | null, answer: string | null) => ({
    ...{ failure, status, answer },
    durationMs: Math.round(performance.now() - startedAt),
  });
  if (url.protocol !== "https:" && !settings.allowHttp) return done("HTTPS_ONLY", null, null);
  // Where the host is an address, nothing is looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !guard.allows(literal)) return done("ADDRESS_REFUSED", null, null);
  let status: number | null = null;
  try {
    const options = {
      method: "POST",
      agent: false as const,
      lookup: guardedLookup(settings, guard),
      signal: AbortSignal.any([signal, tooLate]),
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
    };
    const response = await send(url, options, body);
    status = response.statusCode ?? 0;
    const answer = await beginningOf(response).catch(() => null);
    return done(failureOf(status), status, answer);
  } catch (error) {
    if (signal.aborted) throw error;
    return done(tooLate.aborted ? "TIMEOUT" : failureOfError(error), status, null);
  }
}

function send(
  url: URL,
  options: Parameters<typeof requestHttps>[1],
  body: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = start(url, options ?? {}, resolve);
    request.on("error", reject);
    request.end(body);
  });
}

/** Gives the socket the very addresses that were judged. */
const guardedLookup =
  (settings: WebhookSettings, guard: AddressGuard): LookupFunction =>
  async (host, options, callback) => {
    let found: readonly [ResolvedAddress, ...ResolvedAddress[]];
    try {
      found = await judged(host, settings, guard);
    } catch (error) {
      callback(error as NodeJS.ErrnoException, "", 0);
      return;
    }
    if (options.all) callback(null, [...found]);
    else callback(null, found[0].address, found[0].family);
  };

/** One address that is not allowed refuses the name, whatever the others are. */
async function judged(
  host: string,
  { resolve }: WebhookSettings,
  guard: AddressGuard,
): Promise<readonly [ResolvedAddress, ...ResolvedAddress[]]> {
  const [first, ...more] = await resolve(host);
  if (!first || ![first, ...more].every(({ address }) => guard.allows(address))) {
    throw new AddressRefused();
  }
  return [first, ...more];
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the response, and its socket with it.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= longestAnswer) break;
  }
  const text = Buffer.concat(chunks).subarray(0, longestAnswer).toString("utf8");
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").slice(0, longestShown);
}

function failureOf(status: number): WebhookFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "REDIRECT" : "STATUS";
}

function failureOfError(error: unknown): WebhookFailure {
  if (error instanceof AddressRefused) return "ADDRESS_REFUSED";
  const code = String((error as NodeJS.ErrnoException).code ?? "");
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "UNKNOWN_HOST";
  if (/CERT|TLS|SSL|^EPROTO|UNABLE_TO/.test(code)) return "TLS";
  if (code.startsWith("HPE_")) return "BAD_ANSWER";
  return "CONNECTION";
}

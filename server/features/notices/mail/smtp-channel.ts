import { createTransport } from "nodemailer";
import type { MailSettings } from "../../../kernel/mail-settings.js";
import { exponentialBackOff } from "../../../runtime/outbox/back-off.js";
import type {
  DeliveryResult,
  OutboxChannel,
  OutboxMessage,
} from "../../../runtime/outbox/outbox-channel.js";
import { oneLine } from "../notice-words.js";

export const mailChannel = "mail";

/** A mail as it waits to be sent: it is written once, so that it is the same at every attempt. */
export interface MailPayload {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** What an attempt may spend on each step; together less than `timeoutMs`. */
const waits = {
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 30 * SECOND,
};

/**
 * Sends mails by SMTP, a connection each: they are few. A server that is away or says "later" is tried
 * again for three days; one that says "never" of a mail is believed. Where it is not known whether a
 * mail was taken, it is sent again under its own Message-ID, by which mail programs know it.
 */
export class SmtpChannel implements OutboxChannel<MailPayload> {
  readonly name = mailChannel;
  readonly giveUpAfterMs = 72 * HOUR;
  readonly timeoutMs = 60 * SECOND;
  readonly concurrency = 4;
  readonly concurrencyPerKey = 1;
  readonly ordered = false;
  readonly backOff = exponentialBackOff({
    firstMs: 30 * SECOND,
    factor: 2,
    longestMs: HOUR / 2,
  });

  /** `isSomebodys`: whether an address is still that of somebody whose account is enabled. */
  constructor(
    private readonly settings: MailSettings,
    private readonly isSomebodys: (address: string) => Promise<boolean>,
  ) {}

  async deliver(
    { messageId, payload, enqueuedAt }: OutboxMessage<MailPayload>,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<DeliveryResult> {
    // What waited for a mail server may be about cases that its receiver may no longer read.
    if (!(await this.isSomebodys(payload.to.address))) {
      return { type: "GIVEN_UP", reason: "The address is nobody's any more" };
    }
    const { url, from } = this.settings;
    const transport = createTransport({ url, ...waits });
    const cutOff = (): void => transport.close();
    signal.addEventListener("abort", cutOff, { once: true });
    try {
      await transport.sendMail({
        from,
        to: [payload.to],
        subject: payload.subject,
        text: payload.text,
        html: payload.html,
        messageId: `<${messageId}@${from.address.split("@").at(-1) ?? "alur"}>`,
        date: new Date(enqueuedAt),
        // So that nobody's holiday reply answers it.
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { type: "DELIVERED" };
    } catch (error) {
      return failureOf(error);
    } finally {
      signal.removeEventListener("abort", cutOff);
      transport.close();
    }
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * A refused sign-in is 5xx, too, but is the installation's fault and not the mail's, and so is a server
 * that greets with "no".
 */
const oursToMend = new Set([
  ...["EAUTH", "ECONNECTION", "EPROTOCOL", "ETIMEDOUT", "ESOCKET", "EDNS", "ETLS"],
]);
/** That it wants a sign-in or encryption first, which nodemailer reports as a refused sender. */
const authRequired = 530;

function failureOf(error: unknown): DeliveryResult {
  const { code, responseCode, response, message } = error as SmtpError;
  const reason = oneLine(response ?? message);
  const isFinal =
    (responseCode ?? 0) >= 500 && responseCode !== authRequired && !oursToMend.has(code ?? "");
  return isFinal ? { type: "GIVEN_UP", reason } : { type: "RETRY_LATER", reason };
}

import { type MailReceiver, writeMail } from "./mail-text.js";
import type { MailPayload } from "./smtp-channel.js";

const words = {
  id: { subject: "Surel percobaan dari Alur", line: "Surel dari Alur sampai di alamat ini." },
  en: { subject: "Test e-mail from Alur", line: "E-mails from Alur arrive at this address." },
} as const;

/** A mail that says nothing but that mails arrive. */
export function testMail(receiver: MailReceiver, baseUrl: string): MailPayload {
  const { subject, line } = words[receiver.locale];
  const items = [{ headline: line, lines: [], link: null }];
  return writeMail(receiver, subject, [{ title: null, items }], baseUrl);
}

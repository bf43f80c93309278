/** How an installation sends e-mails. */
export interface MailSettings {
  /** Of the SMTP server, as `smtps://user:password@mail.example.go.id`. It may hold a password. */
  readonly url: string;
  readonly from: MailAddress;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

const shape = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u;
const longest = 254;

/** Whether it can be an address that mail reaches: one, and nothing beside it. */
export const isMailAddress = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  text.length <= longest && shape.test(text) && !/[\u0000-\u001f\u007f-\u009f]/.test(text);

/** `Name <address>`, or an address alone; `null`: neither. */
export function readMailAddress(text: string): MailAddress | null {
  const match = /^(?:"?([^"<>]*?)"?\s*<([^<>]+)>|(\S+))$/u.exec(text.trim());
  const address = match?.[2] ?? match?.[3] ?? "";
  return isMailAddress(address) ? { name: (match?.[1] ?? "").trim() || "Alur", address } : null;
}

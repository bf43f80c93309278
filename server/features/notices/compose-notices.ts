import type { MailSettings } from "../../kernel/mail-settings.js";
import type { Database, Reader } from "../../persistence/database.js";
import { noticeBusOf } from "../../runtime/change-bus.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { NodeSource } from "../../runtime/graphql/node.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { NoticeTail } from "../../runtime/notices/notice-tail.js";
import type { Outbox } from "../../runtime/outbox/outbox.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { MailStateResolver } from "./mail/mail-state-resolver.js";
import { SmtpChannel } from "./mail/smtp-channel.js";
import { NoticeResolver } from "./notice-resolver.js";
import { NoticeService } from "./notice-service.js";
import { NoticeSettingsResolver } from "./notice-settings-resolver.js";
import { NoticeSubscriptions } from "./notice-subscriptions.js";
import { NoticeWork } from "./notice-work.js";

interface NoticeFoundations {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly board: NoticeBoard;
  readonly versions: EnactedVersions;
  readonly calendars: WorkingCalendars;
  /** `null`: no mails are sent. */
  readonly mail: MailSettings | null;
  /** Where people find the app, without a slash at its end. */
  readonly publicUrl: string;
  /** How what a notice is about is found. */
  readonly nodeSources: readonly NodeSource[];
}

/** Wires what tells people; its work is not started yet. */
export function composeNotices(it: NoticeFoundations) {
  const { database, outbox, board, versions, calendars, mail, publicUrl } = it;
  if (mail) {
    outbox.register(new SmtpChannel(mail, (address) => isSomebodys(database.reader, address)));
  }
  const service = new NoticeService(database);
  const mails = mail && { database, versions, calendars, outbox, baseUrl: publicUrl };
  return {
    resolvers: [
      new NoticeResolver(service, versions, it.nodeSources),
      new NoticeSubscriptions(service),
      new MailStateResolver(database, outbox, mail, publicUrl),
      new NoticeSettingsResolver(service, mail !== null),
    ],
    work: new NoticeWork({ reminders: { database, versions, calendars, board }, board, mails }),
    tail: () => new NoticeTail(database.reader, noticeBusOf(database)),
  };
}

async function isSomebodys(reader: Reader, address: string): Promise<boolean> {
  const person = await reader.get(
    "SELECT id FROM person WHERE email = ? AND disabled_at IS NULL LIMIT 1",
    [address],
  );
  return person !== undefined;
}

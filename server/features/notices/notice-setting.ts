import type { Role } from "../../kernel/actor.js";
import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import {
  allNoticeKinds,
  type NoticeKind,
  noticeKinds,
} from "../../runtime/notices/notice-kinds.js";

/** EACH: a mail for each; DAILY: one a day, with all of them; OFF: none. */
export type MailMode = "EACH" | "DAILY" | "OFF";

export type NoticeChannel = "inApp" | "mail";
type Switches = Partial<Record<NoticeKind, Partial<Record<NoticeChannel, boolean>>>>;

/** How somebody wants to be told. */
export interface NoticeSetting {
  readonly mailMode: MailMode;
  readonly switched: Switches;
  /** Epoch milliseconds: what is not younger counts as read. */
  readonly readUntil: number;
  readonly digestedAt: number;
}

const usual: NoticeSetting = { mailMode: "EACH", switched: {}, readUntil: 0, digestedAt: 0 };

interface SettingRow extends Row {
  readonly personId: number;
  readonly mailMode: MailMode;
  readonly switched: string;
  readonly readUntil: number;
  readonly digestedAt: number;
}

/** Of each person, also of those who have none of their own. */
export async function readNoticeSettings(
  reader: Reader,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, NoticeSetting>> {
  const found = new Map<number, NoticeSetting>(personIds.map((id) => [id, usual]));
  if (personIds.length === 0) return found;
  const rows = await reader.all<SettingRow>(
    `SELECT person_id AS personId, mail_mode AS mailMode, switched, read_until AS readUntil,
      digested_at AS digestedAt FROM notice_setting WHERE person_id IN (${placeholders(personIds)})`,
    personIds,
  );
  for (const { personId, switched, ...rest } of rows) {
    found.set(personId, { ...rest, switched: JSON.parse(switched) as Switches });
  }
  return found;
}

export async function readNoticeSetting(reader: Reader, personId: number): Promise<NoticeSetting> {
  return (await readNoticeSettings(reader, [personId])).get(personId) ?? usual;
}

/** Whether somebody is told of a kind on a channel. */
export const isToldBy = (
  { switched }: NoticeSetting,
  kind: NoticeKind,
  channel: NoticeChannel,
): boolean => switched[kind]?.[channel] ?? (channel === "inApp" ? true : noticeKinds[kind].mail);

/** What somebody has switched off in the app. */
export const hiddenKinds = (setting: NoticeSetting): NoticeKind[] =>
  allNoticeKinds.filter((kind) => !isToldBy(setting, kind, "inApp"));

/** The kinds that somebody can be told of at all. */
export const kindsFor = (roles: ReadonlySet<Role>): NoticeKind[] =>
  allNoticeKinds.filter((kind) => {
    const { receivers } = noticeKinds[kind];
    return receivers === "EVERYBODY" || receivers.some((role) => roles.has(role));
  });

/** Only what differs from the usual is kept. */
export function switchesOf(
  wanted: readonly { readonly kind: NoticeKind; readonly inApp: boolean; readonly mail: boolean }[],
): Switches {
  const switches: Switches = {};
  for (const { kind, inApp, mail } of wanted) {
    const differs = {
      ...(inApp ? {} : { inApp }),
      ...(mail === noticeKinds[kind].mail ? {} : { mail }),
    };
    if (Object.keys(differs).length > 0) switches[kind] = differs;
  }
  return switches;
}

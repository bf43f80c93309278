import { localDay, spansOfDay, startOfDay } from "../../../../domain/index.js";
import type { Context, Locale } from "../../../kernel/context.js";
import type { Row, Tx } from "../../../persistence/database.js";
import type { Select } from "../../../persistence/keyset-page.js";
import { placeholders } from "../../../persistence/placeholders.js";
import { allNoticeKinds } from "../../../runtime/notices/notice-kinds.js";
import type { WorkingCalendars } from "../../../runtime/working-calendars.js";
import { readNoticeFacts } from "../notice-facts.js";
import { heldPositions, type NoticeReach, noticeArms } from "../notice-reach.js";
import { isToldBy, type NoticeSetting, readNoticeSettings } from "../notice-setting.js";
import { dueTasks } from "./due-tasks.js";
import { mailItem, type MailReceiver, type MailSection, writeMail } from "./mail-text.js";
import type { MailPlanning } from "./plan-mails.js";
import { mailChannel } from "./smtp-channel.js";

/** When a digest goes, in milliseconds after local midnight. */
const digestAt = 7 * 3_600_000;
const mostItems = 50;

interface Subscriber extends Row {
  readonly personId: number;
  readonly officeId: number;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

const titles = {
  id: {
    subject: "Ringkasan harian",
    news: "Baru sejak ringkasan terakhir",
    overdue: "Terlambat",
    today: "Tenggat hari ini",
  },
  en: {
    subject: "Daily summary",
    news: "New since the last summary",
    overdue: "Overdue",
    today: "Due today",
  },
} as const;

export interface DigestPlanning extends MailPlanning {
  readonly calendars: WorkingCalendars;
}

/**
 * Writes the daily digests whose time has come: after 07:00 on a working day, by the office's clocks and
 * calendar, one for each who wants it and has anything to read. It is noted up to when it goes in the
 * transaction that enqueues it, so that each goes once.
 */
export async function sendDigests(
  planning: DigestPlanning,
  ctx: Context,
  signal?: AbortSignal,
): Promise<void> {
  const { database, calendars } = planning;
  const subscribers = await database.reader.all<Subscriber & { digestedAt: number }>(
    `SELECT p.id AS personId, p.office_id AS officeId, p.name, p.email, p.locale,
      s.digested_at AS digestedAt FROM notice_setting s
      JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL AND p.email IS NOT NULL
      WHERE s.mail_mode = 'DAILY' ORDER BY p.id`,
    [],
  );
  const failures: unknown[] = [];
  for (const { digestedAt, ...subscriber } of subscribers) {
    if (signal?.aborted) break;
    try {
      const calendar = await calendars.of(database.reader, subscriber.officeId);
      const today = localDay(calendar, ctx.now());
      const from = startOfDay(calendar, today) + digestAt;
      const isTime = ctx.now() >= from && digestedAt < from;
      if (!isTime || spansOfDay(calendar, today).length === 0) continue;
      const day = { from, end: startOfDay(calendar, today + 1) };
      await database.unitOfWork.run(ctx, (tx) => digest(planning, ctx, tx, subscriber, day));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Digests failed");
}

async function digest(
  planning: DigestPlanning,
  ctx: Context,
  tx: Tx,
  subscriber: Subscriber,
  day: { readonly from: number; readonly end: number },
): Promise<void> {
  const { personId, name, email, locale } = subscriber;
  const setting = (await readNoticeSettings(tx, [personId])).get(personId);
  if (setting?.mailMode !== "DAILY") return;
  const { changes } = await tx.run(
    `UPDATE notice_setting SET digested_at = ? WHERE person_id = ? AND digested_at < ?
      AND mail_mode = 'DAILY'`,
    [ctx.now(), personId, day.from],
  );
  // Another server was faster.
  if (changes !== 1) return;
  const held = await heldPositions(tx, personId, ctx.now());
  const reach: NoticeReach = { personId, held, setting, now: ctx.now() };
  const receiver: MailReceiver = { name, address: email, locale };
  const words = titles[locale];
  const news = await newsItems(planning, tx, reach, receiver);
  const due = await dueTasks(planning, tx, reach, receiver, day.end);
  const sections: MailSection[] = [
    { title: words.overdue, items: due.overdue },
    { title: words.today, items: due.today },
    { title: words.news, items: news },
  ].filter(({ items }) => items.length > 0);
  if (sections.length === 0) return;
  const payload = writeMail(receiver, words.subject, sections, planning.baseUrl);
  const key = email.toLowerCase().slice(0, 200);
  await tx.batch(planning.outbox.statements(ctx, tx, [{ channel: mailChannel, key, payload }]));
}

async function newsItems(
  { versions, baseUrl }: DigestPlanning,
  tx: Tx,
  reach: NoticeReach,
  { locale }: MailReceiver,
) {
  const { setting } = reach;
  const kinds = allNoticeKinds.filter((kind) => isToldBy(setting, kind, "mail"));
  if (kinds.length === 0) return [];
  // Who has a kind in the app switched off may still want it here.
  const shown: NoticeSetting = { ...setting, switched: {} };
  const only: Select = {
    sql: `n.at >= ? AND n.kind IN (${placeholders(kinds)})`,
    params: [setting.digestedAt, ...kinds],
  };
  const arms = noticeArms({ ...reach, setting: shown }, { unread: true }).map(
    ({ sql, params }, index) => ({
      sql: `SELECT a${index}.id, a${index}.kind, a${index}.at FROM (${sql} AND ${only.sql}
        ORDER BY n.at DESC, n.id DESC LIMIT ${mostItems}) a${index}`,
      params: [...params, ...only.params],
    }),
  );
  const rows = await tx.all<Row & { id: number; kind: (typeof kinds)[number] }>(
    `SELECT u.id, u.kind FROM (${arms.map(({ sql }) => sql).join(" UNION ALL ")}) u
      ORDER BY u.at DESC, u.id DESC LIMIT ${mostItems}`,
    arms.flatMap(({ params }) => params),
  );
  const facts = await readNoticeFacts(
    tx,
    versions,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, kind }) => {
    const about = facts.get(id);
    return about ? [mailItem(kind, about, locale, baseUrl)] : [];
  });
}

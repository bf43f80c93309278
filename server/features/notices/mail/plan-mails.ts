import type { Context, Locale } from "../../../kernel/context.js";
import type { Database, Row, Tx } from "../../../persistence/database.js";
import { placeholders } from "../../../persistence/placeholders.js";
import type { EnactedVersions } from "../../../runtime/enacted-version.js";
import { noticeKinds } from "../../../runtime/notices/notice-kinds.js";
import type { Outbox } from "../../../runtime/outbox/outbox.js";
import {
  noticeColumns,
  type NoticeFacts,
  type NoticeRow,
  readNoticeFacts,
} from "../notice-facts.js";
import { isToldBy, readNoticeSettings } from "../notice-setting.js";
import { type MailItem, mailItem, mailOf, type MailReceiver } from "./mail-text.js";
import { mailChannel } from "./smtp-channel.js";

export interface MailPlanning {
  readonly database: Database;
  readonly versions: EnactedVersions;
  readonly outbox: Outbox;
  /** Where the app is found, without a slash at its end. */
  readonly baseUrl: string;
}

const pageSize = 100;
/** More than these at once for one person go in one mail. */
const mostSingle = 3;
/** As many as surely fit into one message of the outbox. */
const mostTogether = 20;
/** Whatever has waited longer than this, as while mail was off, is no news by mail. */
const newsFor = 3 * 86_400_000;

/**
 * Turns what people are told of into mails that wait in the outbox. That a notice is settled and its
 * mails are written is one transaction, so that each is written once whichever server does it.
 */
export async function planMails(
  planning: MailPlanning,
  ctx: Context,
  signal?: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  let after = 0;
  while (signal?.aborted !== true) {
    const found = await planning.database.reader.all<Row & { id: number }>(
      `SELECT id FROM notice WHERE mail = 1 AND id > ? ORDER BY id LIMIT ${pageSize}`,
      [after],
    );
    const ids = found.map(({ id }) => id);
    const write = (some: readonly number[]): Promise<void> =>
      planning.database.unitOfWork.run(ctx, (tx) => settle(planning, ctx, tx, some));
    if (ids.length > 0) {
      try {
        await write(ids);
      } catch {
        // One of which no mail can be written keeps none of the others waiting.
        for (const id of ids) await write([id]).catch((error: unknown) => failures.push(error));
      }
    }
    if (ids.length < pageSize) break;
    after = ids.at(-1)!;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Mails could not be written");
}

async function settle(
  { versions, outbox, baseUrl }: MailPlanning,
  ctx: Context,
  tx: Tx,
  ids: readonly number[],
): Promise<void> {
  const rows = await tx.all<NoticeRow>(
    `SELECT ${noticeColumns} FROM notice n WHERE n.mail = 1 AND n.id IN (${placeholders(ids)})
      ORDER BY n.id`,
    ids,
  );
  if (rows.length === 0) return;
  const settled = rows.map(({ id }) => id);
  await tx.batch([
    {
      sql: `UPDATE notice SET mail = 0 WHERE mail = 1 AND id IN (${placeholders(settled)})`,
      params: settled,
      expect: settled.length,
    },
  ]);
  const wanted = rows.filter(({ at }) => at > ctx.now() - newsFor);
  const facts = await readNoticeFacts(
    tx,
    versions,
    wanted.map(({ id }) => id),
  );
  const mails = new Map<number, { receiver: MailReceiver; items: MailItem[] }>();
  for (const { row, personId, receiver } of await addressed(ctx, tx, wanted)) {
    const about = facts.get(row.id);
    if (!about || !stillStands(row, about, personId)) continue;
    const mail = mails.get(personId) ?? { receiver, items: [] };
    mail.items.push(mailItem(row.kind, about, receiver.locale, baseUrl));
    mails.set(personId, mail);
  }
  const messages = [...mails.values()].flatMap(({ receiver, items }) => {
    const size = items.length > mostSingle ? mostTogether : 1;
    const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
      items.slice(index * size, (index + 1) * size),
    );
    return parts.map((part) => ({
      channel: mailChannel,
      key: receiver.address.toLowerCase().slice(0, 200),
      payload: mailOf(receiver, part, baseUrl),
    }));
  });
  await tx.batch(outbox.statements(ctx, tx, messages));
}

/** A task that somebody took meanwhile is no news to the others. */
function stillStands({ kind }: NoticeRow, facts: NoticeFacts, personId: number): boolean {
  const { standsWhile } = noticeKinds[kind];
  if (!standsWhile || facts.taskId === null) return true;
  if (!facts.isOpen) return false;
  return standsWhile === "OPEN" || facts.assigneeId === null || facts.assigneeId === personId;
}

interface Addressed {
  readonly row: NoticeRow;
  readonly personId: number;
  readonly receiver: MailReceiver;
}

interface ReceiverRow extends Row {
  readonly noticeId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly isRead: number;
}

/** Those who have an address, want a mail for each of the kind, and have not read it already. */
async function addressed(
  ctx: Context,
  tx: Tx,
  rows: readonly NoticeRow[],
): Promise<readonly Addressed[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const who = `p.id AS personId, p.name, p.email, p.locale, EXISTS (SELECT 1 FROM notice_read r
    WHERE r.person_id = p.id AND r.notice_id = n.id) AS isRead`;
  const reachable = "p.disabled_at IS NULL AND p.email IS NOT NULL";
  const receivers = await tx.all<ReceiverRow>(
    `SELECT n.id AS noticeId, ${who} FROM notice n JOIN person p ON p.id = n.person_id
      WHERE n.id IN (${placeholders(ids)}) AND ${reachable}
      UNION SELECT n.id AS noticeId, ${who} FROM notice n
      JOIN position_holder h ON h.position_id = n.position_id AND h.valid_from <= ?
      AND (h.valid_until IS NULL OR h.valid_until > ?) JOIN person p ON p.id = h.person_id
      WHERE n.id IN (${placeholders(ids)}) AND ${reachable}
      AND (n.except_id IS NULL OR n.except_id <> p.id)`,
    [...ids, ctx.now(), ctx.now(), ...ids],
  );
  const people = [...new Set(receivers.map(({ personId }) => personId))];
  const settings = await readNoticeSettings(tx, people);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return receivers
    .toSorted((one, other) => one.noticeId - other.noticeId)
    .flatMap(({ noticeId, personId, name, email, locale, isRead }) => {
      const row = byId.get(noticeId);
      const setting = settings.get(personId);
      const isWanted = row && setting?.mailMode === "EACH" && isToldBy(setting, row.kind, "mail");
      if (!isWanted || isRead === 1) return [];
      return [{ row, personId, receiver: { name, address: email, locale } }];
    });
}

import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { GlobalId } from "../../kernel/global-id.js";
import type { Database, Reader, Row, SqlValue, Tx } from "../../persistence/database.js";
import { keysetPage, type OrderColumn, type Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import { noticeBusOf } from "../../runtime/change-bus.js";
import type { Connection, PageArgs } from "../../runtime/graphql/connection.js";
import type { NoticeKind } from "../../runtime/notices/notice-kinds.js";
import type { NoticeRow } from "./notice-facts.js";
import { heldPositions, noticeArms, type NoticeReach } from "./notice-reach.js";
import { type MailMode, readNoticeSetting, switchesOf } from "./notice-setting.js";
import { Notification, NotificationCount } from "./notice-types.js";

const newestFirst: readonly OrderColumn[] = [
  { sql: "n.at", key: "at", descending: true },
  { sql: "n.id", key: "id", descending: true },
];

const mostCounted = 99;
/** So many are marked one by one; of more, the older ones are read by their time. */
const mostMarked = 1000;

/** What the caller is told of, and what of it they have read. */
export class NoticeService {
  constructor(private readonly database: Database) {}

  /** Three statements: what decides, and the page. */
  async list(
    ctx: Context,
    reader: Reader,
    request: PageArgs,
    unread: boolean,
  ): Promise<Connection<Notification>> {
    const page = keysetPage(request, newestFirst);
    const query = page.query(noticeArms(await reachOf(ctx, reader), { unread }));
    const rows = await reader.all<NoticeRow>(query.sql, query.params);
    return { ...page.build(rows, (row) => Notification.from(row)), totalCount: null };
  }

  async countUnread(ctx: Context, reader: Reader): Promise<NotificationCount> {
    const found = await unreadIds(await reachOf(ctx, reader), reader, mostCounted + 1);
    return Object.assign(new NotificationCount(), {
      count: Math.min(found.length, mostCounted),
      hasMore: found.length > mostCounted,
    });
  }

  /** Those of the ids that the caller is told of; of others nothing is said. */
  read(ctx: Context, ids: readonly number[]): Promise<void> {
    return this.#mark(ctx, { sql: `n.id IN (${placeholders(ids)})`, params: ids });
  }

  /** Whatever is about a task, a case or an SOP. */
  readAbout(ctx: Context, { type, id }: GlobalId): Promise<void> {
    const about = abouts[type];
    if (!about) throw new Refusal("NOT_FOUND", "input.about");
    return this.#mark(ctx, { sql: about, params: [id] });
  }

  async readAll(ctx: Context): Promise<void> {
    const { personId } = requirePerson(ctx);
    const reader = this.database.reader;
    const found = await unreadIds(await reachOf(ctx, reader), reader, mostMarked);
    if (found.length === 0) return;
    const oldest = found.at(-1);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      await this.#write(
        tx,
        personId,
        found.map(({ id }) => id),
      );
      if (found.length < mostMarked || !oldest) return;
      await this.#keepSetting(tx, personId);
      await tx.run(
        "UPDATE notice_setting SET read_until = ? WHERE person_id = ? AND read_until < ?",
        [oldest.at, personId, oldest.at],
      );
    });
  }

  /** What is left out is as is usual. */
  setSettings(
    ctx: Context,
    wanted: {
      readonly mailMode: MailMode;
      readonly kinds: readonly { kind: NoticeKind; inApp: boolean; mail: boolean }[];
    },
  ): Promise<void> {
    const { personId } = requirePerson(ctx);
    authorize(ctx, "account.change", { personId });
    if (new Set(wanted.kinds.map(({ kind }) => kind)).size !== wanted.kinds.length) {
      throw new Refusal("INVALID", "input.kinds");
    }
    return this.database.unitOfWork.run(ctx, async (tx) => {
      await this.#keepSetting(tx, personId);
      // A digest begins with what comes from now on.
      await tx.run(
        `UPDATE notice_setting SET digested_at = CASE WHEN mail_mode = ? THEN digested_at ELSE ? END,
          mail_mode = ?, switched = ? WHERE person_id = ?`,
        [
          wanted.mailMode,
          ctx.now(),
          wanted.mailMode,
          JSON.stringify(switchesOf(wanted.kinds)),
          personId,
        ],
      );
      this.#announce(tx, personId);
    });
  }

  async #mark(ctx: Context, only: Select): Promise<void> {
    const { personId } = requirePerson(ctx);
    const reader = this.database.reader;
    const found = await unreadIds(await reachOf(ctx, reader), reader, mostMarked, only);
    // Most that is opened is nothing that anybody was told of.
    if (found.length === 0) return;
    await this.database.unitOfWork.run(ctx, (tx) =>
      this.#write(
        tx,
        personId,
        found.map(({ id }) => id),
      ),
    );
  }

  async #write(tx: Tx, personId: number, ids: readonly number[]): Promise<void> {
    const params: SqlValue[] = ids.flatMap((id) => [personId, id]);
    await tx.run(
      `${this.#insertNew} INTO notice_read (person_id, notice_id) VALUES
        ${ids.map(() => "(?, ?)").join(", ")}`,
      params,
    );
    this.#announce(tx, personId);
  }

  async #keepSetting(tx: Tx, personId: number): Promise<void> {
    await tx.run(
      `${this.#insertNew} INTO notice_setting (person_id, mail_mode, switched, read_until, digested_at)
        VALUES (?, 'EACH', '{}', 0, 0)`,
      [personId],
    );
  }

  get #insertNew(): string {
    return this.database.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  }

  /** To the person's other windows. */
  #announce(tx: Tx, personId: number): void {
    const news = { personIds: [personId], positionIds: [] };
    tx.afterCommit(() => noticeBusOf(this.database).publish(news));
  }
}

const abouts: Readonly<Record<string, string>> = {
  Task: `EXISTS (SELECT 1 FROM task a WHERE a.id = ? AND a.instance_id = n.instance_id
    AND a.no = n.task_no)`,
  Instance: "n.instance_id = ?",
  Sop: "n.version_id IN (SELECT v.id FROM sop_version v WHERE v.sop_id = ?)",
};

export async function reachOf(ctx: Context, reader: Reader): Promise<NoticeReach> {
  const { personId } = requirePerson(ctx);
  authorize(ctx, "notification.read", { personId });
  const now = ctx.now();
  const held = await heldPositions(reader, personId, now);
  return { personId, held, setting: await readNoticeSetting(reader, personId), now };
}

/** The newest first. Each arm is cut by itself, so that none is read further than is wanted. */
export async function unreadIds(
  reach: NoticeReach,
  reader: Reader,
  limit: number,
  only: Select = { sql: "1 = 1", params: [] },
): Promise<(Row & { id: number; at: number })[]> {
  const arms = noticeArms(reach, { unread: true }).map(({ sql, params }, index) => ({
    sql: `SELECT a${index}.id, a${index}.at FROM (${sql} AND ${only.sql}
      ORDER BY n.at DESC, n.id DESC LIMIT ${limit}) a${index}`,
    params: [...params, ...only.params],
  }));
  return reader.all(
    `SELECT u.id, u.at FROM (${arms.map(({ sql }) => sql).join(" UNION ALL ")}) u
      ORDER BY u.at DESC, u.id DESC LIMIT ${limit}`,
    arms.flatMap(({ params }) => params),
  );
}

import type { Role } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Row, SqlValue, Statement, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { noticeBusOf } from "../change-bus.js";
import type { NoticeDetails, NoticeKind } from "./notice-kinds.js";
import type { NoticeNews } from "./notice-news.js";

export interface NewNotice {
  readonly kind: NoticeKind;
  /** Who is told: one person, or whoever holds a position. */
  readonly to: { readonly personId: number } | { readonly positionId: number };
  /** A holder who is not: mostly whoever did it. */
  readonly exceptId?: number | null;
  readonly instanceId?: number;
  readonly taskNo?: number;
  readonly versionId?: number;
  readonly details?: NoticeDetails;
}

const columns =
  "at, kind, person_id, position_id, except_id, instance_id, task_no, version_id, details, mail";
const values = `(${Array.from({ length: 10 }, () => "?").join(", ")})`;

/** Where it is written down what people are told of, in the transaction that it tells of. */
export class NoticeBoard {
  /** `mails`: whether e-mails are written of notices at all. */
  constructor(
    private readonly database: Database,
    private readonly mails: boolean,
  ) {}

  /** For a batch that is sent anyway: at most one statement. Nobody is told of their own act. */
  statements(tx: Tx, at: number, notices: readonly NewNotice[]): Statement[] {
    const told = notices.filter(
      ({ to, exceptId }) => !("personId" in to) || to.personId !== exceptId,
    );
    if (told.length === 0) return [];
    tx.afterCommit(() => noticeBusOf(this.database).publish(newsOf(told)));
    return [
      {
        sql: `INSERT INTO notice (${columns}) VALUES ${told.map(() => values).join(", ")}`,
        params: told.flatMap((notice) => rowOf(notice, at, this.mails)),
      },
    ];
  }

  async post(ctx: Context, tx: Tx, notices: readonly NewNotice[]): Promise<void> {
    const written = this.statements(tx, ctx.now(), notices);
    if (written.length > 0) await tx.batch(written);
  }

  /** The same for what several servers may find by looking: `name` is told of once, ever. */
  async postOnce(
    ctx: Context,
    tx: Tx,
    name: string,
    notices: readonly NewNotice[],
  ): Promise<boolean> {
    if (await tx.get("SELECT name FROM notice_once WHERE name = ?", [name])) return false;
    try {
      await tx.run("INSERT INTO notice_once (name, at) VALUES (?, ?)", [name, ctx.now()]);
    } catch (error) {
      if (error instanceof UniqueViolation) return false;
      throw error;
    }
    await this.post(ctx, tx, notices);
    return true;
  }
}

const newsOf = (notices: readonly NewNotice[]): NoticeNews => ({
  personIds: notices.flatMap(({ to }) => ("personId" in to ? to.personId : [])),
  positionIds: notices.flatMap(({ to }) => ("positionId" in to ? to.positionId : [])),
});

function rowOf({ to, ...it }: NewNotice, at: number, mails: boolean): SqlValue[] {
  return [
    at,
    it.kind,
    "personId" in to ? to.personId : null,
    "positionId" in to ? to.positionId : null,
    it.exceptId ?? null,
    it.instanceId ?? null,
    it.taskNo ?? null,
    it.versionId ?? null,
    it.details ? JSON.stringify(it.details) : null,
    mails ? 1 : 0,
  ];
}

/** Those of an office with one of the roles; where it has no admin of its own, every admin there is. */
export async function peopleWithRole(
  tx: Tx,
  officeId: number,
  wanted: readonly Role[],
): Promise<number[]> {
  const rows = await tx.all<Row & { id: number; role: Role; officeId: number }>(
    `SELECT p.id, r.role, p.office_id AS officeId FROM person_role r
      JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL
      WHERE r.role IN (${placeholders(wanted)}) AND (p.office_id = ? OR r.role = 'ADMIN')
      ORDER BY p.id`,
    [...wanted, officeId],
  );
  const ofOffice = rows.filter((row) => row.officeId === officeId);
  const hasAdmin = ofOffice.some(({ role }) => role === "ADMIN");
  return [...new Set((hasAdmin ? ofOffice : rows).map(({ id }) => id))];
}

import type { Context } from "../../kernel/context.js";
import type { Row, Tx } from "../../persistence/database.js";
import { type NewNotice, peopleWithRole } from "../notices/notice-board.js";

/** Positions above one another end in the head of the office well before this. */
const mostSteps = 12;

interface PositionRow extends Row {
  readonly id: number;
  readonly officeId: number;
  readonly superiorId: number | null;
  readonly holders: number;
}

/**
 * Who is told that a task of a lane is overdue: whoever holds the nearest position above it that
 * anybody but the one who has the task holds, the head of its office where none is named, and the
 * managers of the case's office.
 */
export async function escalationReceivers(
  ctx: Context,
  tx: Tx,
  task: {
    readonly positionId: number | null;
    readonly officeId: number;
    readonly assigneeId: number | null;
  },
): Promise<readonly Pick<NewNotice, "to" | "exceptId">[]> {
  const { positionId, assigneeId } = task;
  const above = positionId === null ? null : await positionAbove(ctx, tx, positionId, assigneeId);
  const heads = above === null ? [] : await holdersOf(ctx, tx, above);
  const managers = (await peopleWithRole(tx, task.officeId, ["MANAGER"])).filter(
    (id) => !heads.includes(id),
  );
  return [
    ...(above === null ? [] : [{ to: { positionId: above }, exceptId: assigneeId }]),
    ...managers.map((personId) => ({ to: { personId }, exceptId: assigneeId })),
  ];
}

async function positionAbove(
  ctx: Context,
  tx: Tx,
  positionId: number,
  assigneeId: number | null,
): Promise<number | null> {
  const seen = new Set<number>();
  let current = await readPosition(ctx, tx, positionId, assigneeId);
  const own = current;
  while (current && current.superiorId !== null && seen.size < mostSteps) {
    seen.add(current.id);
    // Somebody may have drawn a circle.
    if (seen.has(current.superiorId)) break;
    current = await readPosition(ctx, tx, current.superiorId, assigneeId);
    if (current && current.holders > 0) return current.id;
  }
  if (!own) return null;
  const head = await tx.get<Row & { id: number }>(
    `SELECT id FROM \`position\` WHERE office_id = ? AND is_head = 1 AND retired_at IS NULL
      AND id <> ? ORDER BY id LIMIT 1`,
    [own.officeId, positionId],
  );
  return head?.id ?? null;
}

const heldNow = "h.valid_from <= ? AND (h.valid_until IS NULL OR h.valid_until > ?)";

const readPosition = (
  ctx: Context,
  tx: Tx,
  id: number,
  except: number | null,
): Promise<PositionRow | undefined> =>
  tx.get<PositionRow>(
    `SELECT q.id, q.office_id AS officeId, q.superior_id AS superiorId,
      (SELECT COUNT(*) FROM position_holder h
        JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
        WHERE h.position_id = q.id AND ${heldNow} AND h.person_id <> ?) AS holders
      FROM position q WHERE q.id = ?`,
    [ctx.now(), ctx.now(), except ?? 0, id],
  );

async function holdersOf(ctx: Context, tx: Tx, positionId: number): Promise<number[]> {
  const rows = await tx.all<Row & { id: number }>(
    `SELECT DISTINCT h.person_id AS id FROM position_holder h WHERE h.position_id = ? AND ${heldNow}`,
    [positionId, ctx.now(), ctx.now()],
  );
  return rows.map(({ id }) => id);
}

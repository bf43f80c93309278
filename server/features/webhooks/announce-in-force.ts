import { createHash } from "node:crypto";
import type { Context } from "../../kernel/context.js";
import type { Database, Row } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import type { Outbox } from "../../runtime/outbox/outbox.js";
import { messageTo } from "./webhook-outbox.js";
import { isToldOf, type WebhookSubscriptions } from "./webhook-subscriptions.js";

/** How long servers may have stood still and still tell of it; the outbox knows its ids for longer. */
const lookBack = 72 * 3_600_000;

/**
 * Tells of the versions that came into force. No command does that: it is a moment that comes. The
 * message's id follows from version and endpoint, so that it is enqueued once, whoever sees it first.
 */
export async function announceInForce(
  database: Database,
  outbox: Outbox,
  subscriptions: WebhookSubscriptions,
  ctx: Context,
): Promise<void> {
  const all = await subscriptions.current(database.reader);
  const wanting = all.filter(({ events }) => events.has("VERSION_IN_FORCE"));
  if (wanting.length === 0) return;
  const now = ctx.now();
  const versions = await database.reader.all<
    Row & { versionId: number; inForceFrom: number; officeId: number }
  >(
    `SELECT v.id AS versionId, v.in_force_from AS inForceFrom, s.office_id AS officeId
      FROM sop_version v JOIN sop s ON s.id = v.sop_id
      WHERE v.status = 'ENACTED' AND v.in_force_from > ? AND v.in_force_from <= ?
      AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at OR s.retired_at >= v.in_force_from)
      ORDER BY v.in_force_from, v.id`,
    [now - lookBack, now],
  );
  for (const { versionId, inForceFrom, officeId } of versions) {
    for (const it of wanting) {
      if (!isToldOf(it, officeId) || it.since > inForceFrom) continue;
      const messageId = idOf(versionId, it.endpointId);
      const known = await database.reader.get("SELECT 1 FROM outbox WHERE message_id = ?", [
        messageId,
      ]);
      if (known) continue;
      const fact = { event: "VERSION_IN_FORCE", at: inForceFrom, versionId, inForceFrom } as const;
      await enqueueOnce(database, ctx, (tx) =>
        outbox.enqueue(ctx, tx, { ...messageTo(it.endpointId, fact), messageId }),
      );
    }
  }
}

type Work = Parameters<Database["unitOfWork"]["run"]>[1];

/** Another server may have been faster. */
async function enqueueOnce(database: Database, ctx: Context, work: Work): Promise<void> {
  try {
    await database.unitOfWork.run(ctx, work);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
  }
}

/** In the form of a UUID. */
function idOf(versionId: number, endpointId: number): string {
  const digest = createHash("sha256").update(`in force ${versionId} ${endpointId}`).digest("hex");
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

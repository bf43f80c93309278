import { toGlobalId } from "../../../kernel/global-id.js";
import type { Row, Tx } from "../../../persistence/database.js";
import { placeholders } from "../../../persistence/placeholders.js";
import type { NoticeReach } from "../notice-reach.js";
import { momentInWords } from "../../../kernel/moment-in-words.js";
import { oneLine } from "../notice-words.js";
import type { MailItem, MailReceiver } from "./mail-text.js";
import type { MailPlanning } from "./plan-mails.js";

const mostTasks = 30;

interface DueRow extends Row {
  readonly id: number;
  readonly nodeKey: string;
  readonly versionId: number;
  readonly dueAt: number;
  readonly title: string | null;
  readonly requesterName: string;
  readonly sop: string;
  readonly timeZone: string;
}

/** What somebody has to do by the end of the day: in their hands, or their positions' and nobody's yet. */
export async function dueTasks(
  { versions, baseUrl }: MailPlanning,
  tx: Tx,
  { personId, held, now }: NoticeReach,
  { locale }: MailReceiver,
  endOfDay: number,
): Promise<{ readonly overdue: MailItem[]; readonly today: MailItem[] }> {
  const positions = held.map(({ positionId }) => positionId);
  const ofPositions =
    positions.length === 0
      ? ""
      : ` OR (t.assignee_id IS NULL AND t.position_id IN (${placeholders(positions)}))`;
  const rows = await tx.all<DueRow>(
    `SELECT t.id, t.node_key AS nodeKey, t.due_at AS dueAt, i.version_id AS versionId, i.title,
      i.requester_name AS requesterName, s.title AS sop, o.time_zone AS timeZone
      FROM task t JOIN instance i ON i.id = t.instance_id AND i.status = 'RUNNING'
      JOIN sop s ON s.id = i.sop_id JOIN office o ON o.id = i.office_id
      WHERE t.is_open = 1 AND t.due_sort < ? AND (t.assignee_id = ?${ofPositions})
      ORDER BY t.due_sort, t.id LIMIT ${mostTasks}`,
    [endOfDay, personId, ...positions],
  );
  const overdue: MailItem[] = [];
  const today: MailItem[] = [];
  for (const row of rows) {
    const { graph } = await versions.get(tx, row.versionId);
    const item: MailItem = {
      headline: oneLine(graph.nodes.find(({ key }) => key === row.nodeKey)?.text ?? ""),
      lines: [
        oneLine(`${row.title ?? row.requesterName} · ${row.sop}`),
        momentInWords(locale, row.timeZone, row.dueAt),
      ],
      link: `${baseUrl}/tugas/${toGlobalId("Task", row.id)}`,
    };
    (row.dueAt < now ? overdue : today).push(item);
  }
  return { overdue, today };
}

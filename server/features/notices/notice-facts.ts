import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { NoticeDetails, NoticeKind } from "../../runtime/notices/notice-kinds.js";

/** A notice as it is stored; times in epoch milliseconds. */
export interface NoticeRow extends Row {
  readonly id: number;
  readonly at: number;
  readonly kind: NoticeKind;
  readonly personId: number | null;
  readonly positionId: number | null;
  readonly exceptId: number | null;
  readonly details: string | null;
}

export const noticeColumns = `n.id, n.at, n.kind, n.person_id AS personId,
  n.position_id AS positionId, n.except_id AS exceptId, n.details`;

/** What a notice is about, as it is now; `null`: nothing of that sort. */
export interface NoticeFacts extends NoticeDetails {
  readonly taskId: number | null;
  readonly instanceId: number | null;
  readonly sopId: number | null;
  readonly versionId: number | null;
  /** The position that it names. */
  readonly aboutPositionId: number | null;
  readonly step: string | null;
  readonly sop: string | null;
  readonly caseTitle: string | null;
  readonly requesterName: string | null;
  readonly position: string | null;
  readonly isOpen: boolean;
  readonly assigneeId: number | null;
  /** IANA name, of the office that it comes from. */
  readonly timeZone: string;
}

interface FactRow extends Row {
  readonly id: number;
  readonly details: string | null;
  readonly instanceId: number | null;
  readonly versionId: number | null;
  readonly caseVersionId: number | null;
  readonly sopId: number | null;
  readonly sop: string | null;
  readonly caseTitle: string | null;
  readonly requesterName: string | null;
  readonly taskId: number | null;
  readonly nodeKey: string | null;
  readonly taskPositionId: number | null;
  readonly isOpen: number | null;
  readonly assigneeId: number | null;
  readonly timeZone: string | null;
}

const usualTimeZone = "Asia/Jakarta";

/** By id. Two statements, however many; versions that are not known yet cost some more. */
export async function readNoticeFacts(
  reader: Reader,
  versions: EnactedVersions,
  ids: readonly number[],
): Promise<ReadonlyMap<number, NoticeFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.all<FactRow>(
    `SELECT n.id, n.details, n.instance_id AS instanceId, n.version_id AS versionId,
      i.version_id AS caseVersionId, v.sop_id AS sopId, s.title AS sop, i.title AS caseTitle,
      i.requester_name AS requesterName, t.id AS taskId, t.node_key AS nodeKey,
      t.position_id AS taskPositionId, t.is_open AS isOpen, t.assignee_id AS assigneeId,
      o.time_zone AS timeZone
      FROM notice n LEFT JOIN instance i ON i.id = n.instance_id
      LEFT JOIN task t ON t.instance_id = n.instance_id AND t.no = n.task_no
      LEFT JOIN sop_version v ON v.id = COALESCE(n.version_id, i.version_id)
      LEFT JOIN sop s ON s.id = v.sop_id LEFT JOIN office o ON o.id = s.office_id
      WHERE n.id IN (${placeholders(ids)})`,
    ids,
  );
  const details = new Map(
    rows.map((row) => [row.id, JSON.parse(row.details ?? "{}") as NoticeDetails]),
  );
  const aboutOf = (row: FactRow): number | null =>
    details.get(row.id)?.positionId ?? row.taskPositionId;
  const positions = await readPositions(reader, rows.map(aboutOf));
  const found = new Map<number, NoticeFacts>();
  for (const row of rows) {
    const aboutPositionId = aboutOf(row);
    const about = positions.get(aboutPositionId ?? 0);
    found.set(row.id, {
      ...details.get(row.id),
      taskId: row.taskId,
      instanceId: row.instanceId,
      sopId: row.sopId,
      versionId: row.versionId,
      aboutPositionId,
      step: await stepOf(reader, versions, row),
      sop: row.sop,
      caseTitle: row.caseTitle,
      requesterName: row.requesterName,
      position: about?.name ?? null,
      isOpen: row.isOpen === 1,
      assigneeId: row.assigneeId,
      timeZone: row.timeZone ?? about?.timeZone ?? usualTimeZone,
    });
  }
  return found;
}

async function stepOf(
  reader: Reader,
  versions: EnactedVersions,
  { caseVersionId, nodeKey }: FactRow,
): Promise<string | null> {
  if (caseVersionId === null || nodeKey === null) return null;
  const { graph } = await versions.get(reader, caseVersionId);
  return graph.nodes.find(({ key }) => key === nodeKey)?.text ?? null;
}

interface NamedPosition extends Row {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
}

async function readPositions(
  reader: Reader,
  wanted: readonly (number | null)[],
): Promise<ReadonlyMap<number, NamedPosition>> {
  const ids = [...new Set(wanted.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await reader.all<NamedPosition>(
    `SELECT q.id, q.name, o.time_zone AS timeZone FROM position q
      JOIN office o ON o.id = q.office_id WHERE q.id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

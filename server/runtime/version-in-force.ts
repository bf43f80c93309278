import type { Reader, Row } from "../persistence/database.js";

export interface VersionInForce extends Row {
  readonly officeId: number;
  /** `null`: none is in force now. */
  readonly versionId: number | null;
  /** 1 where any version of the SOP was ever enacted. */
  readonly isEnacted: number;
}

/**
 * The version of an SOP that is in force at `now` (epoch milliseconds); undefined where there is no
 * such SOP. Retiring takes back whatever was enacted before it, and nothing enacted afterwards.
 */
export const findVersionInForce = (
  reader: Reader,
  sopId: number,
  now: number,
): Promise<VersionInForce | undefined> =>
  reader.get<VersionInForce>(
    `SELECT s.office_id AS officeId, v.id AS versionId, EXISTS (SELECT 1 FROM sop_version e
        WHERE e.sop_id = s.id AND e.status = 'ENACTED') AS isEnacted FROM sop s
      LEFT JOIN sop_version v ON v.sop_id = s.id AND v.status = 'ENACTED' AND v.in_force_from <= ?
        AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
      WHERE s.id = ? ORDER BY v.in_force_from DESC, v.ordinal DESC LIMIT 1`,
    [now, sopId],
  );

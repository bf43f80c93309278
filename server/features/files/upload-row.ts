import type { Reader, Row } from "../../persistence/database.js";

export type UploadState = "UPLOADING" | "SCANNING" | "READY" | "REFUSED" | "ATTACHED" | "REMOVING";

/** An uploaded file as the database knows it. */
export interface UploadRow extends Row {
  readonly id: number;
  readonly storeKey: string;
  readonly owner: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  /** Names of the pieces as JSON, in order. */
  readonly parts: string;
  readonly state: UploadState;
  readonly problem: string | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly expiresAt: number;
  readonly leaseUntil: number;
  readonly attempt: number;
  readonly instanceId: number | null;
}

export const selectUpload = `SELECT f.id, f.store_key AS storeKey, f.owner, f.name, f.size, f.received,
  f.parts, f.state, f.problem, f.media_type AS mediaType, f.sha256, f.expires_at AS expiresAt,
  f.lease_until AS leaseUntil, f.attempt, f.instance_id AS instanceId FROM stored_file f`;

export const findUpload = (reader: Reader, id: number): Promise<UploadRow | undefined> =>
  reader.get<UploadRow>(`${selectUpload} WHERE f.id = ?`, [id]);

export const partsOf = (row: UploadRow): readonly string[] => JSON.parse(row.parts) as string[];

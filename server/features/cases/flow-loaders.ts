import type { CaseState } from "../../../domain/index.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { WaitingReason } from "../../runtime/waiting-calls.js";
import { instanceColumns, type InstanceRow, toInstance } from "./case-loaders.js";
import type { Instance } from "./case-types.js";

/** The engine's state of a case. */
export const stateOfInstance: LoaderDefinition<number, CaseState | null> = {
  name: "stateOfInstance",
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number; state: string }>(
      `SELECT id, state FROM instance WHERE id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as CaseState]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

/** The cases that a case's connectors have started, oldest first. */
export const childrenOfInstance: LoaderDefinition<number, readonly Instance[]> = {
  name: "childrenOfInstance",
  async load({ reader }, ids) {
    const rows = await reader.all<InstanceRow>(
      `SELECT ${instanceColumns} FROM instance i WHERE i.parent_instance_id IN (${placeholders(ids)}) ORDER BY i.id`,
      [...ids],
    );
    return grouped(ids, rows, (row) => row.parent_instance_id ?? 0, toInstance);
  },
};

export interface WaitingCallRow extends Row {
  readonly instanceId: number;
  readonly versionId: number;
  readonly officeId: number;
  readonly nodeVisit: number;
  readonly sopId: number;
  readonly reason: WaitingReason;
  readonly since: number;
}

export const waitingCallColumns = `w.instance_id AS instanceId, i.version_id AS versionId,
  i.office_id AS officeId, w.visit AS nodeVisit, w.sop_id AS sopId, w.reason, w.since
  FROM waiting_call w JOIN instance i ON i.id = w.instance_id`;

export const waitingCallsOfInstance: LoaderDefinition<number, readonly WaitingCallRow[]> = {
  name: "waitingCallsOfInstance",
  async load({ reader }, ids) {
    const rows = await reader.all<WaitingCallRow>(
      `SELECT ${waitingCallColumns} WHERE w.instance_id IN (${placeholders(ids)})
        ORDER BY w.instance_id, w.visit`,
      [...ids],
    );
    return grouped(
      ids,
      rows,
      (row) => row.instanceId,
      (row) => row,
    );
  },
};

function grouped<R, T>(
  ids: readonly number[],
  rows: readonly R[],
  keyOf: (row: R) => number,
  made: (row: R) => T,
): T[][] {
  const groups = new Map<number, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(made(row));
  return ids.map((id) => groups.get(id) ?? []);
}

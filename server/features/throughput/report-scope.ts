import type { EnactedVersion, EnactedVersions } from "../../runtime/enacted-version.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { Office, officeById } from "../people/people-service.js";
import { LaneGroups } from "./lane-groups.js";
import type { ThroughputScopeInput } from "./report-inputs.js";

const mostIds = 50;
/** So many enacted versions an office may have in one report; the oldest are left out behind them. */
const mostVersions = 500;

/** Whose work a report is about. */
export interface ReportScope {
  readonly office: Office;
  readonly officeId: number;
  /** Set where it is about one SOP. */
  readonly sopId: number | null;
  /** The versions whose cases count, the newest first. */
  readonly versions: readonly EnactedVersion[];
  readonly groups: LaneGroups;
}

interface VersionRow extends Row {
  readonly id: number;
  readonly sopId: number;
}

/** Reads and checks whose work it is; refuses as NOT_FOUND what is not of the office. */
export async function readReportScope(
  scope: RequestScope,
  input: ThroughputScopeInput,
  known: EnactedVersions,
  versionIds = input.versionIds ?? null,
): Promise<ReportScope> {
  const officeId = fromGlobalId(input.officeId, "Office", "input.scope.officeId");
  authorize(scope.ctx, "throughput.read", { officeId });
  const office = await scope.loaders.get(officeById).load(officeId);
  if (!office) throw new Refusal("NOT_FOUND", "input.scope.officeId");
  const rows = await scope.reader.all<VersionRow>(
    `SELECT v.id, v.sop_id AS sopId FROM sop s JOIN sop_version v ON v.sop_id = s.id
      WHERE s.office_id = ? AND v.status IN ('ENACTED', 'REVOKED')
      ORDER BY v.id DESC LIMIT ${mostVersions}`,
    [officeId],
  );
  const sops = await sopsOf(scope, officeId, input.sopIds ?? null);
  const versions = checkedIds(versionIds, "SopVersion", "input.scope.versionIds");
  for (const id of versions ?? []) {
    if (!rows.some((row) => row.id === id)) {
      throw new Refusal("NOT_FOUND", "input.scope.versionIds");
    }
  }
  const wanted = rows.filter(
    ({ id, sopId }) => (sops?.has(sopId) ?? true) && (versions?.has(id) ?? true),
  );
  const read = await Promise.all(wanted.map(({ id }) => known.get(scope.reader, id)));
  const sopId = sops?.size === 1 ? [...sops][0]! : null;
  return { office, officeId, sopId, versions: read, groups: new LaneGroups(read, sopId !== null) };
}

async function sopsOf(
  scope: RequestScope,
  officeId: number,
  ids: readonly string[] | null,
): Promise<ReadonlySet<number> | null> {
  const wanted = checkedIds(ids, "Sop", "input.scope.sopIds");
  if (!wanted) return null;
  // Also one of which nothing was ever enacted may be asked for.
  const rows = await scope.reader.all<Row & { id: number }>(
    "SELECT id FROM sop WHERE office_id = ?",
    [officeId],
  );
  const own = new Set(rows.map(({ id }) => id));
  for (const id of wanted) if (!own.has(id)) throw new Refusal("NOT_FOUND", "input.scope.sopIds");
  return wanted;
}

function checkedIds(
  ids: readonly string[] | null,
  type: string,
  field: string,
): ReadonlySet<number> | null {
  if (ids === null || ids.length === 0) return null;
  if (ids.length > mostIds) throw new Refusal("OUT_OF_RANGE", field, { min: 1, max: mostIds });
  return new Set(ids.map((id) => fromGlobalId(id, type, field)));
}

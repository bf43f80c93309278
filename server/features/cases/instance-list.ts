import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import type { SqlValue } from "../../persistence/database.js";
import { keysetPage, type Select } from "../../persistence/keyset-page.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { InstanceFilter } from "./case-inputs.js";
import { instanceById, instanceColumns, type InstanceRow, toInstance } from "./case-loaders.js";
import { Instance } from "./case-types.js";

export const InstanceConnection = connectionOf(Instance, "Instance");

/** The cases that the caller may see, newest first. One statement. */
export async function listInstances(
  scope: RequestScope,
  filter: InstanceFilter,
  args: PageArgs,
): Promise<Connection<Instance>> {
  const page = keysetPage(args, [{ sql: "i.id", key: "id", descending: true }]);
  const extra: string[] = [];
  const params: SqlValue[] = [];
  if (filter.status) {
    extra.push("i.status = ?");
    params.push(filter.status);
  }
  if (filter.sopId) {
    extra.push("i.sop_id = ?");
    params.push(fromGlobalId(filter.sopId, "Sop", "filter.sopId"));
  }
  const arms = whose(scope, filter.requestedByMe === true).map((arm): Select => {
    const where = [arm.sql, ...extra].join(" AND ");
    return {
      sql: `SELECT ${instanceColumns} FROM ${arm.from} WHERE ${where}`,
      params: [...arm.params, ...params],
    };
  });
  const query = page.query(arms);
  const rows = await scope.reader.all<InstanceRow>(query.sql, query.params);
  const built = page.build(rows, toInstance);
  // What hangs on a case asks for it by its id, and here it is.
  const known = scope.loaders.get(instanceById);
  for (const instance of built.nodes) {
    known.prime(instance.rowId, instance);
    instance.isListed = true;
  }
  return { ...built, totalCount: null };
}

/** Where an arm reads cases from, and the condition on them. */
interface Arm extends Select {
  readonly from: string;
}

const among = (sql: string, params: readonly SqlValue[]): Arm => ({
  from: "instance i",
  sql,
  params,
});

/** Arms in which no case is twice: one for each way in which the caller may see a case. */
function whose({ ctx }: RequestScope, requestedOnly: boolean): Arm[] {
  const actor = requireSignedIn(ctx);
  if (actor.type === "SYSTEM") return [among("1 = 1", [])];
  const { officeId } = actor;
  const ofOffice = allows(actor, "case.read", { officeId });
  if (actor.type === "TOKEN") {
    return [ofOffice ? among("i.office_id = ?", [officeId]) : among("1 = 0", [])];
  }
  const { personId } = actor;
  const requested = "i.requester_id = ?";
  if (requestedOnly) return [among(requested, [personId])];
  if (allows(actor, "case.read", {})) return [among("1 = 1", [])];
  const elsewhere: Select = ofOffice
    ? { sql: "i.office_id <> ?", params: [officeId] }
    : { sql: "1 = 1", params: [] };
  return [
    ...(ofOffice ? [among("i.office_id = ?", [officeId])] : []),
    among(`${requested} AND ${elsewhere.sql}`, [personId, ...elsewhere.params]),
    workedBy(actor, elsewhere),
  ];
}

/** The cases of others that have come to the caller: by their open tasks, which are few, and indexed. */
function workedBy(
  { personId, positionIds }: { personId: number; positionIds: ReadonlySet<number> },
  elsewhere: Select,
): Arm {
  const open = "SELECT instance_id FROM task WHERE is_open = 1 AND";
  const own = [
    `${open} assignee_id = ?`,
    ...[...positionIds].map(() => `${open} position_id = ?`),
  ].join(" UNION ");
  return {
    from: `(${own}) own JOIN instance i ON i.id = own.instance_id`,
    sql: `${elsewhere.sql} AND (i.requester_id IS NULL OR i.requester_id <> ?)`,
    params: [personId, ...positionIds, ...elsewhere.params, personId],
  };
}

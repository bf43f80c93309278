import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, Unauthenticated } from "../../kernel/policy.js";
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
      sql: `SELECT ${instanceColumns} FROM instance i WHERE ${where}`,
      params: [...arm.params, ...params],
    };
  });
  const query = page.query(arms);
  const rows = await scope.reader.all<InstanceRow>(query.sql, query.params);
  const built = page.build(rows, toInstance);
  // What hangs on a case asks for it by its id, and here it is.
  const known = scope.loaders.get(instanceById);
  for (const instance of built.nodes) known.prime(instance.rowId, instance);
  return { ...built, totalCount: null };
}

/** Conditions that no case meets twice: one for each way in which the caller may see a case. */
function whose({ ctx }: RequestScope, requestedOnly: boolean): Select[] {
  const { actor } = ctx;
  if (actor.type === "ANONYMOUS") throw new Unauthenticated();
  if (actor.type === "SYSTEM") return [{ sql: "1 = 1", params: [] }];
  const { officeId } = actor;
  const ofOffice = allows(actor, "case.read", { officeId });
  if (actor.type === "TOKEN") {
    return ofOffice
      ? [{ sql: "i.office_id = ?", params: [officeId] }]
      : [{ sql: "1 = 0", params: [] }];
  }
  const requested: Select = { sql: "i.requester_id = ?", params: [actor.personId] };
  if (requestedOnly || !ofOffice) return [requested];
  if (allows(actor, "case.read", {})) return [{ sql: "1 = 1", params: [] }];
  return [
    { sql: "i.office_id = ?", params: [officeId] },
    { sql: `${requested.sql} AND i.office_id <> ?`, params: [...requested.params, officeId] },
  ];
}

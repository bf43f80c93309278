import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { allows } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import {
  holdersOfPosition,
  loadAll,
  Position,
  positionIdByCode,
} from "../people/people-service.js";
import { Lane } from "./graph-types.js";
import { formOf, formOfVersion, sopById } from "./sop-loaders.js";
import { Sop, SopVersion } from "./sop-types.js";

/** The ids of the SOPs in force of which a lane is bound to the position, by its code. */
const sopsByPosition: LoaderDefinition<string, readonly number[]> = {
  name: "sopsByPosition",
  async load({ reader, loaders, ctx }, codes) {
    const versions = await reader.all<Row & { id: number; sopId: number }>(
      `SELECT v.id, v.sop_id AS sopId FROM sop_version v JOIN sop s ON s.id = v.sop_id
        WHERE v.status = 'ENACTED' AND v.in_force_from <= ?
        AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
        AND NOT EXISTS (SELECT 1 FROM sop_version w WHERE w.sop_id = v.sop_id
          AND w.status = 'ENACTED' AND w.ordinal > v.ordinal AND w.in_force_from <= ?)
        ORDER BY s.title, s.id`,
      [ctx.now(), ctx.now()],
    );
    const forms = await Promise.all(versions.map(({ id }) => loaders.get(formOfVersion).load(id)));
    return codes.map((code) =>
      versions.flatMap(({ sopId }, index) =>
        forms[index]?.lanes.some(({ positionCode }) => positionCode === code) ? [sopId] : [],
      ),
    );
  },
};

@Resolver(() => Position)
export class PositionSopsResolver {
  @FieldResolver(() => [Sop], {
    description: "The SOPs in force of which it works a lane, by title. A token needs SOPS_READ.",
  })
  async sopsInForce(@Root() position: Position, @Ctx() scope: RequestScope): Promise<Sop[]> {
    const ids = await scope.loaders.get(sopsByPosition).load(position.code);
    const sops = await loadAll(scope, sopById, ids);
    return sops.filter(({ officeId }) => allows(scope.ctx.actor, "sop.read", { officeId }));
  }
}

@Resolver(() => SopVersion)
export class VacantLanesResolver {
  @FieldResolver(() => [Lane], {
    description:
      "The lanes of which nobody holds the position at this moment. They do not keep it from being enacted, but what comes to them waits until somebody is appointed.",
  })
  async vacantLanes(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<Lane[]> {
    const { lanes } = await formOf(scope, version.rowId);
    const vacant = await Promise.all(
      lanes.map(async ({ positionCode }) => {
        if (positionCode === null) return false;
        const positionId = await scope.loaders.get(positionIdByCode).load(positionCode);
        if (positionId === null) return false;
        return (await scope.loaders.get(holdersOfPosition).load(positionId)).length === 0;
      }),
    );
    return lanes.filter((_, index) => vacant[index]);
  }
}

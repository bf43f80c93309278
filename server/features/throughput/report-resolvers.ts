import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Instance, instanceById, mayRead } from "../cases/case-service.js";
import {
  loadAll,
  loadOne,
  Person,
  personById,
  Position,
  positionById,
} from "../people/people-service.js";
import { Sop, sopById, SopVersion, versionById } from "../sops/sop-service.js";
import { ThroughputItem } from "./item-types.js";
import { OldestWait, PersonFigures, StepFigures, ThroughputLane } from "./lane-types.js";
import { LaneThroughput } from "./report-types.js";

async function instanceOf(scope: RequestScope, id: number): Promise<Instance | null> {
  const instance = await scope.loaders.get(instanceById).load(id);
  return instance && (await mayRead(scope, "case.read", instance)) ? instance : null;
}

@Resolver(() => ThroughputLane)
export class ThroughputLaneResolver {
  @FieldResolver(() => Position, {
    nullable: true,
    description: "The position that it is bound to; null for requesters.",
  })
  position(
    @Root() { positionId }: ThroughputLane,
    @Ctx() scope: RequestScope,
  ): NowOrLater<Position | null> {
    return positionId === null ? null : scope.loaders.get(positionById).load(positionId);
  }
}

@Resolver(() => OldestWait)
export class OldestWaitResolver {
  @FieldResolver(() => Instance, {
    nullable: true,
    description: "Its case; null if the asker may not read it.",
  })
  instance(@Root() { instanceId }: OldestWait, @Ctx() scope: RequestScope) {
    return instanceOf(scope, instanceId);
  }
}

@Resolver(() => StepFigures)
export class StepFiguresResolver {
  @FieldResolver(() => Sop, { description: "Its SOP." })
  sop(@Root() { sopId }: StepFigures, @Ctx() scope: RequestScope): Promise<Sop> {
    return loadOne(scope, sopById, sopId);
  }
}

@Resolver(() => PersonFigures)
export class PersonFiguresResolver {
  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who; null if they are not known any more.",
  })
  person(@Root() { personId }: PersonFigures, @Ctx() scope: RequestScope) {
    return scope.loaders.get(personById).load(personId);
  }
}

@Resolver(() => LaneThroughput)
export class LaneThroughputResolver {
  @FieldResolver(() => [SopVersion], {
    description: "The versions whose cases count, newest first.",
  })
  versions(
    @Root() { versionIds }: LaneThroughput,
    @Ctx() scope: RequestScope,
  ): Promise<SopVersion[]> {
    return loadAll(scope, versionById, versionIds);
  }
}

@Resolver(() => ThroughputItem)
export class ThroughputItemResolver {
  @FieldResolver(() => Instance, {
    nullable: true,
    description: "The case; null if the asker may not read it.",
  })
  instance(@Root() { instanceId }: ThroughputItem, @Ctx() scope: RequestScope) {
    return instanceOf(scope, instanceId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who finished the task; null where nobody did, or the asker may not see it.",
  })
  person(@Root() { personId }: ThroughputItem, @Ctx() scope: RequestScope) {
    return personId === null ? null : scope.loaders.get(personById).load(personId);
  }
}

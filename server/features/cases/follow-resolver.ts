import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Refusal } from "../../kernel/refusal.js";
import { mutationPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { formOf } from "../sops/sop-service.js";
import { readThrough } from "./case-access.js";
import { historyOfInstance } from "./case-loaders.js";
import { findArrival } from "./case-log-story.js";
import { Instance } from "./case-types.js";
import type { FollowService } from "./follow-service.js";
import { FollowCaseInput, FollowCasePayload } from "./follow-types.js";
import { whereaboutsOf } from "./whereabouts.js";
import { Arrival, CasePlace, Whereabouts } from "./whereabouts-types.js";

@Resolver()
export class FollowResolver {
  constructor(private readonly service: FollowService) {}

  @Query(() => FollowCasePayload, {
    description: "A case by its receipt; nobody needs to be signed in.",
  })
  followCase(
    @Arg("input", () => FollowCaseInput, { description: "What stands on the receipt." })
    input: FollowCaseInput,
    @Ctx() scope: RequestScope,
  ): Promise<FollowCasePayload> {
    return mutationPayload(scope.ctx, FollowCasePayload, async (payload) => {
      if (!scope.mayTakePassword) throw new Refusal("HTTPS_REQUIRED");
      payload.case = await this.service.follow(scope, input);
    });
  }
}

@Resolver(() => Instance)
export class WhereaboutsResolver {
  constructor(private readonly calendars: WorkingCalendars) {}

  @FieldResolver(() => Whereabouts, {
    description: "Where it is now, also in a sentence. A token needs TASKS_READ.",
  })
  async whereabouts(@Root() instance: Instance, @Ctx() scope: RequestScope): Promise<Whereabouts> {
    const { actor } = scope.ctx;
    const toRequester = actor.type === "PERSON" && actor.personId === instance.requesterId;
    const told = { toRequester, byReceipt: false };
    const tell = () => whereaboutsOf(scope, this.calendars, instance, told);
    return readThrough(scope, "task.read", instance, tell);
  }
}

@Resolver(() => CasePlace)
export class CasePlaceResolver {
  @FieldResolver(() => Arrival, {
    nullable: true,
    description:
      "Who handed it on to there, and with which words; null where it began there and, to whoever follows with a receipt, for what the staff say to each other.",
  })
  async arrival(@Root() place: CasePlace, @Ctx() scope: RequestScope): Promise<Arrival | null> {
    const { task, taskId, isRequester } = place;
    if (taskId === null && !isRequester) return null;
    const history = await scope.loaders.get(historyOfInstance).load(task.instanceId);
    return findArrival(history, await formOf(scope, task.versionId), task.visit);
  }
}

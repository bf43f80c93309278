import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { fromGlobalId, toGlobalId } from "../../kernel/global-id.js";
import { allows, Unauthenticated } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type CaseChange, changeBusOf } from "../../runtime/change-bus.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { instanceById } from "./case-loaders.js";
import { Instance } from "./case-types.js";

@ObjectType({ simpleResolvers: true, description: "A case changed that touches a worklist." })
export class WorklistChange {
  change!: CaseChange;

  @Field(() => ID, { description: "The case." })
  instanceId!: string;
}

/** What a subscription's `subscribe` is given; type-graphql types it more loosely. */
interface SubscribeArgs {
  readonly context: RequestScope;
  readonly args: Record<string, unknown>;
}

/** The live side of worklists and cases: each event says that something changed, and is read afresh. */
@Resolver(() => WorklistChange)
export class CaseSubscriptions {
  @Subscription(() => WorklistChange, {
    description: "Something that the caller may act on, or just lost, changed.",
    subscribe: ({ context }: SubscribeArgs) => {
      const { actor } = context.ctx;
      if (actor.type === "ANONYMOUS") throw new Unauthenticated();
      if (actor.type !== "PERSON") throw new Refusal("FORBIDDEN");
      return changeBusOf(context.database).subscribe(
        ({ positionIds, personIds }) =>
          personIds.includes(actor.personId) || positionIds.some((id) => actor.positionIds.has(id)),
      );
    },
  })
  worklistChanged(@Root() change: CaseChange): WorklistChange {
    return { change, instanceId: toGlobalId("Instance", change.instanceId) };
  }

  @Subscription(() => Instance, {
    description: "The case each time that something happened to it.",
    subscribe: async ({ context, args }: SubscribeArgs) => {
      const { id } = args as { id: string };
      const instanceId = fromGlobalId(id, "Instance", "id");
      const instance = await context.loaders.get(instanceById).load(instanceId);
      if (context.ctx.actor.type === "ANONYMOUS") throw new Unauthenticated();
      if (!instance || !allows(context.ctx.actor, "case.read", instance)) {
        throw new Refusal("NOT_FOUND", "id");
      }
      return changeBusOf(context.database).subscribe((change) => change.instanceId === instanceId);
    },
  })
  instanceChanged(
    @Root() change: CaseChange,
    @Ctx() scope: RequestScope,
    @Arg("id", () => ID, { description: "The case." }) _id: string,
  ): Promise<Instance> {
    return loadOne(scope, instanceById, change.instanceId);
  }

  @FieldResolver(() => [ID], { description: "The tasks of it that changed." })
  async taskIds(@Root() { change }: WorklistChange, @Ctx() scope: RequestScope) {
    if (change.taskNos.length === 0) return [];
    const rows = await scope.reader.all<Row & { id: number }>(
      `SELECT id FROM task WHERE instance_id = ? AND no IN (${placeholders(change.taskNos)})`,
      [change.instanceId, ...change.taskNos],
    );
    return rows.map(({ id }) => toGlobalId("Task", id));
  }
}

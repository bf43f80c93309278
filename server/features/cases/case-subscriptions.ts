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
import { requirePerson, requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { CaseChange } from "../../runtime/case-change.js";
import { changeBusOf } from "../../runtime/change-bus.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne } from "../people/people-service.js";
import { mayRead, readThrough } from "./case-access.js";
import { instanceById } from "./case-loaders.js";
import { Instance } from "./case-types.js";
import { touchesWorklist } from "./worklist-changes.js";

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
      const { personId } = requirePerson(context.ctx);
      return changeBusOf(context.database).subscribe(touchesWorklist(context, personId));
    },
  })
  worklistChanged(@Root() change: CaseChange): WorklistChange {
    return { change, instanceId: toGlobalId("Instance", change.instanceId) };
  }

  @Subscription(() => Instance, {
    description:
      "The case each time that something happened to it; it ends once the caller may not read it.",
    subscribe: async ({ context, args }: SubscribeArgs) => {
      const { id } = args as { id: string };
      requireSignedIn(context.ctx);
      const instanceId = fromGlobalId(id, "Instance", "id");
      const instance = await context.loaders.get(instanceById).load(instanceId);
      if (!instance || !(await mayRead(context, "case.read", instance))) {
        throw new Refusal("NOT_FOUND", "id");
      }
      return changeBusOf(context.database).subscribe((change) => change.instanceId === instanceId);
    },
  })
  async instanceChanged(
    @Root() change: CaseChange,
    @Ctx() scope: RequestScope,
    @Arg("id", () => ID, { description: "The case." }) _id: string,
  ): Promise<Instance> {
    const instance = await loadOne(scope, instanceById, change.instanceId);
    // The scope is the event's own: whoever may no longer read the case is told of it no more.
    return readThrough(scope, "case.read", instance, () => instance);
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

import { Arg, Args, Ctx, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import { Field, ObjectType } from "type-graphql";
import { fromGlobalId, toGlobalId } from "../../kernel/global-id.js";
import { authorize } from "../../kernel/policy.js";
import type { CaseChange } from "../../runtime/case-change.js";
import { changeBusOf } from "../../runtime/change-bus.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { ThroughputItem, ThroughputItemConnection } from "./item-types.js";
import { LaneThroughputInput, ThroughputCasesInput } from "./report-inputs.js";
import { LaneThroughput } from "./report-types.js";
import type { ThroughputItemService } from "./throughput-item-service.js";
import type { ThroughputService } from "./throughput-service.js";

@ObjectType({ simpleResolvers: true, description: "Something happened that a report may show." })
export class ThroughputChange {
  @Field(() => ID, { description: "The case that it happened to." })
  instanceId!: string;
}

/** Which lane holds up the work. */
@Resolver()
export class ThroughputResolver {
  constructor(
    private readonly throughput: ThroughputService,
    private readonly items: ThroughputItemService,
  ) {}

  @Query(() => LaneThroughput, {
    description:
      "What lay with each lane in a period, how long it took, and which lane holds up the work. For managers, approvers and admins; a token needs CASES_READ.",
  })
  laneThroughput(
    @Ctx() scope: RequestScope,
    @Arg("input", () => LaneThroughputInput, { description: "Whose work, and when." })
    input: LaneThroughputInput,
  ): Promise<LaneThroughput> {
    return this.throughput.report(scope, input);
  }

  @Query(() => ThroughputItemConnection, {
    description:
      "What is behind one number of a report, the newest first. `totalCount` is the number itself, from the same snapshot.",
  })
  throughputCases(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ThroughputCasesInput, { description: "Which number." })
    input: ThroughputCasesInput,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<ThroughputItem>> {
    return this.items.list(scope, input, page);
  }

  @Subscription(() => ThroughputChange, {
    description: "Something happened to a case of the office, so that its report may be another.",
    subscribe: ({ context, args }: { context: RequestScope; args: Record<string, unknown> }) => {
      const officeId = fromGlobalId((args as { officeId: string }).officeId, "Office", "officeId");
      authorize(context.ctx, "throughput.read", { officeId });
      return changeBusOf(context.database).subscribe((change) => change.officeId === officeId);
    },
  })
  throughputChanged(
    @Root() change: CaseChange,
    @Arg("officeId", () => ID, { description: "The office." }) _officeId: string,
  ): ThroughputChange {
    return { instanceId: toGlobalId("Instance", change.instanceId) };
  }
}

import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { SopOutput } from "../sops/sop-service.js";
import { TaskOutcome } from "./case-types.js";
import { readOwed } from "./read-owed.js";

/** What a decision has to give, by the way that it chooses. */
@Resolver(() => TaskOutcome)
export class TaskOutcomeResolver {
  constructor(private readonly versions: EnactedVersions) {}

  @FieldResolver(() => [SopOutput], {
    description:
      "Those of the task's `owedOutputs` that ending it this way must give, because a step on that way is linked to them; none where it has ended.",
  })
  owedOutputs(
    @Root() { task, key }: TaskOutcome,
    @Ctx() scope: RequestScope,
  ): NowOrLater<readonly SopOutput[]> {
    return task === null ? [] : readOwed(scope, this.versions, task, key);
  }
}

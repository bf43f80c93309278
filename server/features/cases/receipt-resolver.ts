import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { readThrough } from "./case-access.js";
import { instanceById } from "./case-loaders.js";
import { Instance } from "./case-types.js";
import { printCode } from "./receipt-code.js";
import { receiptOfInstance } from "./receipt-loader.js";
import type { ReceiptService } from "./receipt-service.js";
import { Receipt, ReissueReceiptInput, ReissueReceiptPayload } from "./receipt-types.js";

@Resolver(() => Instance)
export class ReceiptResolver {
  constructor(private readonly service: ReceiptService) {}

  @Mutation(() => ReissueReceiptPayload, {
    description:
      "Gives a case another secret, where the last one was lost: for its requester and, where that is somebody without an account, for the office's front desk or a token with CASES_START and CASES_READ. It is written down who did it.",
  })
  reissueReceipt(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ReissueReceiptInput, { description: "Of which case." })
    input: ReissueReceiptInput,
  ): Promise<ReissueReceiptPayload> {
    return signedInPayload(scope.ctx, ReissueReceiptPayload, async (payload) => {
      const instanceId = fromGlobalId(input.instanceId, "Instance", "input.instanceId");
      const { number, secret } = await this.service.reissue(scope.ctx, instanceId);
      payload.receipt = { number: printCode(number), secret: printCode(secret) };
      scope.loaders.clear();
      payload.instance = await scope.loaders.get(instanceById).load(instanceId);
    });
  }

  @FieldResolver(() => Receipt, {
    nullable: true,
    description:
      "What somebody without an account follows it with; null for a case that was given none. A token needs CASES_READ.",
  })
  receipt(@Root() instance: Instance, @Ctx() scope: RequestScope): NowOrLater<Receipt | null> {
    const load = () => scope.loaders.get(receiptOfInstance).load(instance.rowId);
    return readThrough(scope, "case.read", instance, load);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the caller could give it another secret.",
  })
  canReissueReceipt(
    @Root() { officeId, requesterId }: Instance,
    @Ctx() scope: RequestScope,
  ): boolean {
    const subject = { officeId, requesterId, positionId: null };
    return allows(scope.ctx.actor, "receipt.reissue", subject);
  }
}

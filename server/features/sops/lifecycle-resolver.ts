import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { DiscardService } from "./discard-service.js";
import type { EnactService } from "./enact-service.js";
import { UnscheduleVersionInput, VersionActionInput } from "./sop-inputs.js";
import { sopById, versionById } from "./sop-loaders.js";
import { DiscardDraftPayload, SopPayload } from "./sop-payloads.js";
import { optionalText } from "./version-action.js";

/** How versions end that never came into force. */
@Resolver()
export class LifecycleResolver {
  constructor(
    private readonly discards: DiscardService,
    private readonly enactments: EnactService,
  ) {}

  @Mutation(() => DiscardDraftPayload, {
    description:
      "Throws away a draft that was never enacted, notes and history too; and its SOP, if that has no other version. Who has it open is told DISCARDED.",
  })
  discardDraft(
    @Ctx() scope: RequestScope,
    @Arg("input", () => VersionActionInput, { description: "Which one." })
    input: VersionActionInput,
  ): Promise<DiscardDraftPayload> {
    return signedInPayload(scope.ctx, DiscardDraftPayload, async (payload) => {
      const versionId = fromGlobalId(input.versionId, "SopVersion", "input.versionId");
      const { revision } = input;
      const { sopId, sopStays } = await this.discards.discard(scope.ctx, { versionId, revision });
      payload.discardedId = input.versionId;
      scope.loaders.clear();
      payload.sop = sopStays ? await scope.loaders.get(sopById).load(sopId) : null;
    });
  }

  @Mutation(() => SopPayload, {
    description:
      "Takes back an enacted version before the day on which it comes into force (batalkan). What it says goes on as a draft, unless one is open; `version` is the draft.",
  })
  unscheduleVersion(
    @Ctx() scope: RequestScope,
    @Arg("input", () => UnscheduleVersionInput, { description: "Which one, and why." })
    input: UnscheduleVersionInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const versionId = fromGlobalId(input.versionId, "SopVersion", "input.versionId");
      const reason = optionalText(input.reason, "input.reason");
      const ids = await this.enactments.unschedule(scope.ctx, versionId, reason);
      scope.loaders.clear();
      payload.sop = await scope.loaders.get(sopById).load(ids.sopId);
      payload.version = await scope.loaders.get(versionById).load(ids.versionId);
    });
  }
}

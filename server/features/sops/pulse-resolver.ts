import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadAll, loadOne, Person, personById } from "../people/people-service.js";
import type { PresenceService } from "./presence-service.js";
import { DraftPresence, DraftPulseInput, DraftPulsePayload } from "./pulse-types.js";
import { versionById } from "./sop-loaders.js";
import { mayReadHistory } from "./version-access.js";

/** What an open editor asks every few seconds. */
@Resolver(() => DraftPulsePayload)
export class DraftPulseResolver {
  constructor(private readonly presence: PresenceService) {}

  @Mutation(() => DraftPulsePayload, {
    description:
      "Every 5 to 10 seconds from each window that has a draft open: says that it is there, and answers who else is and what was saved meanwhile.",
  })
  draftPulse(
    @Ctx() scope: RequestScope,
    @Arg("input", () => DraftPulseInput, { description: "Which draft, and which window." })
    input: DraftPulseInput,
  ): Promise<DraftPulsePayload> {
    return signedInPayload(scope.ctx, DraftPulsePayload, async (payload) => {
      const versionId = fromGlobalId(input.versionId, "SopVersion", "input.versionId");
      const missed = await this.presence.pulse(scope.ctx, {
        versionId,
        revision: input.revision,
        tab: input.tab,
        focus: input.focus ?? null,
        leaving: input.leaving ?? false,
      });
      payload.revision = missed.revision;
      payload.edits = missed.edits;
      payload.editedByIds = missed.personIds;
      scope.loaders.clear();
      payload.version = await scope.loaders.get(versionById).load(versionId);
      payload.status = payload.version?.status ?? null;
      payload.notesRevision = payload.version?.notesRevision ?? null;
    });
  }

  @FieldResolver(() => [Person], { description: "Who made these edits." })
  editedBy(@Root() payload: DraftPulsePayload, @Ctx() scope: RequestScope): Promise<Person[]> {
    return loadAll(scope, personById, payload.editedByIds);
  }

  @FieldResolver(() => [DraftPresence], {
    description: "Every window that has the draft open, the caller's own among them; at most 50.",
  })
  async people(
    @Root() { version }: DraftPulsePayload,
    @Ctx() scope: RequestScope,
  ): Promise<DraftPresence[]> {
    if (!version?.isOpen || !mayReadHistory(scope, version)) return [];
    const { actor } = scope.ctx;
    const me = actor.type === "PERSON" ? actor.personId : 0;
    const present = await this.presence.present(scope.ctx, version.rowId);
    return present.map(({ personId, tab, focus, seenAt, canEdit }) =>
      Object.assign(new DraftPresence(), {
        personId,
        tab,
        focus,
        seenAt,
        canEdit: canEdit === 1,
        isMe: personId === me,
      }),
    );
  }
}

@Resolver(() => DraftPresence)
export class DraftPresenceResolver {
  @FieldResolver(() => Person, { description: "Who." })
  person(@Root() { personId }: DraftPresence, @Ctx() scope: RequestScope): Promise<Person> {
    return loadOne(scope, personById, personId);
  }
}

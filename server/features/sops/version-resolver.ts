import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { messageFor } from "../../kernel/messages/messages.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { chain, type NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import {
  loadAll,
  loadOne,
  Person,
  personById,
  Position,
  positionByCode,
} from "../people/people-service.js";
import { FormColumns } from "./columns-types.js";
import type { DraftService, SeenVersion } from "./draft-service.js";
import type { EnactService } from "./enact-service.js";
import { FormLists, Identity } from "./form-types.js";
import { Lane, SopEdge, SopNode, SopOutput } from "./graph-types.js";
import {
  EditDraftInput,
  EnactVersionInput,
  SendBackVersionInput,
  VersionActionInput,
} from "./sop-inputs.js";
import { formOf, sopById, versionById } from "./sop-loaders.js";
import {
  DraftConflict,
  EditDraftPayload,
  EnactVersionPayload,
  VersionPayload,
} from "./sop-payloads.js";
import { Sop, SopVersion } from "./sop-types.js";
import { optionalText } from "./version-action.js";

/** The version as it is now, read after the commit. */
function reread(scope: RequestScope, versionId: number): Promise<SopVersion | null> {
  scope.loaders.clear();
  return scope.loaders.get(versionById).load(versionId);
}

const seenVersion = ({ versionId, revision }: VersionActionInput): SeenVersion => ({
  versionId: fromGlobalId(versionId, "SopVersion", "input.versionId"),
  revision,
});

@Resolver(() => SopVersion)
export class SopVersionResolver {
  constructor(
    private readonly drafts: DraftService,
    private readonly enactments: EnactService,
  ) {}

  @Mutation(() => EditDraftPayload, {
    description: "Saves changes of a draft, all or none. An old revision changes nothing.",
  })
  editDraft(
    @Ctx() scope: RequestScope,
    @Arg("input", () => EditDraftInput, { description: "What to change." }) input: EditDraftInput,
  ): Promise<EditDraftPayload> {
    return signedInPayload(scope.ctx, EditDraftPayload, async (payload) => {
      const versionId = fromGlobalId(input.versionId, "SopVersion", "input.versionId");
      const conflict = await this.drafts.edit(scope.ctx, versionId, input.revision, input.edits);
      payload.version = await reread(scope, versionId);
      if (!conflict) return;
      const { revision, edits, personIds } = conflict;
      payload.conflict = { revision, edits, editedByIds: personIds };
      const message = messageFor(scope.ctx.locale, "CONFLICT");
      payload.userErrors.push({ code: "CONFLICT", field: "input.revision", message });
    });
  }

  @Mutation(() => VersionPayload, { description: "Hands a draft to the approver (ajukan)." })
  submitVersion(
    @Ctx() scope: RequestScope,
    @Arg("input", () => VersionActionInput, { description: "Which one." })
    input: VersionActionInput,
    @Arg("message", () => String, {
      nullable: true,
      description: "For the approver: what is new, what to look at; 4000 characters.",
    })
    message?: string | null,
  ): Promise<VersionPayload> {
    return signedInPayload(scope.ctx, VersionPayload, async (payload) => {
      const seen = seenVersion(input);
      await this.drafts.submit(scope.ctx, seen, optionalText(message, "message"));
      payload.version = await reread(scope, seen.versionId);
    });
  }

  @Mutation(() => VersionPayload, { description: "Takes a submitted version back to be edited." })
  withdrawSubmission(
    @Ctx() scope: RequestScope,
    @Arg("input", () => VersionActionInput, { description: "Which one." })
    input: VersionActionInput,
  ): Promise<VersionPayload> {
    return signedInPayload(scope.ctx, VersionPayload, async (payload) => {
      const seen = seenVersion(input);
      await this.drafts.withdraw(scope.ctx, seen);
      payload.version = await reread(scope, seen.versionId);
    });
  }

  @Mutation(() => VersionPayload, {
    description: "Sends a submitted version back to be changed (kembalikan), with the reason.",
  })
  sendBackVersion(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SendBackVersionInput, { description: "Which one, and why." })
    input: SendBackVersionInput,
  ): Promise<VersionPayload> {
    return signedInPayload(scope.ctx, VersionPayload, async (payload) => {
      const reason = optionalText(input.reason, "input.reason");
      const seen = seenVersion(input);
      const key = input.idempotencyKey ?? null;
      await this.drafts.sendBack(scope.ctx, seen, reason, key);
      payload.version = await reread(scope, seen.versionId);
    });
  }

  @Mutation(() => EnactVersionPayload, {
    description: "Puts a version into force (sahkan). A drawing with problems is not enacted.",
  })
  enactVersion(
    @Ctx() scope: RequestScope,
    @Arg("input", () => EnactVersionInput, { description: "Which one, and from when." })
    input: EnactVersionInput,
  ): Promise<EnactVersionPayload> {
    return signedInPayload(scope.ctx, EnactVersionPayload, async (payload) => {
      const versionId = fromGlobalId(input.versionId, "SopVersion", "input.versionId");
      payload.problems = await this.enactments.enact(scope.ctx, {
        versionId,
        revision: input.revision,
        inForceFrom: input.inForceFrom ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      });
      payload.version = await reread(scope, versionId);
      if (payload.problems.length === 0) return;
      const message = messageFor(scope.ctx.locale, "PROBLEMS");
      payload.userErrors.push({ code: "PROBLEMS", field: "input.versionId", message });
    });
  }

  @FieldResolver(() => Sop, { description: "The SOP of which it is a version." })
  sop(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<Sop> {
    return loadOne(scope, sopById, version.sopId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who enacted it." })
  enactedBy(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<Person | null> {
    const { enactedById } = version;
    return enactedById === null
      ? Promise.resolve(null)
      : scope.loaders.get(personById).load(enactedById);
  }

  @FieldResolver(() => Identity, { description: "The identity fields of the first page." })
  identity(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<Identity> {
    return chain(formOf(scope, version.rowId), (form) => form.identity);
  }

  @FieldResolver(() => FormLists, { description: "The lists of the first page." })
  lists(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<FormLists> {
    return chain(formOf(scope, version.rowId), (form) => form.lists);
  }

  @FieldResolver(() => FormColumns, {
    nullable: true,
    description: "How its columns are arranged; null: as on the official form.",
  })
  columns(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<FormColumns | null> {
    return chain(formOf(scope, version.rowId), (form) => form.columns);
  }

  @FieldResolver(() => [Lane], { description: "The columns, from left to right." })
  lanes(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<readonly Lane[]> {
    return chain(formOf(scope, version.rowId), (form) => form.lanes);
  }

  @FieldResolver(() => [SopNode], { description: "The symbols, from top to bottom." })
  nodes(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<readonly SopNode[]> {
    return chain(formOf(scope, version.rowId), (form) => form.nodes);
  }

  @FieldResolver(() => [SopEdge], { description: "The arrows." })
  edges(@Root() version: SopVersion, @Ctx() scope: RequestScope): NowOrLater<readonly SopEdge[]> {
    return chain(formOf(scope, version.rowId), (form) => form.edges);
  }

  @FieldResolver(() => [SopOutput], { description: "The named documents." })
  outputs(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
  ): NowOrLater<readonly SopOutput[]> {
    return chain(formOf(scope, version.rowId), (form) => form.outputs);
  }
}

@Resolver(() => DraftConflict)
export class DraftConflictResolver {
  @FieldResolver(() => [Person], { description: "Who made these edits." })
  editedBy(@Root() conflict: DraftConflict, @Ctx() scope: RequestScope): Promise<Person[]> {
    return loadAll(scope, personById, conflict.editedByIds);
  }
}

@Resolver(() => Lane)
export class LaneResolver {
  @FieldResolver(() => Position, {
    nullable: true,
    description: "The position whose holders work it, where one is bound.",
  })
  async position(@Root() lane: Lane, @Ctx() scope: RequestScope): Promise<Position | null> {
    return lane.positionCode === null
      ? null
      : scope.loaders.get(positionByCode).load(lane.positionCode);
  }
}

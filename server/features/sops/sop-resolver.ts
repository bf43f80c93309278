import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { kindOf, type Lane } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Office, officeById, positionIdByCode } from "../people/people-service.js";
import {
  CreateSopInput,
  RenumberSopInput,
  RetireSopInput,
  ReviseSopInput,
  SopFilter,
} from "./sop-inputs.js";
import { listSops, SopConnection } from "./sop-list.js";
import { formOf, sopById, versionById, versionsBySop } from "./sop-loaders.js";
import { SopPayload } from "./sop-payloads.js";
import type { SopIds, SopService } from "./sop-service.js";
import { Sop, SopStatus, SopVersion } from "./sop-types.js";
import { mayReadVersion } from "./version-access.js";
import { optionalText } from "./version-action.js";

@Resolver(() => Sop)
export class SopResolver {
  constructor(private readonly service: SopService) {}

  @Query(() => SopConnection, { description: "The SOPs that the caller may see, by title." })
  sops(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => SopFilter, { nullable: true, description: "Which ones." })
    filter?: SopFilter | null,
  ): Promise<Connection<Sop>> {
    return listSops(scope, filter ?? {}, page);
  }

  @Mutation(() => SopPayload, {
    description: "Creates an SOP with a draft: from nothing, a template, or a copy of another SOP.",
  })
  createSop(
    @Ctx() scope: RequestScope,
    @Arg("input", () => CreateSopInput, { description: "What to create." }) input: CreateSopInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const ids = await this.service.create(scope.ctx, {
        officeId: fromGlobalId(input.officeId, "Office", "input.officeId"),
        number: input.number ?? null,
        part: input.part ?? null,
        title: input.title,
        copyOf: input.copyOf ? fromGlobalId(input.copyOf, "SopVersion", "input.copyOf") : null,
        template: input.template ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      });
      await fill(payload, scope, ids);
    });
  }

  @Mutation(() => SopPayload, { description: "Opens a draft of the next version." })
  reviseSop(
    @Ctx() scope: RequestScope,
    @Arg("input", () => ReviseSopInput, { description: "Which one." }) input: ReviseSopInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const sopId = fromGlobalId(input.sopId, "Sop", "input.sopId");
      const from = input.from ? fromGlobalId(input.from, "SopVersion", "input.from") : null;
      const idempotencyKey = input.idempotencyKey ?? null;
      const ids = await this.service.revise(scope.ctx, { sopId, from, idempotencyKey });
      await fill(payload, scope, ids);
    });
  }

  @Mutation(() => SopPayload, {
    description: "Gives an SOP another number and part, until one of its versions is enacted.",
  })
  renumberSop(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RenumberSopInput, { description: "Which one, and what it is to be." })
    input: RenumberSopInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const sopId = fromGlobalId(input.sopId, "Sop", "input.sopId");
      const { number = null, part = null } = input;
      await this.service.renumber(scope.ctx, sopId, { number, part });
      await fill(payload, scope, { sopId });
    });
  }

  @Mutation(() => SopPayload, { description: "Takes an SOP out of force (cabut)." })
  retireSop(
    @Ctx() scope: RequestScope,
    @Arg("input", () => RetireSopInput, { description: "Which one." }) input: RetireSopInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const sopId = fromGlobalId(input.sopId, "Sop", "input.sopId");
      const reason = optionalText(input.reason, "input.reason");
      await this.service.retire(scope.ctx, sopId, reason);
      await fill(payload, scope, { sopId });
    });
  }

  @FieldResolver(() => Office, { description: "The office whose SOP it is." })
  office(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<Office> {
    return loadOne(scope, officeById, sop.officeId);
  }

  @FieldResolver(() => SopStatus, { description: "Where it stands as a whole." })
  async status(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<SopStatus> {
    const versions = await scope.loaders.get(versionsBySop).load(sop.rowId);
    const has = (status: SopVersion["status"]) => versions.some((one) => one.status === status);
    if (has("IN_FORCE")) return "IN_FORCE";
    if (has("RETIRED")) return "RETIRED";
    return has("SCHEDULED") ? "SCHEDULED" : "DRAFT_ONLY";
  }

  @FieldResolver(() => SopVersion, {
    nullable: true,
    description: "The version that new cases run on.",
  })
  async inForce(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<SopVersion | null> {
    const versions = await this.versions(sop, scope);
    return versions.find(({ status }) => status === "IN_FORCE") ?? null;
  }

  @FieldResolver(() => SopVersion, {
    nullable: true,
    description: "The draft, for those who may see drafts.",
  })
  async draft(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<SopVersion | null> {
    const versions = await this.versions(sop, scope);
    return versions.find(({ isOpen }) => isOpen) ?? null;
  }

  @FieldResolver(() => [SopVersion], {
    description: "All versions, newest first; drafts only for those who may see them.",
  })
  async versions(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<SopVersion[]> {
    const versions = await scope.loaders.get(versionsBySop).load(sop.rowId);
    return versions.filter((version) => mayReadVersion(scope, version));
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may edit its draft." })
  canEdit(@Root() sop: Sop, @Ctx() scope: RequestScope): boolean {
    return allows(scope.ctx.actor, "sop.editDraft", { officeId: sop.officeId });
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may enact its draft." })
  canEnact(@Root() sop: Sop, @Ctx() scope: RequestScope): boolean {
    return allows(scope.ctx.actor, "sop.enact", { officeId: sop.officeId });
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the caller may start a case of it now, for themselves or on behalf.",
  })
  async canStart(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<boolean> {
    const lane = await this.#startLane(sop, scope);
    if (!lane?.binding) return false;
    const positionId =
      lane.binding.type === "POSITION"
        ? await scope.loaders.get(positionIdByCode).load(lane.binding.position)
        : null;
    // A position that is gone must not pass for the requester's lane.
    if (lane.binding.type === "POSITION" && positionId === null) return false;
    const subject = { officeId: sop.officeId, positionId };
    const { actor } = scope.ctx;
    return allows(actor, "case.start", subject) || allows(actor, "case.startOnBehalf", subject);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of the lane that starts its cases; null while none is in force.",
  })
  async startedByLane(@Root() sop: Sop, @Ctx() scope: RequestScope): Promise<string | null> {
    return (await this.#startLane(sop, scope))?.name ?? null;
  }

  async #startLane(sop: Sop, scope: RequestScope): Promise<Lane | undefined> {
    const version = await this.inForce(sop, scope);
    if (!version) return undefined;
    const { graph } = (await formOf(scope, version.rowId)).document;
    const start = graph.nodes.find((node) => kindOf(node).begins);
    return graph.lanes.find(({ key }) => key === start?.parts[0]?.lane);
  }
}

/** Reads the payload afresh, after the commit. */
async function fill(
  payload: SopPayload,
  scope: RequestScope,
  ids: Pick<SopIds, "sopId"> & { readonly versionId?: number },
): Promise<void> {
  scope.loaders.clear();
  payload.sop = await scope.loaders.get(sopById).load(ids.sopId);
  payload.version =
    ids.versionId === undefined ? null : await scope.loaders.get(versionById).load(ids.versionId);
}

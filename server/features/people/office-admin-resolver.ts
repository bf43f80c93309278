import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import {
  CreateOfficeInput,
  CreatePositionInput,
  SetPositionRetiredInput,
  UpdateOfficeInput,
  UpdatePositionInput,
} from "./office-inputs.js";
import type { OfficeService } from "./office-service.js";
import { loadOne, officeById, positionById } from "./people-loaders.js";
import { OfficePayload, PositionPayload } from "./people-payloads.js";
import { Position } from "./position.js";
import type { PositionService } from "./position-service.js";

const positionOf = (id: string | null | undefined, field: string): number | null =>
  id ? fromGlobalId(id, "Position", field) : null;

/** Which offices and positions there are. */
@Resolver(() => Position)
export class OfficeAdminResolver {
  constructor(
    private readonly offices: OfficeService,
    private readonly positions: PositionService,
  ) {}

  @Mutation(() => OfficePayload, { description: "Adds an office. For the admin." })
  createOffice(
    @Arg("input", () => CreateOfficeInput, { description: "The office." })
    input: CreateOfficeInput,
    @Ctx() scope: RequestScope,
  ): Promise<OfficePayload> {
    return this.#office(scope, () =>
      this.offices.create(scope.ctx, words(input), input.idempotencyKey ?? null),
    );
  }

  @Mutation(() => OfficePayload, {
    description: "Changes what an office is called, and its clocks. For the admin.",
  })
  updateOffice(
    @Arg("input", () => UpdateOfficeInput, { description: "Which one, and how." })
    input: UpdateOfficeInput,
    @Ctx() scope: RequestScope,
  ): Promise<OfficePayload> {
    return this.#office(scope, async () => {
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      await this.offices.update(scope.ctx, officeId, input.revision, words(input));
      return officeId;
    });
  }

  @Mutation(() => PositionPayload, { description: "Adds a position to an office. For the admin." })
  createPosition(
    @Arg("input", () => CreatePositionInput, { description: "The position." })
    input: CreatePositionInput,
    @Ctx() scope: RequestScope,
  ): Promise<PositionPayload> {
    return this.#position(scope, () =>
      this.positions.create(scope.ctx, {
        officeId: fromGlobalId(input.officeId, "Office", "input.officeId"),
        code: input.code?.trim() ? input.code : null,
        name: input.name,
        isHead: input.isHead,
        superiorId: positionOf(input.superiorId, "input.superiorId"),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
    );
  }

  @Mutation(() => PositionPayload, {
    description: "Changes a position's name, its superior, and whether it leads. For the admin.",
  })
  updatePosition(
    @Arg("input", () => UpdatePositionInput, { description: "Which one, and how." })
    input: UpdatePositionInput,
    @Ctx() scope: RequestScope,
  ): Promise<PositionPayload> {
    return this.#position(scope, async () => {
      const positionId = fromGlobalId(input.positionId, "Position", "input.positionId");
      await this.positions.update(scope.ctx, positionId, input.revision, {
        name: input.name,
        isHead: input.isHead,
        superiorId: positionOf(input.superiorId, "input.superiorId"),
      });
      return positionId;
    });
  }

  @Mutation(() => PositionPayload, {
    description:
      "Takes a position out of use, or brings it back. POSITION_IN_USE names the SOPs that need it. For the admin.",
  })
  setPositionRetired(
    @Arg("input", () => SetPositionRetiredInput, { description: "Which one." })
    input: SetPositionRetiredInput,
    @Ctx() scope: RequestScope,
  ): Promise<PositionPayload> {
    return this.#position(scope, async () => {
      const positionId = fromGlobalId(input.positionId, "Position", "input.positionId");
      const { revision, retired } = input;
      await this.positions.setRetired(scope.ctx, positionId, revision, retired);
      return positionId;
    });
  }

  @FieldResolver(() => Position, {
    nullable: true,
    description: "The position above it (atasan), of whatever office; null: none is told.",
  })
  async superior(@Root() position: Position, @Ctx() scope: RequestScope): Promise<Position | null> {
    const { superiorRowId: id } = position;
    return id === null ? null : scope.loaders.get(positionById).load(id);
  }

  #office(scope: RequestScope, work: () => Promise<number>): Promise<OfficePayload> {
    return signedInPayload(scope.ctx, OfficePayload, async (payload) => {
      const id = await work();
      scope.loaders.clear();
      payload.office = await loadOne(scope, officeById, id);
    });
  }

  #position(scope: RequestScope, work: () => Promise<number>): Promise<PositionPayload> {
    return signedInPayload(scope.ctx, PositionPayload, async (payload) => {
      const id = await work();
      scope.loaders.clear();
      payload.position = await loadOne(scope, positionById, id);
    });
  }
}

const words = (input: CreateOfficeInput | UpdateOfficeInput) => ({
  code: input.code?.trim() ? input.code : null,
  name: input.name,
  government: input.government ?? null,
  timeZone: input.timeZone,
});

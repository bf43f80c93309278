import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { DisableService } from "./disable-service.js";
import { SetPersonDisabledInput } from "./people-inputs.js";
import { loadAll, loadOne, personById, positionById } from "./people-loaders.js";
import {
  CreatePersonPayload,
  MovePersonPayload,
  PersonPayload,
  SetPersonDisabledPayload,
} from "./people-payloads.js";
import {
  CreatePersonInput,
  MovePersonInput,
  SetPersonRolesInput,
  UpdatePersonInput,
} from "./person-inputs.js";
import type { PersonService } from "./person-service.js";

/** Who has an account, and what they may do. */
@Resolver()
export class PersonAdminResolver {
  constructor(
    private readonly people: PersonService,
    private readonly disabling: DisableService,
  ) {}

  @Mutation(() => CreatePersonPayload, {
    description: "Gives somebody an account with a temporary password. For the admin.",
  })
  createPerson(
    @Arg("input", () => CreatePersonInput, { description: "Who." }) input: CreatePersonInput,
    @Ctx() scope: RequestScope,
  ): Promise<CreatePersonPayload> {
    return signedInPayload(scope.ctx, CreatePersonPayload, async (payload) => {
      const { personId, password } = await this.people.create(scope.ctx, {
        officeId: fromGlobalId(input.officeId, "Office", "input.officeId"),
        username: input.username,
        name: input.name,
        nip: input.nip ?? null,
        roles: input.roles,
        idempotencyKey: input.idempotencyKey ?? null,
      });
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
      if (password !== null) payload.temporaryPassword = password;
    });
  }

  @Mutation(() => PersonPayload, {
    description: "Corrects somebody's name, username and NIP. For the admin.",
  })
  updatePerson(
    @Arg("input", () => UpdatePersonInput, { description: "Who, and how." })
    input: UpdatePersonInput,
    @Ctx() scope: RequestScope,
  ): Promise<PersonPayload> {
    return signedInPayload(scope.ctx, PersonPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      const { revision, username, name } = input;
      const words = { username, name, nip: input.nip ?? null };
      await this.people.update(scope.ctx, personId, revision, words);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @Mutation(() => PersonPayload, {
    description:
      "Says which roles somebody has. OWN_ACCOUNT and LAST_ADMIN keep the office from locking itself out. For the admin.",
  })
  setPersonRoles(
    @Arg("input", () => SetPersonRolesInput, { description: "Whose, and which." })
    input: SetPersonRolesInput,
    @Ctx() scope: RequestScope,
  ): Promise<PersonPayload> {
    return signedInPayload(scope.ctx, PersonPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      await this.people.setRoles(scope.ctx, personId, input.revision, input.roles);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @Mutation(() => MovePersonPayload, {
    description:
      "Moves somebody to another office. Roles of the old one, all but the admin's, are taken back. For the admin.",
  })
  movePerson(
    @Arg("input", () => MovePersonInput, { description: "Who, and where to." })
    input: MovePersonInput,
    @Ctx() scope: RequestScope,
  ): Promise<MovePersonPayload> {
    return signedInPayload(scope.ctx, MovePersonPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      payload.releasedTasks = await this.people.move(scope.ctx, personId, input.revision, {
        officeId,
        endsHoldings: input.endAppointments,
      });
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
    });
  }

  @Mutation(() => SetPersonDisabledPayload, {
    description:
      "Disables an account: its sessions and what it is acting in end, and its claimed tasks go back to their lanes. Or enables it again, which gives back the account only. For the admin.",
  })
  setPersonDisabled(
    @Arg("input", () => SetPersonDisabledInput, { description: "Which account." })
    input: SetPersonDisabledInput,
    @Ctx() scope: RequestScope,
  ): Promise<SetPersonDisabledPayload> {
    return signedInPayload(scope.ctx, SetPersonDisabledPayload, async (payload) => {
      const personId = fromGlobalId(input.personId, "Person", "input.personId");
      const done = await this.disabling.setDisabled(scope.ctx, personId, input.disabled);
      scope.loaders.clear();
      payload.person = await loadOne(scope, personById, personId);
      payload.releasedTasks = done.released;
      payload.leftTasks = done.left;
      payload.vacantPositions = await loadAll(scope, positionById, done.vacantPositionIds);
    });
  }
}

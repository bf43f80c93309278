import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Appointment, PeriodState } from "./appointment.js";
import { CancelLeaveInput, ReportLeaveInput } from "./appointment-inputs.js";
import { appointmentsOfLeave } from "./appointment-loaders.js";
import { LeavePayload } from "./appointment-payloads.js";
import { Leave } from "./leave.js";
import { leaveById, leavesOfPerson } from "./leave-loaders.js";
import type { LeaveService } from "./leave-service.js";
import { loadOne, personById } from "./people-loaders.js";
import { Person } from "./person.js";

/** Nobody holds nearly so many. */
const mostPositions = 100;

/** Who is away, and who stands in. */
@Resolver(() => Leave)
export class LeaveResolver {
  constructor(private readonly leaves: LeaveService) {}

  @Mutation(() => LeavePayload, {
    description:
      "Reports one's own leave (cuti): for these days the stand-in is Plh. of what one holds. One may still act oneself.",
  })
  reportLeave(
    @Arg("input", () => ReportLeaveInput, { description: "When, and who stands in." })
    input: ReportLeaveInput,
    @Ctx() scope: RequestScope,
  ): Promise<LeavePayload> {
    return this.#act(scope, () => {
      const { positionIds: chosen } = input;
      if (chosen && (chosen.length === 0 || chosen.length > mostPositions)) {
        throw new Refusal("INVALID", "input.positionIds");
      }
      return this.leaves.report(scope.ctx, {
        firstDay: input.firstDay,
        lastDay: input.lastDay,
        standInId: fromGlobalId(input.standInId, "Person", "input.standInId"),
        positionIds: chosen?.map((id) => fromGlobalId(id, "Position", "input.positionIds")) ?? null,
      });
    });
  }

  @Mutation(() => LeavePayload, {
    description:
      "Takes back a leave that has not begun, or ends it at once; whoever stood in does so no longer. For oneself and the admin.",
  })
  cancelLeave(
    @Arg("input", () => CancelLeaveInput, { description: "Which one." }) input: CancelLeaveInput,
    @Ctx() scope: RequestScope,
  ): Promise<LeavePayload> {
    return this.#act(scope, async () => {
      const id = fromGlobalId(input.leaveId, "Leave", "input.leaveId");
      await this.leaves.cancel(scope.ctx, id);
      return id;
    });
  }

  #act(scope: RequestScope, work: () => Promise<number>): Promise<LeavePayload> {
    return signedInPayload(scope.ctx, LeavePayload, async (payload) => {
      const id = await work();
      scope.loaders.clear();
      payload.leave = await loadOne(scope, leaveById, id);
    });
  }

  @FieldResolver(() => Person, { description: "Who is away." })
  person(@Root() it: Leave, @Ctx() scope: RequestScope): Promise<Person> {
    return loadOne(scope, personById, it.personId);
  }

  @FieldResolver(() => Person, { description: "Who stands in." })
  standIn(@Root() it: Leave, @Ctx() scope: RequestScope): Promise<Person> {
    return loadOne(scope, personById, it.standInId);
  }

  @FieldResolver(() => [Appointment], {
    description:
      "What the stand-in is Plh. of; without what they hold themselves, where they need not be.",
  })
  async appointments(@Root() it: Leave, @Ctx() scope: RequestScope): Promise<Appointment[]> {
    return [...(await scope.loaders.get(appointmentsOfLeave).load(it.rowId))];
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could cancel it." })
  canCancel(@Root() it: Leave, @Ctx() { ctx }: RequestScope): boolean {
    const { officeId, personId } = it;
    return it.state !== "PAST" && allows(ctx.actor, "leave.cancel", { officeId, personId });
  }
}

@Resolver(() => Person)
export class PersonLeavesResolver {
  @FieldResolver(() => [Leave], {
    nullable: true,
    description:
      "Their leaves, by when they begin; unless told, those that are not over. Null where they are not for the asker.",
  })
  async leaves(
    @Root() person: Person,
    @Ctx() scope: RequestScope,
    @Arg("states", () => [PeriodState], { nullable: true, description: "Only those." })
    states?: PeriodState[] | null,
  ): Promise<Leave[] | null> {
    const subject = { officeId: person.officeRowId, personId: person.rowId };
    if (!allows(scope.ctx.actor, "position.readAppointments", subject)) return null;
    const all = await scope.loaders.get(leavesOfPerson).load(person.rowId);
    const wanted = states ?? ["CURRENT", "UPCOMING"];
    return all.filter(({ state }) => wanted.includes(state));
  }
}

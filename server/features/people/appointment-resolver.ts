import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize } from "../../kernel/policy.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Appointment, PeriodState } from "./appointment.js";
import {
  AppointHolderInput,
  ChangeAppointmentInput,
  EndAppointmentInput,
} from "./appointment-inputs.js";
import {
  appointmentById,
  appointmentsOfPerson,
  appointmentsOfPosition,
} from "./appointment-loaders.js";
import { AppointmentPayload } from "./appointment-payloads.js";
import type { AppointmentService } from "./appointment-service.js";
import { Leave } from "./leave.js";
import { leaveById } from "./leave-loaders.js";
import { loadOne, personById, positionById } from "./people-loaders.js";
import { Person } from "./person.js";
import { Position } from "./position.js";

/** Who holds a position from when to when. */
@Resolver(() => Appointment)
export class AppointmentResolver {
  constructor(private readonly appointments: AppointmentService) {}

  @Mutation(() => AppointmentPayload, {
    description:
      "Makes somebody hold a position, or act in it, for whole days. For the admin; a Plt. or Plh. in their own office for the approver and the manager too.",
  })
  appointHolder(
    @Arg("input", () => AppointHolderInput, { description: "Who, as what, and when." })
    input: AppointHolderInput,
    @Ctx() scope: RequestScope,
  ): Promise<AppointmentPayload> {
    return this.#act(scope, () => {
      const { standsInForId: absent } = input;
      return this.appointments.appoint(scope.ctx, {
        positionId: fromGlobalId(input.positionId, "Position", "input.positionId"),
        personId: fromGlobalId(input.personId, "Person", "input.personId"),
        capacity: input.capacity,
        firstDay: input.firstDay,
        lastDay: input.lastDay ?? null,
        standsInForId: absent ? fromGlobalId(absent, "Person", "input.standsInForId") : null,
      });
    });
  }

  @Mutation(() => AppointmentPayload, {
    description:
      "Corrects the dates of an appointment that is not over; what is past of it stays as it was.",
  })
  changeAppointment(
    @Arg("input", () => ChangeAppointmentInput, { description: "Which one, and the dates." })
    input: ChangeAppointmentInput,
    @Ctx() scope: RequestScope,
  ): Promise<AppointmentPayload> {
    return this.#act(scope, async () => {
      const id = fromGlobalId(input.appointmentId, "Appointment", "input.appointmentId");
      const days = { firstDay: input.firstDay ?? null, lastDay: input.lastDay ?? null };
      await this.appointments.change(scope.ctx, id, days);
      return id;
    });
  }

  @Mutation(() => AppointmentPayload, {
    description: "Ends an appointment at once; one that has not begun is withdrawn.",
  })
  endAppointment(
    @Arg("input", () => EndAppointmentInput, { description: "Which one." })
    input: EndAppointmentInput,
    @Ctx() scope: RequestScope,
  ): Promise<AppointmentPayload> {
    return this.#act(scope, async () => {
      const id = fromGlobalId(input.appointmentId, "Appointment", "input.appointmentId");
      await this.appointments.end(scope.ctx, id);
      return id;
    });
  }

  #act(scope: RequestScope, work: () => Promise<number>): Promise<AppointmentPayload> {
    return signedInPayload(scope.ctx, AppointmentPayload, async (payload) => {
      const id = await work();
      scope.loaders.clear();
      payload.appointment = await loadOne(scope, appointmentById, id);
    });
  }

  @FieldResolver(() => Position, { description: "Which position." })
  position(@Root() it: Appointment, @Ctx() scope: RequestScope): Promise<Position> {
    return loadOne(scope, positionById, it.positionId);
  }

  @FieldResolver(() => Person, { description: "Who holds it, or acts in it." })
  person(@Root() it: Appointment, @Ctx() scope: RequestScope): Promise<Person> {
    return loadOne(scope, personById, it.personId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "The holder who is away; null where it is not for one of them.",
  })
  async standsInFor(@Root() it: Appointment, @Ctx() scope: RequestScope): Promise<Person | null> {
    return it.standsInForId === null ? null : scope.loaders.get(personById).load(it.standsInForId);
  }

  @FieldResolver(() => Leave, {
    nullable: true,
    description: "The leave that it comes from, where one was reported.",
  })
  async leave(@Root() it: Appointment, @Ctx() scope: RequestScope): Promise<Leave | null> {
    return it.leaveId === null ? null : scope.loaders.get(leaveById).load(it.leaveId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who appointed them, or reported the leave; null for what was set up before.",
  })
  async appointedBy(@Root() it: Appointment, @Ctx() scope: RequestScope): Promise<Person | null> {
    return it.appointedById === null ? null : scope.loaders.get(personById).load(it.appointedById);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could end or correct it." })
  canChange(@Root() it: Appointment, @Ctx() { ctx }: RequestScope): boolean {
    const { officeId } = it;
    const action = it.capacity === "DEFINITIVE" ? "position.appoint" : "position.appointActing";
    return it.state !== "PAST" && allows(ctx.actor, action, { officeId });
  }
}

/** What a position knows of its holders besides who they are. */
@Resolver(() => Position)
export class PositionAppointmentsResolver {
  @FieldResolver(() => [Appointment], {
    description:
      "Who holds it, as what and when, by when it began; unless told, who does now and who will. For the admin and the office's own people.",
  })
  async appointments(
    @Root() position: Position,
    @Ctx() scope: RequestScope,
    @Arg("states", () => [PeriodState], { nullable: true, description: "Only those." })
    states?: PeriodState[] | null,
  ): Promise<Appointment[]> {
    authorize(scope.ctx, "position.readAppointments", { officeId: position.officeRowId });
    const all = await scope.loaders.get(appointmentsOfPosition).load(position.rowId);
    const wanted = states ?? ["CURRENT", "UPCOMING"];
    return all.filter(({ state }) => wanted.includes(state));
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could appoint a holder." })
  canAppoint(@Root() position: Position, @Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "position.appoint", { officeId: position.officeRowId });
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller could appoint a Plt. or Plh." })
  canAppointActing(@Root() position: Position, @Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "position.appointActing", { officeId: position.officeRowId });
  }
}

/** The same of a person. */
@Resolver(() => Person)
export class PersonAppointmentsResolver {
  @FieldResolver(() => [Appointment], {
    nullable: true,
    description:
      "What they hold, as what and when, by when it began; unless told, what they do now. Null where it is not for the asker.",
  })
  async appointments(
    @Root() person: Person,
    @Ctx() scope: RequestScope,
    @Arg("states", () => [PeriodState], { nullable: true, description: "Only those." })
    states?: PeriodState[] | null,
  ): Promise<Appointment[] | null> {
    const subject = { officeId: person.officeRowId, personId: person.rowId };
    if (!allows(scope.ctx.actor, "position.readAppointments", subject)) return null;
    const all = await scope.loaders.get(appointmentsOfPerson).load(person.rowId);
    const wanted = states ?? ["CURRENT"];
    return all.filter(({ state }) => wanted.includes(state));
  }
}

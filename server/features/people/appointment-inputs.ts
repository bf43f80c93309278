import { Field, ID, InputType } from "type-graphql";
import { LocalDate } from "../../runtime/graphql/scalars.js";
import { HoldingCapacity } from "./appointment.js";

@InputType({ description: "Who is to hold a position, or to act in it." })
export class AppointHolderInput {
  @Field(() => ID, { description: "The position." })
  positionId!: string;

  @Field(() => ID, { description: "Somebody of the position's office." })
  personId!: string;

  @Field(() => HoldingCapacity, { description: "As what." })
  capacity!: HoldingCapacity;

  @Field(() => LocalDate, { description: "From the beginning of this day; today or later." })
  firstDay!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: "To the end of this day; left out: until somebody ends it, for DEFINITIVE only.",
  })
  lastDay?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: "For a Plt. or Plh.: the holder who is away; left out: of the position as such.",
  })
  standsInForId?: string | null;
}

@InputType({ description: "Other dates of an appointment that is not over." })
export class ChangeAppointmentInput {
  @Field(() => ID, { description: "The appointment." })
  appointmentId!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The first day; left out, or the same, once it has begun.",
  })
  firstDay?: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The last day; left out: until somebody ends it, for DEFINITIVE only.",
  })
  lastDay?: number | null;
}

@InputType({ description: "Which appointment to end." })
export class EndAppointmentInput {
  @Field(() => ID, { description: "The appointment." })
  appointmentId!: string;
}

@InputType({ description: "When one is away, and who stands in." })
export class ReportLeaveInput {
  @Field(() => LocalDate, { description: "The first day; today or later." })
  firstDay!: number;

  @Field(() => LocalDate, { description: "The last day." })
  lastDay!: number;

  @Field(() => ID, {
    description: "Somebody of one's own office, who becomes Plh. for these days.",
  })
  standInId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "For which of the positions that one holds; left out: for all of them.",
  })
  positionIds?: string[] | null;
}

@InputType({ description: "Which leave to cancel." })
export class CancelLeaveInput {
  @Field(() => ID, { description: "The leave." })
  leaveId!: string;
}

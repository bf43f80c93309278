import { Field, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Appointment } from "./appointment.js";
import { Leave } from "./leave.js";

const refusals = { description: "Why it was refused; empty when it was done." };

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to an appointment." })
export class AppointmentPayload {
  @Field(() => Appointment, { nullable: true, description: "The appointment after the change." })
  appointment?: Appointment;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to a leave." })
export class LeavePayload {
  @Field(() => Leave, { nullable: true, description: "The leave after the change." })
  leave?: Leave;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

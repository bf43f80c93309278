import { Field, ID, InputType, Int } from "type-graphql";

/** Working days; what an office is asked about unless told. */
export const usualSoon = 1;
export const usualIdle = 3;

const mostSoon = 20;
const mostIdle = 250;
export const mostSops = 50;

/** The limits that a question has to keep. */
export const stuckLimits = {
  withinWorkingDays: [0, mostSoon],
  idleWorkingDays: [1, mostIdle],
} as const;

@InputType({ description: "What of an office's work is looked at for being stuck." })
export class StuckWorkInput {
  @Field(() => ID, { description: "The office whose cases are looked at." })
  officeId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: `Only cases of these SOPs, at most ${mostSops}; left out: of all.`,
  })
  sopIds?: string[] | null;

  @Field(() => String, { nullable: true, description: "Only this lane, by `StuckLane.id`." })
  laneId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `What is due within so many working days is due soon: 0 to ${mostSoon}; ${usualSoon} unless told.`,
  })
  withinWorkingDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `A task without a deadline that is open for longer, and a case that is held for longer, lies too long: 1 to ${mostIdle} working days; ${usualIdle} unless told. Without a deadline nothing else says that anybody is to do it.`,
  })
  idleWorkingDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many of each lane: 10 unless told, at most 100.",
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only what comes after this cursor of the lane's list; only with `laneId`.",
  })
  after?: string | null;
}

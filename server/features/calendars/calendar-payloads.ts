import { Field, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { HolidayYear, WorkingCalendar } from "./calendar-types.js";

@ObjectType({ simpleResolvers: true, description: "A working calendar that was saved." })
export class WorkingCalendarPayload {
  @Field(() => WorkingCalendar, {
    nullable: true,
    description: "As it is now, saved or not; after a CONFLICT, what somebody else made of it.",
  })
  calendar?: WorkingCalendar | null;

  @Field(() => [UserError], { description: "Why it was not saved: CONFLICT, OUT_OF_RANGE, …" })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The holidays of a year that were saved." })
export class HolidaysPayload {
  @Field(() => HolidayYear, {
    nullable: true,
    description:
      "As they are now, saved or not; after a CONFLICT, what somebody else made of them.",
  })
  holidays?: HolidayYear | null;

  @Field(() => [UserError], { description: "Why they were not saved: CONFLICT, NO_SUCH_DATE, …" })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A deadline that would be another." })
export class DeadlineExample {
  @Field(() => String, { description: "What the case is called, or its SOP." })
  title!: string;

  @Field(() => String, { description: "The step." })
  step!: string;

  @Field(() => DateTime, { description: "When it is due now." })
  from!: number;

  @Field(() => DateTime, { description: "When it would be." })
  to!: number;
}

@ObjectType({ simpleResolvers: true, description: "What saving would do to open deadlines." })
export class DeadlinePreview {
  @Field(() => Int, { description: "How many deadlines would move." })
  movedTasks!: number;

  @Field(() => Int, { description: "Of how many cases." })
  movedCases!: number;

  @Field(() => Int, { description: "How many of the deadlines would be later than now." })
  laterTasks!: number;

  @Field(() => [DeadlineExample], { description: "A few of them." })
  examples!: DeadlineExample[];
}

@ObjectType({ simpleResolvers: true, description: "What saving would do, or why it would not be." })
export class DeadlinePreviewPayload {
  @Field(() => DeadlinePreview, { nullable: true, description: "Null where it would be refused." })
  preview?: DeadlinePreview | null;

  @Field(() => [UserError], { description: "Why it would be refused." })
  userErrors!: UserError[];
}

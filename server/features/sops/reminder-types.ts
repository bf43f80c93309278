import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ReminderUnit } from "../../../domain/index.js";

export const ReminderUnitEnum: Readonly<Record<ReminderUnit, ReminderUnit>> = {
  PERCENT: "PERCENT",
  MINUTE: "MINUTE",
  HOUR: "HOUR",
  WORKING_DAY: "WORKING_DAY",
};
registerEnumType(ReminderUnitEnum, {
  name: "ReminderUnit",
  description: "What a reminder's distance to the deadline is counted in.",
  valuesConfig: {
    PERCENT: { description: "Of the step's standard time; only before the deadline." },
    MINUTE: { description: "Working minutes." },
    HOUR: { description: "Working hours." },
    WORKING_DAY: { description: "Working days." },
  },
});

@ObjectType("ReminderSpan", {
  simpleResolvers: true,
  description: "How far from a deadline something is told.",
})
@InputType("ReminderSpanInput", { description: "How far from a deadline something is told." })
export class ReminderSpan {
  @Field(() => Int, {
    description: "1 to 90 percent, 10,000 minutes, 1,000 hours or 100 working days.",
  })
  value!: number;

  @Field(() => ReminderUnitEnum, { description: "Counted in what." })
  unit!: ReminderUnit;
}

@ObjectType("Reminders", {
  simpleResolvers: true,
  description: "When people are reminded of the deadlines of an SOP's tasks.",
})
@InputType("RemindersInput", {
  description: "When people are reminded of the deadlines of an SOP's tasks.",
})
export class Reminders {
  @Field(() => ReminderSpan, {
    nullable: true,
    description: "How long before the deadline those who have the task are reminded; null: not.",
  })
  before!: ReminderSpan | null;

  @Field(() => Boolean, { description: "Whether they are told that it is reached." })
  atDeadline!: boolean;

  @Field(() => ReminderSpan, {
    nullable: true,
    description:
      "How long after it whoever is above the lane, and the managers, are told that it has passed; null: never. Of a requester's own task nobody is.",
  })
  escalateAfter!: ReminderSpan | null;
}

@InputType({ description: "When people are reminded of the tasks of an SOP." })
export class SetSopRemindersInput {
  @Field(() => ID, { description: "The SOP." })
  sopId!: string;

  @Field(() => Reminders, { nullable: true, description: "When; null: as its office has it." })
  reminders?: Reminders | null;
}

@InputType({ description: "When people are reminded of the tasks of an office's SOPs." })
export class SetOfficeRemindersInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => Reminders, { nullable: true, description: "When; null: as is usual." })
  reminders?: Reminders | null;
}

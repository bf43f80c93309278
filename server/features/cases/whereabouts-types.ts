import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import type { Task } from "./case-types.js";

export const WhereaboutsState = {
  AT_OFFICE: "AT_OFFICE",
  AT_REQUESTER: "AT_REQUESTER",
  AT_OTHER_SOP: "AT_OTHER_SOP",
  HELD: "HELD",
  COMPLETED: "COMPLETED",
  CANCELLED: "CANCELLED",
} as const;
export type WhereaboutsState = keyof typeof WhereaboutsState;
registerEnumType(WhereaboutsState, {
  name: "WhereaboutsState",
  description: "Who has a case now, in a word.",
  valuesConfig: {
    AT_OFFICE: { description: "The office works on it." },
    AT_REQUESTER: { description: "It waits for its requester." },
    AT_OTHER_SOP: { description: "It waits for another SOP that it has begun." },
    HELD: { description: "Ditunda: nobody works on it for a while." },
    COMPLETED: { description: "Selesai." },
    CANCELLED: { description: "Dibatalkan." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "How a case came to the step that waits: who handed it on, and with which words.",
})
export class Arrival {
  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => String, { nullable: true, description: "Name of the lane that handed it on." })
  lane!: string | null;

  @Field(() => String, { nullable: true, description: "The step that was done there." })
  step!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the outcome that was chosen." })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: "The remark, or the reason." })
  remark!: string | null;

  @Field(() => Boolean, { description: "Whether the case was at this step before." })
  isBack!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One of the places where a case is now." })
export class CasePlace {
  /** Whose arrival is asked for. */
  task!: Task;

  @Field(() => ID, {
    nullable: true,
    description: "The task that waits there; null to whoever follows with a receipt.",
  })
  taskId!: string | null;

  @Field(() => String, { description: "The step, as the form says it." })
  step!: string;

  @Field(() => Int, { nullable: true, description: "Its printed number." })
  rowNumber!: number | null;

  @Field(() => String, { nullable: true, description: "The lane's part of a joint step." })
  label!: string | null;

  @Field(() => String, { description: "Name of the lane, as the form says it." })
  lane!: string;

  @Field(() => Boolean, { description: "Whether it waits for the requester there." })
  isRequester!: boolean;

  @Field(() => DateTime, { description: "Since when it is there." })
  since!: number;

  @Field(() => Int, { description: "Which day it is there, from 1: of the step's standard time." })
  day!: number;

  @Field(() => Int, { nullable: true, description: "Of how many; null without a standard time." })
  days!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When the standard time is over." })
  dueAt!: number | null;

  @Field(() => Boolean, { description: "Whether it is over." })
  overdue!: boolean;

  @Field(() => [String], { description: "The papers that the step asks for (kelengkapan)." })
  requirements!: string[];
}

@ObjectType({ simpleResolvers: true, description: "Where a case is now." })
export class Whereabouts {
  @Field(() => WhereaboutsState, { description: "Who has it." })
  state!: WhereaboutsState;

  @Field(() => String, {
    description:
      "The same in a sentence, in the asker's language; its requester is spoken to: “Permohonan Anda ada di Kabid Aptika, hari ke-2 dari 3.”",
  })
  sentence!: string;

  @Field(() => [CasePlace], {
    description: "Where it is; several where branches run side by side.",
  })
  places!: CasePlace[];
}

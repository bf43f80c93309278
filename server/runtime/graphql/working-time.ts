import { Field, Int, ObjectType } from "type-graphql";
import type { WorkingTimeParts } from "../../../domain/index.js";

@ObjectType({
  simpleResolvers: true,
  description: "A length of working time as people say it, in days of the office's length.",
})
export class WorkingTime implements WorkingTimeParts {
  @Field(() => Boolean, { description: "Whether the deadline is over by this much." })
  isLate!: boolean;

  @Field(() => Int, { description: "Whole working days." })
  days!: number;

  @Field(() => Int, { description: "Whole hours beside the days." })
  hours!: number;

  @Field(() => Int, { description: "Whole minutes beside the hours." })
  minutes!: number;
}

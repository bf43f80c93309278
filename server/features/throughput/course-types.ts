import { Field, Int, ObjectType } from "type-graphql";
import { LocalDate, Milliseconds } from "../../runtime/graphql/scalars.js";
import { DurationFigures } from "./time-figures.js";

@ObjectType({ simpleResolvers: true, description: "One lane in one step of the period." })
export class BucketLane {
  @Field(() => String, { description: "The lane, by `ThroughputLane.id`." })
  laneId!: string;

  @Field(() => Int, { description: "Tasks that opened." })
  arrived!: number;

  @Field(() => Int, { description: "Tasks that were done." })
  finished!: number;

  @Field(() => Int, { description: "Tasks that were closed undone." })
  withdrawn!: number;

  @Field(() => Int, { description: "Open at its end, or now if that is earlier." })
  waiting!: number;

  @Field(() => Milliseconds, { description: "Its share of the cases' working time." })
  working!: number;
}

@ObjectType({ description: "One step of the period. Steps that lie in the future are left out." })
export class ThroughputStep {
  @Field(() => LocalDate, { description: "The first day." })
  from!: number;

  @Field(() => LocalDate, { description: "The last day." })
  to!: number;

  @Field(() => Int, { description: "Cases that began." })
  started!: number;

  @Field(() => Int, { description: "Cases that were completed." })
  completed!: number;

  @Field(() => Int, { description: "Cases that were cancelled." })
  cancelled!: number;

  @Field(() => Int, { description: "Cases under way at its end, or now if that is earlier." })
  running!: number;

  @Field(() => DurationFigures, {
    description: "Lead times of the completed ones, in working time.",
  })
  leadTimes!: DurationFigures;

  @Field(() => [BucketLane], { description: "Every lane of the report, in its order." })
  lanes!: BucketLane[];
}

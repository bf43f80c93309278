import { Field, Int, ObjectType } from "type-graphql";
import { Milliseconds } from "../../runtime/graphql/scalars.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "How long things took: of so many, half took at most p50. Estimated within 1 % of the exact value; null where there is none.",
})
export class DurationFigures {
  @Field(() => Int, { description: "Of how many." })
  count!: number;

  @Field(() => Milliseconds, { nullable: true, description: "The mean, exact." })
  mean!: number | null;

  @Field(() => Milliseconds, { nullable: true, description: "Half took no longer." })
  p50!: number | null;

  @Field(() => Milliseconds, { nullable: true, description: "Nine of ten took no longer." })
  p90!: number | null;

  @Field(() => Milliseconds, { nullable: true, description: "Nineteen of twenty took no longer." })
  p95!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "Where the time of all cases in the period went, finished or not: what several had open at once is divided equally among them, so that all parts of all lanes add up to the cases' time.",
})
export class TimeFigures {
  @Field(() => Milliseconds, { description: "Nobody had claimed it, on the first visit." })
  queue!: number;

  @Field(() => Milliseconds, { description: "Somebody had claimed it, on the first visit." })
  work!: number;

  @Field(() => Milliseconds, { description: "Claimed or not, on a later visit of the same step." })
  rework!: number;

  @Field(() => Milliseconds, { description: "The requester's turn." })
  requester!: number;

  @Field(() => Milliseconds, { description: "A connector waited for the case of another SOP." })
  childSop!: number;

  @Field(() => Milliseconds, { description: "The case was held." })
  held!: number;

  @Field(() => Milliseconds, { description: "All of them." })
  total!: number;
}

import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "What a decision came to, on one of the ways through an SOP.",
})
export class PathOutcome {
  @Field(() => String, { description: "Key of the decision." })
  nodeId!: string;

  @Field(() => String, { description: "Key of the arrow that was chosen." })
  outcomeId!: string;

  @Field(() => String, { description: "The outcome as it is printed." })
  outcome!: string;

  @Field(() => String, {
    nullable: true,
    description: "Key of the symbol that it led back to, where what follows is done again.",
  })
  backToNodeId!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "One way that a case can go from the start to an end, by the outcomes of decisions.",
})
export class OutcomePath {
  @Field(() => [PathOutcome], {
    description:
      "In the order in which they are come to; of branches side by side one branch after the other.",
  })
  outcomes!: readonly PathOutcome[];

  @Field(() => String, { description: "Key of the end that it comes to." })
  endNodeId!: string;

  @Field(() => Int, { description: "Working minutes." })
  minutes!: number;

  @Field(() => Float, {
    description:
      "Among the ways that go back nowhere twice, where every outcome of a decision that is still open is as likely as its others; 0 to 1.",
  })
  likelihood!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: "The ways through an SOP that go back nowhere twice and are not named one by one.",
})
export class OtherPaths {
  @Field(() => Float, {
    nullable: true,
    description: "How many; null where they are too many to be counted.",
  })
  count!: number | null;

  @Field(() => Float, { description: "How likely they are together; 0 to 1." })
  likelihood!: number;
}

@ObjectType("StandardTimes", {
  simpleResolvers: true,
  description:
    "How long an SOP takes the office by its standard times, in working minutes. Steps side by side take as long as the longest; the requester's own take no time.",
})
export class StandardTimes {
  @Field(() => Int, { description: "The least that a case can take." })
  shortestMinutes!: number;

  @Field(() => Int, {
    description:
      "The mean of the cases that go back nowhere twice, where each time every outcome of a decision is as likely as its others, but for ways back that were taken already. Between the shortest and the longest.",
  })
  expectedMinutes!: number;

  @Field(() => Int, {
    description: "The longest way straight on, and every way back that it comes into once.",
  })
  longestMinutes!: number;

  @Field(() => Int, { description: "How many working minutes a working day of the office has." })
  minutesPerWorkingDay!: number;

  @Field(() => Boolean, {
    description: "Whether a step of the office states no time, so that it takes longer.",
  })
  isPartial!: boolean;

  @Field(() => [String], { description: "Keys of the steps of the office that state no time." })
  untimedNodeIds!: readonly string[];

  @Field(() => Boolean, {
    description:
      "Whether interwoven branches, or very many ways back, had to be tried out at random: the times are near, not exact.",
  })
  isEstimate!: boolean;

  @Field(() => [OutcomePath], {
    description:
      "The most likely ways among those that go back nowhere twice, the likeliest first; at most 12.",
  })
  paths!: readonly OutcomePath[];

  @Field(() => OtherPaths, { description: "The other ways." })
  otherPaths!: OtherPaths;
}

import { Field, ObjectType } from "type-graphql";
import type { ProblemLevel as DomainProblemLevel } from "../../../domain/index.js";
import { ProblemLevel } from "./rule-levels-types.js";

@ObjectType("RunStep", {
  simpleResolvers: true,
  description: "One step that is done in a run of a case: a joint step and a connector are one.",
})
export class RunStep {
  @Field(() => String, { description: "Key of the symbol." })
  nodeId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Key of the outcome that is chosen; null on everything but a decision.",
  })
  outcomeId!: string | null;

  @Field(() => String, {
    description: "Its number, its lanes and the outcome, as “5. Kabid IATIK: Ya”.",
  })
  label!: string;
}

@ObjectType("Problem", {
  simpleResolvers: true,
  description: "A fault of a drawing. An ERROR keeps it from being enacted.",
})
export class Problem {
  @Field(() => String, { description: "Name of the rule that is broken." })
  rule!: string;

  @Field(() => ProblemLevel, { description: "How seriously the SOP's office takes it." })
  level!: DomainProblemLevel;

  @Field(() => String, { description: "What is wrong, and where, in the language of the session." })
  message!: string;

  @Field(() => [String], { description: "Keys of the symbols concerned." })
  nodeIds!: readonly string[];

  @Field(() => [String], { description: "Keys of the arrows concerned." })
  edgeIds!: readonly string[];

  @Field(() => [String], { description: "Keys of the lanes concerned." })
  laneIds!: readonly string[];

  @Field(() => [String], {
    description:
      "Titles of the SOPs that a connector's problem is about: the one that was retired (`connector-known`), or the circle from this SOP by others back to it (`connector-cycle`, `connector-chain`), of which at most 20 are named and “…” stands for those in its middle. Empty in all other problems.",
  })
  sopTitles!: readonly string[];

  @Field(() => [String], {
    nullable: true,
    description: "The keys of the symbols of `run`.",
  })
  trace!: readonly string[] | null;

  @Field(() => [RunStep], {
    nullable: true,
    description:
      "The shortest run of a case that shows it: what is done one after another from the start on, and then it has gone wrong; empty where it does so at once. Null where the fault has none.",
  })
  run!: readonly RunStep[] | null;
}

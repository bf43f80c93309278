import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type {
  ProblemLevel as DomainProblemLevel,
  RuleLevel as Level,
} from "../../../domain/index.js";

export const ProblemLevel: Readonly<Record<DomainProblemLevel, DomainProblemLevel>> = {
  ERROR: "ERROR",
  WARNING: "WARNING",
};
registerEnumType(ProblemLevel, {
  name: "ProblemLevel",
  description: "How seriously a problem of a drawing is taken.",
  valuesConfig: {
    ERROR: { description: "It keeps the SOP from being enacted." },
    WARNING: { description: "It is only shown." },
  },
});

export const RuleLevel: Readonly<Record<Level, Level>> = { ...ProblemLevel, OFF: "OFF" };
registerEnumType(RuleLevel, {
  name: "RuleLevel",
  description: "How seriously an office takes a rule of drawing.",
  valuesConfig: {
    ERROR: { description: "What breaks it is not enacted." },
    WARNING: { description: "What breaks it is only shown." },
    OFF: { description: "It is not looked at." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A rule of drawing about which an office may choose, and what it has chosen.",
})
export class RuleLevelSetting {
  @Field(() => String, { description: "Name of the rule, as in `Problem.rule`." })
  rule!: string;

  @Field(() => RuleLevel, { description: "How seriously the office takes it." })
  level!: Level;

  @Field(() => ProblemLevel, { description: "How seriously it is taken unless an office chooses." })
  defaultLevel!: DomainProblemLevel;
}

@InputType({ description: "How seriously a rule is to be taken." })
export class RuleLevelInput {
  @Field(() => String, { description: "Name of the rule: one of `Office.ruleLevels`." })
  rule!: string;

  @Field(() => RuleLevel, { description: "From now on; `defaultLevel` takes the choice back." })
  level!: Level;
}

@InputType({ description: "How seriously an office takes some rules of drawing." })
export class SetOfficeRuleLevelsInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => [RuleLevelInput], { description: "Rules that are not named stay as they are." })
  levels!: RuleLevelInput[];
}

import { Field, InputType, Int, ID, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "How long an SOP takes the office by its standard times, on its longest way.",
})
export class ExpectedTime {
  @Field(() => Int, { description: "Working minutes." })
  workingMinutes!: number;

  @Field(() => Int, { description: "How many working minutes a working day of the office has." })
  minutesPerWorkingDay!: number;

  @Field(() => Boolean, { description: "Whether a step states no time, so that it takes longer." })
  isPartial!: boolean;
}

@ObjectType("CatalogueEntry", {
  simpleResolvers: true,
  description: "An SOP in force that whoever asks may start a case of, for themselves.",
})
export class CatalogueEntry {
  sopId!: number;
  versionId!: number;
  officeId!: number;
}

@InputType({ description: "Which SOPs of the catalogue." })
export class CatalogueFilter {
  @Field(() => ID, { nullable: true, description: "Of this office only." })
  officeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Words that must all occur in its title, number, office, steps or papers; eight at most count.",
  })
  search?: string | null;
}

import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { type RightColumn, rightColumns } from "../../../domain/index.js";

export const RightColumnEnum: Readonly<Record<string, RightColumn>> = Object.fromEntries(
  rightColumns.map((column) => [column.toUpperCase(), column]),
);
registerEnumType(RightColumnEnum, {
  name: "RightColumn",
  description: "A column right of the lanes.",
  valuesConfig: {
    REQUIREMENTS: { description: "Kelengkapan." },
    TIME: { description: "Waktu." },
    OUTPUT: { description: "Output." },
    REMARKS: { description: "Keterangan." },
  },
});

@ObjectType("FormColumn", { simpleResolvers: true, description: "A column and its heading." })
@InputType("FormColumnInput", { description: "A column and its heading." })
export class FormColumn {
  @Field(() => RightColumnEnum, { description: "Which one." })
  column!: RightColumn;

  @Field(() => String, {
    nullable: true,
    description: "The office's own heading, as Syarat; null: as on the official form.",
  })
  title!: string | null;
}

@ObjectType("FormTitles", {
  simpleResolvers: true,
  description: "Headings of the other columns; null: as on the official form.",
})
@InputType("FormTitlesInput", {
  description: "Headings of the other columns; what is left out is as on the official form.",
})
export class FormTitles {
  @Field(() => String, { nullable: true, description: "Over the row numbers: No." })
  number!: string | null;

  @Field(() => String, { nullable: true, description: "Over the steps: Kegiatan." })
  activity!: string | null;

  @Field(() => String, { nullable: true, description: "Over the lanes together: Pelaksana." })
  lanes!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Over requirements, time and output together: Mutu Baku.",
  })
  standard!: string | null;
}

@ObjectType("FormColumns", {
  simpleResolvers: true,
  description: "How a form is arranged, where it is not as in Permenpan RB 35/2012.",
})
@InputType("FormColumnsInput", { description: "How a form is arranged." })
export class FormColumns {
  @Field(() => [FormColumn], {
    description: "The columns right of the lanes, from left to right; the others are left out.",
  })
  right!: FormColumn[];

  @Field(() => FormTitles, { description: "Headings of the other columns." })
  titles!: FormTitles;
}

@InputType({ description: "How an office arranges the forms of its new SOPs." })
export class SetOfficeFormColumnsInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => FormColumns, {
    nullable: true,
    description: "The arrangement; null: that of the official form.",
  })
  columns?: FormColumns | null;
}

import { Field, InputType, ObjectType } from "type-graphql";

@ObjectType("PartialDate", {
  simpleResolvers: true,
  description: "A printed date; it may be known to the month or the year only.",
})
@InputType("PartialDateInput", { description: "A printed date, as far as it is known." })
export class PartialDate {
  @Field(() => String, { nullable: true, description: "As printed, such as “Juni 2020” or “-”." })
  text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "YYYY, YYYY-MM or YYYY-MM-DD; null where the text is no date.",
  })
  iso!: string | null;
}

@ObjectType("EnactingOfficial", {
  simpleResolvers: true,
  description: "Whoever signed the form (disahkan oleh).",
})
@InputType("EnactingOfficialInput", { description: "Whoever signed the form." })
export class EnactingOfficial {
  @Field(() => String, { nullable: true, description: "The position (jabatan)." })
  position!: string | null;

  @Field(() => String, { nullable: true, description: "The name, with titles." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "The rank (pangkat)." })
  rank!: string | null;

  @Field(() => String, { nullable: true, description: "The civil servant's number (NIP)." })
  nip!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The printed statement of an electronic signature.",
  })
  signature!: string | null;
}

@ObjectType("Identity", {
  simpleResolvers: true,
  description: "The identity fields of the form's first page; null is missing.",
})
@InputType("IdentityInput", { description: "The identity fields; what is left out is missing." })
export class Identity {
  @Field(() => String, { nullable: true, description: "The government (pemerintah)." })
  government!: string | null;

  @Field(() => String, { nullable: true, description: "The office (perangkat daerah)." })
  office!: string | null;

  @Field(() => String, { nullable: true, description: "The unit (unit kerja)." })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: "The address." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "The name of the SOP as printed." })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The heading of the procedure where one number covers several.",
  })
  procedure!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: "Date of creation (tanggal pembuatan).",
  })
  createdOn!: PartialDate | null;

  @Field(() => PartialDate, { nullable: true, description: "Date of revision (tanggal revisi)." })
  revisedOn!: PartialDate | null;

  @Field(() => PartialDate, { nullable: true, description: "Date of effect (tanggal efektif)." })
  effectiveOn!: PartialDate | null;

  @Field(() => EnactingOfficial, { description: "Whoever signed the form." })
  enactedBy!: EnactingOfficial;
}

@ObjectType("ListItem", { simpleResolvers: true, description: "One line of a list." })
@InputType("ListItemInput", { description: "One line of a list." })
export class ListItem {
  @Field(() => String, { description: "The line." })
  text!: string;

  @Field(() => String, { nullable: true, description: "Its sub-heading, where the list has them." })
  group!: string | null;
}

@ObjectType("FormLists", {
  simpleResolvers: true,
  description: "The lists of the first page. Null: missing on the form. Empty: stated as none.",
})
@InputType("FormListsInput", {
  description: "The lists of the first page. Null: missing on the form. Empty: stated as none.",
})
export class FormLists {
  @Field(() => [ListItem], { nullable: true, description: "Dasar hukum." })
  legalBasis!: ListItem[] | null;

  @Field(() => [ListItem], { nullable: true, description: "Kualifikasi pelaksana." })
  qualifications!: ListItem[] | null;

  @Field(() => [ListItem], { nullable: true, description: "Keterkaitan." })
  relatedSops!: ListItem[] | null;

  @Field(() => [ListItem], { nullable: true, description: "Peralatan/perlengkapan." })
  equipment!: ListItem[] | null;

  @Field(() => [ListItem], { nullable: true, description: "Peringatan." })
  warnings!: ListItem[] | null;

  @Field(() => [ListItem], { nullable: true, description: "Pencatatan dan pendataan." })
  records!: ListItem[] | null;
}

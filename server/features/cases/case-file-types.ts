import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { ByteCount } from "../../runtime/graphql/scalars.js";

export const FilePurpose = {
  OUTPUT: "OUTPUT",
  REQUIREMENT: "REQUIREMENT",
  COMMENT: "COMMENT",
} as const;
registerEnumType(FilePurpose, {
  name: "FilePurpose",
  description: "What a file was attached to.",
  valuesConfig: {
    OUTPUT: { description: "A document that the step yields." },
    REQUIREMENT: { description: "A requirement that was brought along." },
    COMMENT: { description: "A remark or a comment." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A file that was attached to a case." })
export class CaseFile {
  @Field(() => ID, { description: "The same in the log's events, as `file`." })
  id!: string;

  @Field(() => String, { description: "Its name, with an ending that says what it is." })
  name!: string;

  @Field(() => String, { description: "Media type by the content, as application/pdf." })
  type!: string;

  @Field(() => ByteCount, { description: "Its size." })
  size!: number;

  @Field(() => String, { description: "SHA-256 of the content in hex; the log holds it too." })
  sha256!: string;

  @Field(() => String, {
    description: "Path to GET it from, with the same token or session; always as a download.",
  })
  address!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "A file that came with a task, and what it is for.",
})
export class TaskFile {
  @Field(() => CaseFile, { description: "The file." })
  file!: CaseFile;

  @Field(() => FilePurpose, { description: "What it is for." })
  purpose!: keyof typeof FilePurpose;

  @Field(() => String, {
    nullable: true,
    description: "Key of the output, or text of the requirement; null beside a remark.",
  })
  about!: string | null;
}

import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { ByteCount, DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";

export const UploadStatus = {
  UPLOADING: "UPLOADING",
  CHECKING: "CHECKING",
  READY: "READY",
  REFUSED: "REFUSED",
  ATTACHED: "ATTACHED",
} as const;
export type UploadStatus = keyof typeof UploadStatus;
registerEnumType(UploadStatus, {
  name: "UploadStatus",
  description: "How far an upload has come.",
  valuesConfig: {
    UPLOADING: { description: "Bytes are still to come." },
    CHECKING: { description: "All of it is here and is being looked into." },
    READY: { description: "It may be attached." },
    REFUSED: { description: "It may not be attached; `problem` says why." },
    ATTACHED: { description: "It belongs to a case." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A file on its way into a case." })
export class Upload {
  @Field(() => ID, { description: "What a command of a case names it by." })
  id!: string;

  @Field(() => String, {
    description: "Its name as people will read it: without a path, with an ending that fits.",
  })
  name!: string;

  @Field(() => ByteCount, { description: "In bytes." })
  size!: number;

  @Field(() => ByteCount, { description: "How much of it is here, in bytes." })
  received!: number;

  @Field(() => UploadStatus, { description: "How far it has come." })
  status!: UploadStatus;

  @Field(() => UserError, {
    nullable: true,
    description: "Why it may not be attached, or what the check waits for.",
  })
  problem!: UserError | null;

  @Field(() => String, {
    description:
      "Path to PUT the bytes to, as application/octet-stream with the header Upload-Offset; HEAD tells how much is there, GET answers this object, DELETE gives it up.",
  })
  address!: string;

  @Field(() => ByteCount, { description: "How many bytes to send at once, at most; less is fine." })
  chunkSize!: number;

  @Field(() => DateTime, { description: "When it is removed unless it goes on or is attached." })
  expiresAt!: number;
}

@InputType({ description: "The file that is to be uploaded." })
export class CreateUploadInput {
  @Field(() => String, { description: "Its name; folders in it are left out." })
  name!: string;

  @Field(() => ByteCount, { description: "In bytes; at least 1 and at most `uploadLimit`." })
  size!: number;
}

@ObjectType({ simpleResolvers: true, description: "An upload that was announced." })
export class UploadPayload {
  @Field(() => Upload, { nullable: true, description: "Where to send it." })
  upload?: Upload | null;

  @Field(() => [UserError], { description: "Why it was not; empty when it was." })
  userErrors!: UserError[];
}

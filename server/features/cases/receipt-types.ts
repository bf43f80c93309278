import { Field, ID, InputType, ObjectType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Instance } from "./case-types.js";

@ObjectType({ simpleResolvers: true, description: "That a receipt was given another secret." })
export class ReceiptReissue {
  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => String, { description: "By whom, as they were called then." })
  actorName!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "What whoever has no account follows a case with, beside its secret.",
})
export class Receipt {
  @Field(() => String, { description: "Its number, as printed: K7M2-9QXT." })
  number!: string;

  @Field(() => [ReceiptReissue], {
    description: "Whenever it was given another secret, newest first.",
  })
  reissues!: ReceiptReissue[];
}

@ObjectType({ simpleResolvers: true, description: "A receipt as it is handed out." })
export class IssuedReceipt {
  @Field(() => String, { description: "Its number, as printed: K7M2-9QXT." })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Goes with the number into `followCase`. Only its hash is kept, so that it is given this once; null where the same start was asked for again: `reissueReceipt` gives another.",
  })
  secret!: string | null;
}

@InputType({ description: "Which receipt." })
export class ReissueReceiptInput {
  @Field(() => ID, { description: "The case that it is of." })
  instanceId!: string;
}

@ObjectType({ simpleResolvers: true, description: "A receipt with its new secret." })
export class ReissueReceiptPayload {
  @Field(() => IssuedReceipt, {
    nullable: true,
    description: "The receipt; the secret before this one opens nothing any more.",
  })
  receipt?: IssuedReceipt | null;

  @Field(() => Instance, { nullable: true, description: "The case after the change." })
  instance?: Instance | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty when it was." })
  userErrors!: UserError[];
}

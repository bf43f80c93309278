import { Field, ObjectType, registerEnumType } from "type-graphql";
import { englishMessages } from "../../kernel/messages/english-messages.js";
import { UserErrorCode } from "../../kernel/refusal.js";

registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  description: "Why a mutation was refused. New codes may be added.",
  // What a person reads describes the code, without the bracketed parts that only some cases have.
  valuesConfig: Object.fromEntries(
    Object.entries(englishMessages).map(([code, message]) => [
      code,
      { description: message.replaceAll(/\[[^\]]*\]/g, "") },
    ]),
  ),
});

@ObjectType({ simpleResolvers: true, description: "An expected refusal; nothing was changed." })
export class UserError {
  @Field(() => UserErrorCode, { description: "What a program goes by." })
  code!: UserErrorCode;

  @Field(() => String, {
    nullable: true,
    description: "The argument that was at fault, if one was.",
  })
  field!: string | null;

  @Field(() => String, { description: "What a person reads, in the language of the session." })
  message!: string;
}

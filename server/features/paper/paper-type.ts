import { Field, ObjectType } from "type-graphql";

@ObjectType("Papers", {
  simpleResolvers: true,
  description:
    "Where a form is downloaded from, on paper or as a picture. GET with the session's cookie or a " +
    "bearer token; with `Accept: text/event-stream` the making of it is told as events.",
})
export class Papers {
  @Field(() => String, { description: "Cover and form on A4 landscape." })
  pdf!: string;

  @Field(() => String, { description: "The same for a word processor, with texts to edit." })
  docx!: string;

  @Field(() => String, { description: "The drawing in one piece, as vectors." })
  svg!: string;

  @Field(() => String, { description: "The drawing in one piece, as a picture." })
  png!: string;
}

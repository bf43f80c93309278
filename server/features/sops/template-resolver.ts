import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { type Graph, rowNumbers } from "../../../domain/index.js";
import { requireSignedIn } from "../../kernel/policy.js";
import { Json } from "../../runtime/graphql/scalars.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { sopTemplates } from "./sop-templates.js";

@ObjectType({
  simpleResolvers: true,
  description: "A procedure that offices often have, for a new SOP to start from.",
})
export class SopTemplate {
  @Field(() => String, { description: "For createSop." })
  key!: string;

  @Field(() => String, { description: "What it is called, in the language of the session." })
  title!: string;

  @Field(() => String, { description: "When it fits, in the language of the session." })
  description!: string;

  @Field(() => [String], { description: "The lanes, as printed." })
  lanes!: string[];

  @Field(() => Int, { description: "How many numbered steps it has." })
  steps!: number;

  @Field(() => Json, {
    description: "What is drawn, in the shape that `edits` change: lanes, nodes, edges, outputs.",
  })
  graph!: Graph;
}

@Resolver()
export class TemplateResolver {
  @Query(() => [SopTemplate], {
    description: "What a new SOP can start from. The steps are in Indonesian.",
  })
  sopTemplates(@Ctx() { ctx }: RequestScope): SopTemplate[] {
    requireSignedIn(ctx);
    return Array.from(sopTemplates(), ([key, { title, description, graph }]) => ({
      key,
      title: title[ctx.locale],
      description: description[ctx.locale],
      lanes: graph.lanes.map(({ name }) => name),
      steps: rowNumbers(graph).size,
      graph,
    }));
  }
}

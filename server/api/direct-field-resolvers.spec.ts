import "reflect-metadata";
import { graphql, isObjectType } from "graphql";
import {
  Arg,
  buildSchemaSync,
  Ctx,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from "type-graphql";
import { expect, test } from "vitest";
import { callFieldResolversDirectly } from "./direct-field-resolvers.js";

@ObjectType({ simpleResolvers: true })
class Lamp {
  @Field(() => String)
  colour!: string;
}

@Resolver(() => Lamp)
class LampResolver {
  private readonly prefix = "a";

  @Query(() => Lamp)
  lamp(): Lamp {
    return Object.assign(new Lamp(), { colour: "red" });
  }

  @FieldResolver(() => String)
  plain(@Root() lamp: Lamp, @Ctx() context: { adjective: string }): string {
    return `${this.prefix} ${context.adjective} ${lamp.colour} lamp`;
  }

  @FieldResolver(() => String)
  turned(@Ctx() context: { adjective: string }, @Root() lamp: Lamp): string {
    return `${lamp.colour}, ${context.adjective}`;
  }

  @FieldResolver(() => String)
  withArgument(@Root() lamp: Lamp, @Arg("shade", () => String) shade: string): string {
    return `${shade} ${lamp.colour}`;
  }

  @FieldResolver(() => String)
  @UseMiddleware(async (_data, next) => `<${await next()}>`)
  wrapped(@Root() lamp: Lamp): string {
    return lamp.colour;
  }
}

test("calls plain methods directly, and leaves the others to type-graphql", async () => {
  const instance = new LampResolver();
  const schema = buildSchemaSync({
    resolvers: [LampResolver],
    container: { get: () => instance },
    validate: false,
  });
  const type = schema.getType("Lamp");
  const fields = isObjectType(type) ? type.getFields() : {};
  const before = Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, it.resolve]));

  callFieldResolversDirectly(schema, new Map([[LampResolver, instance]]));

  const replaced = Object.keys(fields).filter((name) => fields[name]?.resolve !== before[name]);
  expect(replaced).toEqual(["plain"]);
  const { data } = await graphql({
    schema,
    source: `{ lamp { colour plain turned withArgument(shade: "dark") wrapped } }`,
    contextValue: { adjective: "bright" },
  });
  expect(data?.["lamp"]).toEqual({
    colour: "red",
    plain: "a bright red lamp",
    turned: "red, bright",
    withArgument: "dark red",
    wrapped: "<red>",
  });
});

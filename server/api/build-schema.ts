import "reflect-metadata";
import { isAbstractType, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import type { NodeSource } from "../runtime/graphql/node.js";
import { callFieldResolversDirectly } from "./direct-field-resolvers.js";
import { NodeResolver } from "./node-resolver.js";

const noTopics: PubSub = {
  publish() {
    throw new Error("Changes are published on the ChangeBus");
  },
  subscribe() {
    throw new Error("A subscription must name its source in `subscribe`");
  },
};

/** The executable schema of these resolver instances; `node` finds what the sources find. */
export function buildApiSchema(
  resolvers: readonly object[],
  nodeSources: readonly NodeSource[],
): GraphQLSchema {
  const all = [new NodeResolver(nodeSources), ...resolvers];
  const instances = new Map<unknown, object>(all.map((each) => [each.constructor, each]));
  const schema = buildSchemaSync({
    resolvers: all.map((each) => each.constructor) as NonEmptyArray<typeof NodeResolver>,
    container: {
      get(someClass: unknown) {
        const instance = instances.get(someClass);
        if (!instance)
          throw new Error(`No compose-*.ts builds ${(someClass as { name: string }).name}`);
        return instance;
      },
    },
    // Every subscription says itself what it listens to; type-graphql wants one of these all the same.
    pubSub: noTopics,
    // Services check what they are given, in the language of the asker. And no global middleware:
    // one alone makes lists several times slower.
    validate: false,
  });
  resolveTypesAtOnce(schema);
  callFieldResolversDirectly(schema, instances);
  return schema;
}

/**
 * type-graphql wraps `resolveType` in a promise, which compiled queries cannot wait for and which
 * costs others a tick per object. All of our objects carry their type's name.
 */
function resolveTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      type.resolveType = (value: { __typename?: string }) => value.__typename;
    }
  }
}

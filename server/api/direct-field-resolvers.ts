import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

type Metadata = ReturnType<typeof getMetadataStorage>["fieldResolvers"][number];
type Method = (...args: unknown[]) => unknown;

/**
 * For each call of a field's method type-graphql makes lists of its parameters and a few closures,
 * and a page of a list makes hundreds of calls. Methods that take the object and the context, in this
 * order, are called as they are. Those with arguments, middlewares or roles are left to type-graphql.
 */
export function callFieldResolversDirectly(
  schema: GraphQLSchema,
  instances: ReadonlyMap<unknown, object>,
): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  for (const metadata of fieldResolvers) {
    const instance = instances.get(metadata.target);
    if (!instance || !isPlain(metadata)) continue;
    const owner = metadata.getObjectType?.();
    const name = objectTypes.find(({ target }) => target === owner)?.name;
    const type = name === undefined ? undefined : schema.getType(name);
    const field = isObjectType(type) ? type.getFields()[metadata.schemaName] : undefined;
    if (field) field.resolve = directly(instance, metadata.methodName);
  }
}

function directly(instance: object, methodName: string): GraphQLFieldResolver<unknown, unknown> {
  const methods = instance as Record<string, Method>;
  return (source, _args, context) => methods[methodName]?.(source, context);
}

function isPlain({ kind, params = [], middlewares = [], roles }: Metadata): boolean {
  const kinds = params.toSorted((a, b) => a.index - b.index);
  return (
    kind === "external" &&
    roles === undefined &&
    middlewares.length === 0 &&
    kinds.length <= 2 &&
    kinds.every((param, index) => {
      const wanted = index === 0 ? "root" : "context";
      return param.kind === wanted && !("propertyName" in param && param.propertyName);
    })
  );
}

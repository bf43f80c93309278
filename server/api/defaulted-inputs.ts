import type { GraphQLSchema } from "graphql";
import { getNamedType, isInputObjectType, isNonNullType } from "graphql";

/**
 * Names of the input types in which, at any depth, a field may be left out although it is never
 * null, because it has a default. graphql-jit refuses a variable without such a field.
 */
export function defaultedInputs(schema: GraphQLSchema): ReadonlySet<string> {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const found = new Set<string>();
  let before = -1;
  while (before < found.size) {
    before = found.size;
    for (const input of inputs) {
      const holds = Object.values(input.getFields()).some(
        ({ type, defaultValue }) =>
          found.has(getNamedType(type).name) || (isNonNullType(type) && defaultValue !== undefined),
      );
      if (holds) found.add(input.name);
    }
  }
  return found;
}

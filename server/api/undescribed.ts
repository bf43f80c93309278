import type { GraphQLNamedType, GraphQLSchema } from "graphql";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

/** The coordinates (`Type.field(argument)`) of all in a schema that has no description. */
export function undescribed(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const missing: string[] = [];
  const check = (coordinate: string, described: { description?: string | null | undefined }) => {
    if (!described.description?.trim()) missing.push(coordinate);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    // What Query, Mutation and Subscription are, GraphQL itself says.
    if (!roots.some((root) => root === type)) check(type.name, type);
    checkParts(type, check);
  }
  return missing;
}

type Check = (coordinate: string, described: { description?: string | null | undefined }) => void;

function checkParts(type: GraphQLNamedType, check: Check): void {
  if (isEnumType(type)) {
    for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
  } else if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      for (const argument of field.args) {
        check(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
}

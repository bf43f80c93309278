import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/** Inside the server a time is integer milliseconds since the epoch; outside it is ISO 8601. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: "DateTime",
  description: "An instant in ISO 8601, UTC, with milliseconds: 2026-11-22T07:30:00.000Z",
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

function parseInstant(value: unknown): number {
  const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  const time = typeof value === "string" && iso.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GraphQLError("DateTime must be ISO 8601 with a time zone, as 2026-11-22T07:30:00Z", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }
  return time;
}

export const Milliseconds = new GraphQLScalarType<number, number>({
  name: "Milliseconds",
  description: "A duration in whole milliseconds; it may exceed 32 bits.",
  serialize: (value) => value as number,
});

export const Json = new GraphQLScalarType({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
});

import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { dateOfDay, dayOfDate } from "../../../domain/index.js";

/** Inside the server a time is integer milliseconds since the epoch; outside it is ISO 8601. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: "DateTime",
  description: "An instant in ISO 8601, UTC, with milliseconds: 2026-11-22T07:30:00.000Z",
  serialize: (value) => toIso(value as number),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

const dayMs = 86_400_000;
const padded = (count: number, digits: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(digits, "0"));
const sixty = padded(60, 2);
const thousand = padded(1000, 3);
let lastDay = Number.NaN;
let lastDate = "";

/** As `toISOString`, in an eighth of its time; the instants of a page are mostly of the same days. */
function toIso(instant: number): string {
  const day = Math.floor(instant / dayMs);
  if (day !== lastDay) {
    lastDate = new Date(instant).toISOString().slice(0, -"00:00:00.000Z".length);
    lastDay = day;
  }
  const ms = instant - day * dayMs;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${lastDate}${sixty[Math.floor(minutes / 60)]}:${sixty[minutes % 60]}:${sixty[seconds % 60]}.${thousand[ms % 1000]}Z`;
}

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

/** Inside the server a day is a whole number since 1970-01-01; outside it is a date. */
export const LocalDate = new GraphQLScalarType<number, string>({
  name: "LocalDate",
  description: "A day by the clocks of the office that it is about: 2026-11-22",
  serialize: (value) => dateOfDay(value as number),
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

/** No office plans so far ahead, and a year mistyped is best told at once. */
const lastYear = "2199-12-31";

function parseDay(value: unknown): number {
  const day = typeof value === "string" && value <= lastYear ? dayOfDate(value) : null;
  if (day === null) {
    throw new GraphQLError("LocalDate must be a day of the calendar, as 2026-11-22", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }
  return day;
}

export const Milliseconds = new GraphQLScalarType<number, number>({
  name: "Milliseconds",
  description: "A duration in whole milliseconds; it may exceed 32 bits.",
  serialize: (value) => value as number,
});

export const ByteCount = new GraphQLScalarType<number, number>({
  name: "ByteCount",
  description: "A whole number of bytes; it may exceed 32 bits.",
  serialize: (value) => value as number,
  parseValue: (value) => parseCount(value),
  parseLiteral: (node) => parseCount(node.kind === Kind.INT ? Number(node.value) : null),
});

function parseCount(value: unknown): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new GraphQLError("ByteCount must be a whole number", {
    extensions: { code: "BAD_USER_INPUT" },
  });
}

export const Json = new GraphQLScalarType({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
});

import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { ApiError } from "../errors/api-error.js";
import { DocumentGate } from "./document-gate.js";
import { defaultLimits } from "./query-limits.js";

const gate = new DocumentGate(defaultLimits);

function codeOf(source: string): string {
  try {
    gate.admit(source);
    return "admitted";
  } catch (error) {
    return error instanceof ApiError ? error.code : String(error);
  }
}

test("admits what is within the limits, again and again", () => {
  expect(codeOf("{ me { id } }")).toBe("admitted");
  expect(codeOf("{ me { id } }")).toBe("admitted");
  expect(codeOf(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }))).toBe(
    "admitted",
  );
});

test("names the limit that was passed", () => {
  const nested = (levels: number) => "{a".repeat(levels) + "}".repeat(levels);
  const cases: Record<string, string> = {
    "{ a ": "BAD_REQUEST",
    [nested(13)]: "QUERY_TOO_DEEP",
    [nested(2400)]: "QUERY_TOO_DEEP",
    // Malformed, and deep enough to exhaust the parser's stack first on some machines.
    [`{ a(x: ${"[".repeat(4900)} }`]: "BAD_REQUEST|QUERY_TOO_DEEP",
    [`{ ${"x: a ".repeat(60)} }`]: "QUERY_TOO_MANY_ALIASES",
    [`{ ${"me { id } ".repeat(1000)} }`]: "QUERY_TOO_MANY_ALIASES",
    [`{ ${"a ".repeat(6000)} }`]: "QUERY_TOO_LARGE",
    [`{ a(x: "${"x".repeat(100_001)}") }`]: "QUERY_TOO_LARGE",
    [`{ a } ${Array.from({ length: 101 }, (_, i) => `fragment F${i} on T { a }`).join(" ")}`]:
      "QUERY_TOO_LARGE",
  };
  for (const [source, code] of Object.entries(cases)) {
    expect(codeOf(source)).toMatch(new RegExp(`^(${code})$`));
  }
});

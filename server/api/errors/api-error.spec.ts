import { expect, test } from "vitest";
import { ApiError, formatApiError } from "./api-error.js";
import { apiErrorMessages, apiErrorStatus } from "./api-error-code.js";

test("is written in the language of the asker, with its numbers and the request id", () => {
  const error = new ApiError("QUERY_TOO_DEEP", { limit: 12 });
  expect(formatApiError(error, "en", "r1")).toEqual({
    message: "The query is nested too deeply (at most 12 levels).",
    extensions: { code: "QUERY_TOO_DEEP", requestId: "r1" },
  });
  expect(formatApiError(error, "id", "r1").message).toContain("12 tingkat");
  expect(formatApiError(new ApiError("INTERNAL_SERVER_ERROR"), "id", "r2").message).toContain("r2");
});

test("every code has a status and both languages use the same placeholders", () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [code, texts] of Object.entries(apiErrorMessages)) {
    expect(apiErrorStatus).toHaveProperty(code);
    expect(placeholders(texts.id)).toEqual(placeholders(texts.en));
  }
});

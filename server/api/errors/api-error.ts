import type { GraphQLFormattedError } from "graphql";
import type { Locale } from "../../kernel/context.js";
import { apiErrorMessages, type ApiErrorCode } from "./api-error-code.js";

export type ApiErrorParams = Readonly<Record<string, string | number>>;

/** A request that the API refuses as a whole, before or instead of running it. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ApiErrorCode,
    readonly params: ApiErrorParams = {},
  ) {
    super(code);
  }
}

/** The error as a client reads it, in the language of the asker. */
export function formatApiError(
  error: ApiError,
  locale: Locale,
  requestId: string,
): GraphQLFormattedError {
  const params: ApiErrorParams = { ...error.params, requestId };
  const message = apiErrorMessages[error.code][locale].replaceAll(/\{(\w+)\}/g, (whole, name) =>
    String(params[name as string] ?? whole),
  );
  return { message, extensions: { code: error.code, requestId } };
}

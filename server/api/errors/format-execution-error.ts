import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Context } from "../../kernel/context.js";
import type { Logger } from "../../kernel/logger.js";
import { messageFor } from "../../kernel/messages/messages.js";
import { Unauthenticated } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { ApiError, formatApiError } from "./api-error.js";

/** Messages may quote what was sent, which may be long. */
const longestMessage = 500;

/**
 * What a client reads of an error in an execution: refusals keep their code, wrong variables are
 * BAD_USER_INPUT, and everything unforeseen is logged and shown by its request id only.
 */
export function formatExecutionError(
  error: GraphQLError,
  ctx: Context,
  logger: Logger,
): GraphQLFormattedError {
  const cause = innermost(error);
  const known = knownRefusal(cause, ctx) ?? wrongInput(error, cause, ctx);
  if (!known) logger.error({ requestId: ctx.requestId, err: cause }, "An operation failed");
  const formatted =
    known ?? formatApiError(new ApiError("INTERNAL_SERVER_ERROR"), ctx.locale, ctx.requestId);
  return {
    ...formatted,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  };
}

/** Shortens what a library wrote and adds the request id. */
export function withRequestId(
  error: GraphQLFormattedError,
  requestId: string,
): GraphQLFormattedError {
  return {
    ...error,
    message: error.message.slice(0, longestMessage),
    extensions: { ...error.extensions, requestId },
  };
}

function innermost(error: GraphQLError): Error {
  let cause: Error = error;
  while ("originalError" in cause && cause.originalError instanceof Error) {
    cause = cause.originalError;
  }
  return cause;
}

function knownRefusal(cause: Error, ctx: Context): GraphQLFormattedError | null {
  const { locale, requestId } = ctx;
  if (cause instanceof ApiError) return formatApiError(cause, locale, requestId);
  if (cause instanceof Unauthenticated) {
    return formatApiError(new ApiError("UNAUTHENTICATED"), locale, requestId);
  }
  if (!(cause instanceof Refusal)) return null;
  const { code, field, params } = cause;
  return {
    message: messageFor(locale, code, params),
    extensions: { code, ...(field && { field }), requestId },
  };
}

function wrongInput(error: GraphQLError, cause: Error, ctx: Context): GraphQLFormattedError | null {
  const declared = (cause as Partial<GraphQLError>).extensions?.code === "BAD_USER_INPUT";
  // Variables are read before any field is, so that their errors have no path.
  const ofVariables = !error.path && cause.name === "GraphQLError";
  const ofArguments = cause.name === "GraphQLError" && error.message.startsWith("Argument ");
  if (!declared && !ofVariables && !ofArguments) return null;
  return withRequestId(
    { message: error.message, extensions: { code: "BAD_USER_INPUT" } },
    ctx.requestId,
  );
}

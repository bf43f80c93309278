import type { FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "../kernel/logger.js";
import { messageFor } from "../kernel/messages/messages.js";
import { Unauthenticated } from "../kernel/policy.js";
import { Refusal, type UserErrorCode } from "../kernel/refusal.js";
import { acceptLanguage } from "./accept-language.js";
import { ApiError, formatApiError } from "./errors/api-error.js";
import { apiErrorStatus } from "./errors/api-error-code.js";
import { headersForApi } from "./security-headers.js";

/** The largest body that is read, in bytes. */
export const bodyLimit = 1024 * 1024;

/** The HTTP status of a refusal outside of GraphQL, where it is not 400. */
const refusalStatus: { readonly [Code in UserErrorCode]?: number } = {
  RATE_LIMITED: 429,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  FILE_TAKEN: 409,
  STORAGE_FULL: 507,
  REPORT_NOT_READY: 503,
};

/** How long somebody may go on sending a body that is refused already. */
const lingerMs = 10_000;

/**
 * Answers a request that never became an operation, in the same shape as GraphQL's own errors; in the
 * language that the browser asks for, unless another is known.
 */
export async function sendError(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  locale = acceptLanguage(request.headers["accept-language"]),
): Promise<void> {
  const { status, code, body } = errorAnswer(thrown, request, logger, locale);
  if (code === "TOO_LARGE" && !(thrown instanceof Refusal)) throwRestAway(request, reply);
  await reply
    .code(status)
    .headers(headersForApi)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(body));
}

/** What such an answer says; what nobody foresaw is logged, and shown by its request id only. */
export function errorAnswer(
  thrown: unknown,
  request: FastifyRequest,
  logger: Logger,
  locale = acceptLanguage(request.headers["accept-language"]),
): { status: number; code: string; body: { errors: GraphQLFormattedError[] } } {
  if (thrown instanceof Refusal) {
    const { code, field, params } = thrown;
    const message = messageFor(locale, code, params);
    const extensions = { code, requestId: request.id, ...(field !== null && { field }) };
    const errors = [{ message, extensions }];
    return { status: refusalStatus[code] ?? 400, code, body: { errors } };
  }
  const error = asApiError(thrown);
  if (error.code === "INTERNAL_SERVER_ERROR") {
    logger.error({ requestId: request.id, err: thrown }, "A request failed");
  }
  const errors = [formatApiError(error, locale, request.id)];
  return { status: apiErrorStatus[error.code], code: error.code, body: { errors } };
}

/**
 * Whoever still sends when the connection is closed is told of the reset, and never reads the answer.
 * Fastify would close it at once; so the rest is read and forgotten, for a while.
 */
export function throwRestAway({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.removeHeader("connection");
  const late = setTimeout(() => raw.destroy(), lingerMs).unref();
  raw.once("close", () => clearTimeout(late));
  raw.resume();
}

function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof Unauthenticated) return new ApiError("UNAUTHENTICATED");
  const { code, statusCode, message } = thrown as Partial<Error> & {
    code?: string;
    statusCode?: number;
  };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new ApiError("TOO_LARGE", { limit: bodyLimit });
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new ApiError("UNSUPPORTED_MEDIA_TYPE");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ApiError("BAD_REQUEST", { reason: (message ?? "").slice(0, 200) });
  }
  return new ApiError("INTERNAL_SERVER_ERROR");
}

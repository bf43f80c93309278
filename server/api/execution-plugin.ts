import {
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
  type GraphQLResponse,
} from "@apollo/server";
import type { ExecutionResult } from "graphql";
import type { Logger } from "../kernel/logger.js";
import type { RequestScope } from "../runtime/request-scope.js";
import { formatExecutionError, withRequestId } from "./errors/format-execution-error.js";
import { ApiError, formatApiError } from "./errors/api-error.js";
import { apiErrorStatus } from "./errors/api-error-code.js";
import type { CostLimit } from "./limits/cost-limit.js";
import type { OperationExecutor } from "./operation-executor.js";
import { admitPasswordChange } from "./password-change-gate.js";

/**
 * Runs Apollo's operations on our executor. This hook is the cheapest way in: it stands after
 * Apollo's cached parsing and validation, and before its field-by-field instrumentation.
 */
export function executionPlugin(
  executor: OperationExecutor,
  costLimit: CostLimit,
  logger: Logger,
): ApolloServerPlugin<RequestScope> {
  const listener: GraphQLRequestListener<RequestScope> = {
    async responseForOperation(request): Promise<GraphQLResponse | null> {
      if (!request.operation) return null;
      try {
        return respond(await run(request), request.contextValue, logger);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return refuse(error, request.contextValue);
      }
    },
    async willSendResponse(request) {
      addRequestIds(request);
    },
  };
  // The listener keeps nothing of a request, so all share it.
  return { requestDidStart: async () => listener };

  function run(
    request: GraphQLRequestContextResponseForOperation<RequestScope>,
  ): Promise<ExecutionResult> {
    const { document, operation, queryHash, contextValue } = request;
    const variables = request.request.variables ?? {};
    if (operation.operation === "subscription") {
      throw new ApiError("BAD_REQUEST", { reason: "subscriptions run at /graphql/stream" });
    }
    admitPasswordChange(document, operation, contextValue.ctx.actor);
    costLimit.admit(document, operation, variables);
    const { operationName } = request;
    const op = {
      document,
      documentKey: queryHash ?? request.source ?? "",
      operationName,
      variables,
    };
    return executor.execute(op, contextValue);
  }
}

function respond(result: ExecutionResult, scope: RequestScope, logger: Logger): GraphQLResponse {
  const singleResult = result.errors
    ? { ...result, errors: result.errors.map((e) => formatExecutionError(e, scope.ctx, logger)) }
    : (result as Omit<ExecutionResult, "errors">);
  return {
    // Without `data` nothing ran: the variables were wrong.
    http: { headers: new HeaderMap(), ...(result.data === undefined && { status: 400 }) },
    body: { kind: "single", singleResult },
  };
}

function refuse(error: ApiError, scope: RequestScope): GraphQLResponse {
  const { locale, requestId } = scope.ctx;
  return {
    http: { status: apiErrorStatus[error.code], headers: new HeaderMap() },
    body: {
      kind: "single",
      singleResult: { errors: [formatApiError(error, locale, requestId)] },
    },
  };
}

/** Apollo's own errors (validation, an unknown operation name) come past here only. */
function addRequestIds(request: GraphQLRequestContextWillSendResponse<RequestScope>): void {
  const { body } = request.response;
  if (body.kind !== "single" || !body.singleResult.errors) return;
  const { requestId } = request.contextValue.ctx;
  body.singleResult.errors = body.singleResult.errors.map((error) =>
    withRequestId(error, requestId),
  );
}

import { ApiError } from "./errors/api-error.js";

export interface GraphQLBody {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The one operation of a request's JSON body. Throws an `ApiError` that says what is wrong with it. */
export function readBody(body: unknown): GraphQLBody {
  if (Array.isArray(body)) throw new ApiError("BATCHING_DISABLED");
  if (!isObject(body)) throw unreadable("the body must be a JSON object with a query");
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== "string" || query.trim() === "") {
    throw unreadable("query must be a GraphQL document, as text");
  }
  if (operationName != null && typeof operationName !== "string") {
    throw unreadable("operationName must be text");
  }
  if (variables != null && !isObject(variables)) throw unreadable("variables must be an object");
  if (extensions != null && !isObject(extensions)) throw unreadable("extensions must be an object");
  return { query, operationName: operationName || null, variables: variables ?? {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unreadable(reason: string): ApiError {
  return new ApiError("BAD_REQUEST", { reason });
}

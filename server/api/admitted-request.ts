import type { FastifyRequest } from "fastify";
import type { RequestScope } from "../runtime/request-scope.js";
import type { GraphQLBody } from "./read-body.js";

/** A request whose document may be run. */
export interface AdmittedRequest {
  readonly body: GraphQLBody;
  readonly scope: RequestScope;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set on the GraphQL routes once the request was admitted. */
    graphql: AdmittedRequest | null;
  }
  interface FastifyContextConfig {
    /** Marks the routes that take GraphQL. */
    graphql?: boolean;
  }
}

/** What the GraphQL routes' hook left on the request. */
export function admitted(request: FastifyRequest): AdmittedRequest {
  if (!request.graphql) throw new Error("The request was not admitted");
  return request.graphql;
}

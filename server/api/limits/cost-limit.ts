import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { ApiError } from "../errors/api-error.js";
import { planCost, type CostPlan, type Variables } from "./query-cost.js";

/** Refuses operations whose answer would be too large. */
export class CostLimit {
  readonly #plans = new WeakMap<OperationDefinitionNode, CostPlan>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly maxCost: number,
  ) {}

  /** `document` must be valid. Throws QUERY_TOO_COSTLY. */
  admit(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): void {
    let plan = this.#plans.get(operation);
    if (!plan) {
      plan = planCost(this.schema, document, operation);
      this.#plans.set(operation, plan);
    }
    const cost = plan(variables);
    if (cost > this.maxCost) {
      throw new ApiError("QUERY_TOO_COSTLY", { actual: cost, limit: this.maxCost });
    }
  }
}

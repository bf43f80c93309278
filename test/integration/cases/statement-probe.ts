import { parse } from "graphql";
import { expect } from "vitest";
import { buildApiSchema } from "../../../server/api/build-schema.js";
import { type Composition, composeFeatures } from "../../../server/api/compose-features.js";
import { OperationExecutor } from "../../../server/api/operation-executor.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { RequestScope } from "../../../server/runtime/request-scope.js";
import type { AnyData } from "../../harness/test-api.js";
import type { CaseDriver } from "./case-driver.js";

/** Asks as somebody of the demo office, behind the HTTP that hides which statements it took. */
export class StatementProbe {
  readonly #composition: Composition;
  readonly #executor: OperationExecutor;

  /** `drawingWorker`: instead of the built one. */
  constructor(
    private readonly driver: CaseDriver,
    drawingWorker?: URL,
  ) {
    const { database, clock } = driver.api;
    this.#composition = composeFeatures({
      database,
      now: clock.now,
      ...(drawingWorker && { drawingWorker }),
    });
    const { resolvers, nodeSources } = this.#composition;
    this.#executor = new OperationExecutor(buildApiSchema(resolvers, nodeSources));
  }

  /** A request's scope, of somebody who has signed in. */
  async scopeOf(username: string): Promise<RequestScope> {
    const { headers } = await this.driver.as(username);
    const bearer = headers["authorization"]?.slice("Bearer ".length) ?? null;
    const { actor } = await this.#composition.actors.authenticate({ bearer, cookie: null });
    const ctx = { actor, locale: "id", requestId: "t", now: this.driver.api.clock.now } as const;
    const cookie = { set: () => {}, clear: () => {} };
    return new RequestScope(ctx, this.driver.api.database, cookie, "");
  }

  /** What is answered, and the statements that it took. */
  async ask(
    username: string,
    document: string,
    variables: object = {},
  ): Promise<{ data: AnyData; statements: readonly string[] }> {
    const scope = await this.scopeOf(username);
    const operation = {
      document: parse(document),
      documentKey: document,
      operationName: null,
      variables: { ...variables },
    };
    const { result, statements } = await countStatements(() =>
      this.#executor.execute(operation, scope),
    );
    expect(result.errors).toBeUndefined();
    return { data: result.data ?? {}, statements };
  }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  createSourceEventStream,
  getOperationAST,
  GraphQLError,
  type ExecutionResult,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { createHandler } from "graphql-sse";
import type { Logger } from "../../kernel/logger.js";
import type { Actor } from "../../kernel/actor.js";
import { Refusal } from "../../kernel/refusal.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { admitted, type AdmittedRequest } from "../admitted-request.js";
import { ApiError } from "../errors/api-error.js";
import { formatExecutionError, withRequestId } from "../errors/format-execution-error.js";
import type { CostLimit } from "../limits/cost-limit.js";
import type { OperationExecutor } from "../operation-executor.js";
import { admitPasswordChange } from "../password-change-gate.js";
import type { ScopeFactory } from "../scope-factory.js";
import { answerEvents, answerOnce, type Answer } from "./answer-events.js";
import { interruptible } from "./interruptible.js";
import type { OpenStreams } from "./open-streams.js";

export interface StreamOptions {
  readonly schema: GraphQLSchema;
  readonly scopes: ScopeFactory;
  readonly executor: OperationExecutor;
  readonly costLimit: CostLimit;
  readonly streams: OpenStreams;
  readonly logger: Logger;
}

/** By request, what makes its subscription look at once whether its asker is signed in. */
const interrupts = new WeakMap<FastifyRequest, () => void>();

/**
 * `POST /graphql/stream`: subscriptions as server-sent events, one connection each ("distinct
 * connections" of the GraphQL over SSE protocol). graphql-sse pings every 12 seconds.
 */
export function registerStream(app: FastifyInstance, options: StreamOptions): void {
  const handle = createHandler<FastifyRequest, FastifyReply>({
    // No token, so the protocol's other mode, one connection for all, stays off.
    authenticate: () => null,
    onSubscribe: (request) => subscribe(request.raw, request.context, options),
  });

  app.post("/graphql/stream", { config: { graphql: true } }, async (request, reply) => {
    if (!request.headers.accept?.includes("text/event-stream"))
      throw new ApiError("NOT_ACCEPTABLE");
    const { scope } = admitted(request);
    let events: AsyncGenerator<string> | undefined;
    const isOfAsker = async (): Promise<boolean> => {
      const current = await options.scopes.create(request, reply, false);
      return sameAsker(current.ctx.actor, scope.ctx.actor);
    };
    const close = options.streams.open(askerOf(scope), {
      end: () => void events?.return(undefined),
      refuse: () => interrupts.get(request)?.(),
      isOfAsker,
    });
    try {
      const [body, init] = await handle({
        method: request.method,
        url: request.url,
        headers: {
          get: (name) => (name === "accept" ? "text/event-stream" : header(request, name)),
        },
        body: request.body as Record<string, unknown>,
        raw: request,
        context: reply,
      });
      if (body === null || typeof body === "string") {
        return await reply
          .code(init.status)
          .headers(init.headers ?? {})
          .send(body);
      }
      events = body;
      reply.hijack();
      await send(events, reply, init.headers ?? {});
      return reply;
    } finally {
      interrupts.delete(request);
      close();
    }
  });
}

async function send(
  events: AsyncGenerator<string>,
  reply: FastifyReply,
  headers: Record<string, string>,
): Promise<void> {
  const { raw } = reply;
  const gone = (): void => void events.return(undefined);
  raw.once("close", gone);
  // Proxies that gather answers would hold the events back.
  raw.writeHead(200, { ...(reply.getHeaders() as object), ...headers, "x-accel-buffering": "no" });
  try {
    for await (const event of events) {
      if (!raw.writable) break;
      await new Promise<void>((resolve) => raw.write(event, () => resolve()));
    }
  } finally {
    raw.off("close", gone);
    raw.end();
  }
}

/** Errors of an operation come as an answer in the stream, so that clients read them as GraphQL. */
async function subscribe(
  request: FastifyRequest,
  reply: FastifyReply,
  options: StreamOptions,
): Promise<AsyncGenerator<ExecutionResult>> {
  const { body, scope } = admitted(request);
  try {
    return await openSubscription(request, reply, admitted(request), options);
  } catch (error) {
    const asGraphQL =
      error instanceof GraphQLError
        ? error
        : new GraphQLError((error as Error).message, { originalError: error as Error });
    return answerOnce(failed([asGraphQL], scope, options.logger));
  } finally {
    options.logger.debug({ requestId: request.id, operation: body.operationName }, "Subscribed");
  }
}

async function openSubscription(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, scope }: AdmittedRequest,
  options: StreamOptions,
): Promise<AsyncGenerator<ExecutionResult>> {
  const { schema, executor, costLimit, scopes, logger } = options;
  const document = parse(body.query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    const code = "GRAPHQL_VALIDATION_FAILED";
    const errors = invalid.map((error) =>
      withRequestId({ ...error.toJSON(), extensions: { code } }, request.id),
    );
    return answerOnce({ errors: errors as unknown as GraphQLError[] });
  }
  const operation = getOperationAST(document, body.operationName);
  if (operation?.operation !== "subscription") {
    throw new ApiError("BAD_REQUEST", { reason: "only subscriptions run at /graphql/stream" });
  }
  admitPasswordChange(document, operation, scope.ctx.actor);
  costLimit.admit(document, operation, body.variables);
  const source = await createSourceEventStream({
    schema,
    document,
    operationName: body.operationName,
    variableValues: body.variables,
    contextValue: scope,
  });
  if (!(Symbol.asyncIterator in source)) {
    return answerOnce(failed(source.errors ?? [], scope, logger));
  }

  // Each event is answered as a request of its own: rights are read afresh, loaders start empty.
  const answer = async (rootValue: unknown): Promise<Answer> => {
    let current = scope;
    try {
      current = await scopes.create(request, reply, false);
      if (!sameAsker(current.ctx.actor, scope.ctx.actor)) throw new ApiError("UNAUTHENTICATED");
      const result = await executor.execute(
        {
          document,
          documentKey: body.query,
          operationName: body.operationName,
          variables: body.variables,
          rootValue,
        },
        current,
      );
      if (!result.errors) return { result, last: false };
      const last = result.errors.some(refusesWhole);
      return { result: { ...result, ...failed(result.errors, current, logger) }, last };
    } catch (error) {
      const originalError = error as Error;
      const failure = new GraphQLError(originalError.message, { originalError });
      return { result: failed([failure], current, logger), last: true };
    }
  };
  const events = interruptible(source[Symbol.asyncIterator]());
  interrupts.set(request, events.interrupt);
  return answerEvents(events, answer);
}

function failed(
  errors: readonly GraphQLError[],
  scope: RequestScope,
  logger: Logger,
): ExecutionResult {
  const formatted = errors.map((error) => formatExecutionError(error, scope.ctx, logger));
  // The stream writes them as JSON, for which the formatted shape is the right one.
  return { errors: formatted as unknown as GraphQLError[] };
}

/** Whether the subscription's own field was refused: what it follows, its asker may no longer see. */
const refusesWhole = ({ path, originalError }: GraphQLError): boolean =>
  path?.length === 1 && originalError instanceof Refusal;

function sameAsker(now: Actor, then: Actor): boolean {
  if (now.type === "PERSON" && then.type === "PERSON") return now.sessionId === then.sessionId;
  if (now.type === "TOKEN" && then.type === "TOKEN") return now.tokenId === then.tokenId;
  return now.type === then.type;
}

function askerOf({ ctx: { actor }, remoteAddress }: RequestScope): string {
  if (actor.type === "PERSON") return `person:${actor.personId}`;
  if (actor.type === "TOKEN") return `token:${actor.tokenId}`;
  return `address:${remoteAddress}`;
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

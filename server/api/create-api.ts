import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastifyCookie from "@fastify/cookie";
import fastifyCors from "@fastify/cors";
import { fastify, LogController, type FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { CaseFileService } from "../features/cases/case-file-service.js";
import type { UploadService } from "../features/files/upload-service.js";
import type { PaperService } from "../features/paper/paper-service.js";
import type { ThroughputExportService } from "../features/throughput/export/export-service.js";
import type { Logger } from "../kernel/logger.js";
import type { RequestScope } from "../runtime/request-scope.js";
import { admitted } from "./admitted-request.js";
import { corsRules } from "./cors.js";
import { ApiError } from "./errors/api-error.js";
import { executionPlugin } from "./execution-plugin.js";
import { registerHealth } from "./health.js";
import type { HttpFront, HttpHandler, Pause } from "./http-front.js";
import { CostLimit } from "./limits/cost-limit.js";
import { DocumentGate } from "./limits/document-gate.js";
import { holdsManyValues } from "./limits/holds-many-values.js";
import { defaultLimits, type QueryLimits } from "./limits/query-limits.js";
import { OpenStreams } from "./live/open-streams.js";
import { registerStream } from "./live/stream-route.js";
import { OperationExecutor } from "./operation-executor.js";
import { registerExports } from "./export-route.js";
import { registerFiles } from "./file-route.js";
import { registerPaper } from "./paper-route.js";
import { readBody } from "./read-body.js";
import { requestId } from "./request-id.js";
import { ScopeFactory, type ScopeFactoryOptions } from "./scope-factory.js";
import { headersForAll, headersForApi } from "./security-headers.js";
import { bodyLimit, sendError } from "./send-error.js";
import { registerStaticUi } from "./static-ui.js";
import { registerUploads } from "./upload-route.js";

export interface ApiOptions extends ScopeFactoryOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly papers: PaperService;
  readonly exports: ThroughputExportService;
  readonly uploads: UploadService;
  readonly caseFiles: CaseFileService;
  readonly migrationsCurrent: () => Promise<boolean>;
  /** Origins of other frontends; they use bearer tokens, never the cookie. */
  readonly corsOrigins: readonly string[];
  /** The proxies that are believed about addresses and https; addresses and CIDR ranges. */
  readonly trustProxy: readonly string[];
  /** Calls back after each change of an account, a session or a token; answers what ends that. */
  readonly onAccountChange: (listener: () => void) => () => void;
  /** Where the built interface lies. */
  readonly uiFolder: string;
  readonly limits?: QueryLimits;
}

export interface Api {
  readonly app: FastifyInstance;
  /** Ends the event streams, lets running requests finish for `graceMs`, and closes the socket. */
  close(graceMs: number): Promise<void>;
  /** As `close`, but the socket stays and answers 503 until another API is put on it. */
  leave(reason: Pause, graceMs: number): Promise<void>;
}

const orphanSweep = 15_000;

/** Puts the API on a socket that already listens; when it resolves, requests are answered. */
export async function createApi(front: HttpFront, options: ApiOptions): Promise<Api> {
  const { schema, logger } = options;
  const limits = options.limits ?? defaultLimits;
  const gate = new DocumentGate(limits);
  const costLimit = new CostLimit(schema, limits.maxCost);
  const executor = new OperationExecutor(schema);
  const scopes = new ScopeFactory(options);
  const streams = new OpenStreams();
  const unlisten = options.onAccountChange(() => void streams.endOrphans());
  // What another server changed, and sessions that are simply over.
  const sweep = setInterval(() => void streams.endOrphans(), orphanSweep).unref();

  const apollo = new ApolloServer<RequestScope>({
    schema,
    logger,
    nodeEnv: "production",
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.maxTokens },
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      executionPlugin(executor, costLimit, logger),
    ],
  });
  await apollo.start();

  let handler: HttpHandler | undefined;
  const app = fastify({
    serverFactory: (handle) => {
      handler = handle;
      return front.server;
    },
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    loggerInstance: logger,
    // What is logged names its request by itself; a logger for each would be made for nothing.
    childLoggerFactory: (parent) => parent,
    genReqId: (request) => requestId(request.headers["x-request-id"]),
    trustProxy: options.trustProxy.length > 0 && [...options.trustProxy],
  }) as unknown as FastifyInstance;

  // Only JSON is read: anything else a foreign page could send without asking first.
  app.removeContentTypeParser("text/plain");
  app.decorateRequest("graphql", null);
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, logger));
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headersForAll).header("x-request-id", request.id);
    done();
  });
  if (options.corsOrigins.length > 0) {
    await app.register(fastifyCors, {
      origin: [...options.corsOrigins],
      ...corsRules,
    });
  }
  await app.register(fastifyCookie);

  app.addHook("preHandler", async (request, reply) => {
    if (!request.routeOptions.config.graphql) return;
    reply.headers(headersForApi);
    const body = readBody(request.body);
    gate.admit(body.query);
    if (holdsManyValues(body.variables, limits.maxValues)) {
      throw new ApiError("QUERY_TOO_LARGE", { limit: limits.maxValues, unit: "values" });
    }
    request.graphql = { body, scope: await scopes.create(request, reply) };
  });
  app.post(
    "/graphql",
    { config: { graphql: true } },
    fastifyApolloHandler<RequestScope>(apollo, {
      context: async (request) => admitted(request).scope,
    }),
  );
  app.get("/graphql", async (request, reply) => {
    // Whoever opens the address in a browser wants the page that explains it.
    if (request.headers.accept?.includes("text/html")) return reply.redirect("/graphiql");
    throw new ApiError("BAD_REQUEST", { reason: "send operations with POST" });
  });
  registerStream(app, { schema, scopes, executor, costLimit, streams, logger });
  registerPaper(app, { papers: options.papers, scopes, logger });
  registerExports(app, { exports: options.exports, scopes, logger });
  registerUploads(app, { uploads: options.uploads, scopes });
  registerFiles(app, { files: options.caseFiles, scopes, logger });
  registerHealth(app, { reader: options.database.reader, ...options });
  await registerStaticUi(app, options.uiFolder);
  await app.ready();
  if (!handler) throw new Error("fastify took no server");
  front.serve(handler);

  const end = async (): Promise<void> => {
    unlisten();
    clearInterval(sweep);
    await app.close();
    await apollo.stop();
    // Fastify listens there for broken requests, and does not take itself away.
    front.server.removeAllListeners("clientError");
  };
  return {
    app,
    async close(graceMs) {
      streams.endAll();
      await front.close(graceMs);
      await end();
    },
    async leave(reason, graceMs) {
      const paused = front.pause(reason, graceMs);
      streams.endAll();
      await paused;
      await end();
    },
  };
}

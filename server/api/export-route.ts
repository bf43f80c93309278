import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import { contentDisposition } from "../features/paper/paper-file-name.js";
import { PaperCancelled } from "../features/paper/paper-press.js";
import {
  type QueryParameters,
  readExportRequest,
} from "../features/throughput/export/export-request.js";
import type { ThroughputExportService } from "../features/throughput/export/export-service.js";
import type { Locale } from "../kernel/context.js";
import type { Logger } from "../kernel/logger.js";
import { requireSignedIn } from "../kernel/policy.js";
import { Refusal } from "../kernel/refusal.js";
import { RequestScope } from "../runtime/request-scope.js";
import { refuseTemporaryPassword } from "./password-change-gate.js";
import type { ScopeFactory } from "./scope-factory.js";
import { headersForFiles } from "./security-headers.js";
import { sendError } from "./send-error.js";

export interface ExportRouteOptions {
  readonly exports: ThroughputExportService;
  readonly scopes: ScopeFactory;
  readonly logger: Logger;
}

const reportTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

const logTypes = {
  xes: "application/xml; charset=utf-8",
  "ocel.json": "application/json; charset=utf-8",
} as const;

/** A log says the same over and over: more effort would save little and take the processor. */
const gzipLevel = 4;

type ExportRequest = FastifyRequest<{ Querystring: QueryParameters }>;
type Asked = ReturnType<typeof readExportRequest>["input"];

/**
 * `GET /export/throughput.csv|xlsx|pdf`: a report as a file; `GET /export/events.xes|ocel.json`: the
 * event log behind it. Parameters as `readExportRequest` has them; errors are in the same language.
 */
export function registerExports(app: FastifyInstance, options: ExportRouteOptions): void {
  const { exports } = options;
  for (const [format, type] of entriesOf(reportTypes)) {
    serve(app, `/export/throughput.${format}`, options, async (scope, input, gone, { reply }) => {
      const { fileName, content } = await exports.report(scope, input, format, gone);
      return named(reply, fileName).type(type).send(content);
    });
  }
  for (const [format, type] of entriesOf(logTypes)) {
    serve(app, `/export/events.${format}`, options, async (scope, input, gone, exchange) => {
      const { reply, request } = exchange;
      const { fileName, content } = await exports.eventLog(scope, input, format, gone);
      named(reply, fileName).type(type).header("vary", "accept-encoding");
      if (!acceptsGzip(request)) return reply.send(content);
      // Errors of the log close the connection, as without gzip.
      const packed = pipeline(content, createGzip({ level: gzipLevel }), () => undefined);
      return reply.header("content-encoding", "gzip").send(packed);
    });
  }
}

interface Exchange {
  readonly request: ExportRequest;
  readonly reply: FastifyReply;
}

type Answer = (
  scope: RequestScope,
  input: Asked,
  gone: AbortSignal,
  exchange: Exchange,
) => Promise<FastifyReply>;

function serve(
  app: FastifyInstance,
  path: string,
  { scopes, logger }: ExportRouteOptions,
  answer: Answer,
): void {
  app.get<{ Querystring: QueryParameters }>(
    path,
    { exposeHeadRoute: false },
    async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const own = await scopes.create(request, reply);
      requireSignedIn(own.ctx);
      refuseTemporaryPassword(own.ctx.actor);
      let { locale } = own.ctx;
      try {
        const asked = readExportRequest(request.query);
        locale = asked.locale ?? locale;
        return await answer(inLanguage(own, locale), asked.input, gone.signal, { request, reply });
      } catch (error) {
        // Nobody is there any more to be told anything.
        if (error instanceof PaperCancelled || gone.signal.aborted) return reply.hijack();
        await sendError(byParameter(error), request, reply, logger, locale);
        return reply;
      }
    },
  );
}

const entriesOf = <Key extends string, Value>(record: Readonly<Record<Key, Value>>) =>
  Object.entries(record) as [Key, Value][];

const named = (reply: FastifyReply, fileName: string): FastifyReply =>
  reply.headers(headersForFiles).header("content-disposition", contentDisposition(fileName));

/** The same asker, answered in another language. */
const inLanguage = (scope: RequestScope, locale: Locale): RequestScope =>
  locale === scope.ctx.locale
    ? scope
    : new RequestScope(
        { ...scope.ctx, locale },
        scope.database,
        scope.cookie,
        scope.remoteAddress,
        scope.mayTakePassword,
      );

/** The parameters behind the fields that a report's input has. */
const parameters: readonly (readonly [RegExp, string])[] = [
  [/officeId$/, "office"],
  [/sopIds$/, "sop"],
  [/versionIds$/, "version"],
  [/period\.to$/, "to"],
  [/bucket$/, "bucket"],
];

/** A refusal names the parameter at fault. */
function byParameter(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.field === null) return error;
  const field = parameters.find(([pattern]) => pattern.test(error.field!))?.[1] ?? error.field;
  return new Refusal(error.code, field, error.params);
}

/** Whether `Accept-Encoding` names gzip and does not refuse it. */
const acceptsGzip = ({ headers }: ExportRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(headers["accept-encoding"] ?? ""));

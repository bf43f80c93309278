import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isPaperFormat, paperFormats } from "../features/paper/paper-format.js";
import { contentDisposition } from "../features/paper/paper-file-name.js";
import { PaperCancelled } from "../features/paper/paper-press.js";
import type { PaperOrder, PaperService } from "../features/paper/paper-service.js";
import type { Logger } from "../kernel/logger.js";
import { Refusal } from "../kernel/refusal.js";
import { ApiError } from "./errors/api-error.js";
import { refuseTemporaryPassword } from "./password-change-gate.js";
import type { ScopeFactory } from "./scope-factory.js";
import { headersForApi, headersForFiles } from "./security-headers.js";
import { errorAnswer } from "./send-error.js";

export interface PaperRouteOptions {
  readonly papers: PaperService;
  readonly scopes: ScopeFactory;
  readonly logger: Logger;
}

const fileShape = /^([A-Za-z0-9_-]{1,80})\.([a-z]{1,8})$/;

/**
 * `GET /paper/<id of a version or an SOP>.pdf|docx|svg|png`: the form as a file. Whoever accepts
 * `text/event-stream` hears `progress` events and gets the file in the last one, `file`.
 */
export function registerPaper(app: FastifyInstance, options: PaperRouteOptions): void {
  const { papers, scopes } = options;
  app.get<{ Params: { file: string } }>(
    "/paper/:file",
    { exposeHeadRoute: false },
    async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const order = await ordered(request, await scopes.create(request, reply), papers);
      if (request.headers.accept?.includes("text/event-stream")) {
        return tell(order, request, reply, gone.signal, options);
      }
      try {
        const bytes = await papers.print(order, gone.signal, () => {});
        return await reply
          .headers(headersForFiles)
          .header("content-disposition", contentDisposition(order.fileName))
          .type(paperFormats[order.job.format])
          .send(bytes);
      } catch (error) {
        if (!(error instanceof PaperCancelled)) throw error;
        reply.hijack();
        return reply;
      }
    },
  );
}

async function ordered(
  request: FastifyRequest<{ Params: { file: string } }>,
  scope: Awaited<ReturnType<ScopeFactory["create"]>>,
  papers: PaperService,
): Promise<PaperOrder> {
  refuseTemporaryPassword(scope.ctx.actor);
  const [, id, format] = fileShape.exec(request.params.file) ?? [];
  try {
    if (id === undefined || format === undefined || !isPaperFormat(format)) {
      throw new Refusal("NOT_FOUND");
    }
    return await papers.order(scope, id, format);
  } catch (error) {
    const code = error instanceof Refusal ? error.code : null;
    if (code === "NOT_FOUND" || code === "FORBIDDEN") throw new ApiError(code);
    throw error;
  }
}

async function tell(
  order: PaperOrder,
  request: FastifyRequest,
  reply: FastifyReply,
  signal: AbortSignal,
  { papers, logger }: PaperRouteOptions,
): Promise<FastifyReply> {
  const { raw } = reply;
  reply.hijack();
  // Proxies that gather answers would hold the events back.
  raw.writeHead(200, {
    ...(reply.getHeaders() as object),
    ...headersForApi,
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",
  });
  const send = (event: string, data: object): void => {
    if (raw.writable) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  try {
    const bytes = await papers.print(order, signal, (progress) => send("progress", progress));
    send("file", {
      name: order.fileName,
      type: paperFormats[order.job.format],
      base64: Buffer.from(bytes).toString("base64"),
    });
  } catch (error) {
    if (!(error instanceof PaperCancelled)) {
      send("failure", errorAnswer(error, request, logger).body);
    }
  } finally {
    raw.end();
  }
  return reply;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import { OffsetConflict, type UploadService } from "../features/files/upload-service.js";
import type { UploadRow } from "../features/files/upload-row.js";
import { uploadView } from "../features/files/upload-view.js";
import type { Context } from "../kernel/context.js";
import { fromGlobalId } from "../kernel/global-id.js";
import { ApiError } from "./errors/api-error.js";
import { refuseTemporaryPassword } from "./password-change-gate.js";
import type { ScopeFactory } from "./scope-factory.js";
import { headersForApi } from "./security-headers.js";
import { throwRestAway } from "./send-error.js";

export interface UploadRouteOptions {
  readonly uploads: UploadService;
  readonly scopes: ScopeFactory;
}

type UploadRequest = FastifyRequest<{ Params: { id: string } }>;

/** How long nothing may come of a piece before what came is all there is. */
const silenceMs = 30_000;

/**
 * `/uploads/<id>`: PUT brings bytes from `Upload-Offset` on, HEAD tells where it goes on, GET how it
 * stands, DELETE gives it up. Only bytes are read, never a form: a page elsewhere cannot send such a
 * request without asking first, and the cookie counts from Alur's own pages only.
 */
export function registerUploads(app: FastifyInstance, options: UploadRouteOptions): void {
  const { uploads, scopes } = options;
  const asked = async (request: UploadRequest, reply: FastifyReply) => {
    const { ctx } = await scopes.create(request, reply);
    refuseTemporaryPassword(ctx.actor);
    return { ctx, id: fromGlobalId(request.params.id, "Upload") };
  };
  void app.register(async (routes: FastifyInstance) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser("application/octet-stream", (_request, payload, done) =>
      done(null, payload),
    );
    routes.put("/uploads/:id", async (request: UploadRequest, reply) => {
      try {
        const { ctx, id } = await asked(request, reply);
        const row = await whileItComes(request, (bytes) =>
          uploads.receive(ctx, id, offsetOf(request), bytes),
        );
        return await answer(reply, row, ctx);
      } catch (error) {
        if (error instanceof OffsetConflict) {
          void reply.header("upload-offset", error.received);
          throw new ApiError("UPLOAD_OFFSET", { received: error.received });
        }
        // Nobody is there any more to be told anything.
        if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
        throw error;
      } finally {
        if (!request.raw.readableEnded && !request.raw.destroyed) throwRestAway(request, reply);
      }
    });
    routes.get(
      "/uploads/:id",
      { exposeHeadRoute: false },
      async (request: UploadRequest, reply) => {
        const { ctx, id } = await asked(request, reply);
        return answer(reply, await uploads.find(ctx, id), ctx);
      },
    );
    routes.head("/uploads/:id", async (request: UploadRequest, reply) => {
      const { ctx, id } = await asked(request, reply);
      const { received, size } = await uploads.find(ctx, id);
      return reply
        .code(204)
        .headers({ ...headersForApi, "upload-offset": received, "upload-length": size })
        .send();
    });
    routes.delete("/uploads/:id", async (request: UploadRequest, reply) => {
      const { ctx, id } = await asked(request, reply);
      await uploads.cancel(ctx, id);
      return reply.code(204).headers(headersForApi).send();
    });
  });
}

/** Hands the body over as it comes; where nothing comes for long, that was all of it. */
async function whileItComes<T>(
  { raw, body }: FastifyRequest,
  work: (bytes: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  // What the server does with all that came may take as long as it likes.
  raw.setTimeout(silenceMs, () => raw.complete || raw.destroy());
  try {
    return await work(
      (body as Readable | undefined)?.iterator({ destroyOnReturn: false }) ?? nothing(),
    );
  } finally {
    raw.setTimeout(0);
  }
}

/** Where the piece belongs: `Upload-Offset`, or else the begin of `Content-Range`, or else 0. */
function offsetOf({ headers }: FastifyRequest): number {
  const range = /^bytes (\d{1,15})-\d{1,15}\/\d{1,15}$/.exec(headers["content-range"] ?? "")?.[1];
  const given = headers["upload-offset"] ?? range ?? "0";
  if (typeof given !== "string" || !/^\d{1,15}$/.test(given)) {
    throw new ApiError("BAD_REQUEST", { reason: "Upload-Offset must be a whole number" });
  }
  return Number(given);
}

/** 422: all of it came, and it may not be attached. */
function answer(reply: FastifyReply, row: UploadRow, { locale }: Context): FastifyReply {
  const view = uploadView(row, locale);
  return reply
    .code(view.status === "REFUSED" ? 422 : 200)
    .headers({ ...headersForApi, "upload-offset": row.received })
    .send({ ...view, expiresAt: new Date(view.expiresAt).toISOString() });
}

async function* nothing(): AsyncGenerator<Buffer> {}

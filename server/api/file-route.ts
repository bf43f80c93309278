import type { FastifyInstance, FastifyRequest } from "fastify";
import type { CaseFileService } from "../features/cases/case-file-service.js";
import { contentDisposition } from "../features/paper/paper-file-name.js";
import type { Logger } from "../kernel/logger.js";
import { type ByteRange, FileMissing } from "../persistence/files/file-store.js";
import { ApiError } from "./errors/api-error.js";
import { refuseTemporaryPassword } from "./password-change-gate.js";
import type { ScopeFactory } from "./scope-factory.js";
import { headersForFiles } from "./security-headers.js";

export interface FileRouteOptions {
  readonly files: CaseFileService;
  readonly scopes: ScopeFactory;
  readonly logger: Logger;
}

/**
 * `GET /files/<id of a CaseFile>`: the file, to whoever may read its case; to everybody else it is
 * not there. It is saved and never shown, and a part of it may be asked for, to go on after a loss.
 */
export function registerFiles(app: FastifyInstance, options: FileRouteOptions): void {
  const { files, scopes, logger } = options;
  app.get<{ Params: { id: string } }>(
    "/files/:id",
    { exposeHeadRoute: false },
    async (request, reply) => {
      const scope = await scopes.create(request, reply);
      refuseTemporaryPassword(scope.ctx.actor);
      const file = await files.find(scope, request.params.id);
      const etag = `"${file.sha256}"`;
      const range = askedRange(request, file.size, etag);
      void reply.headers({
        ...headersForFiles,
        "content-disposition": contentDisposition(file.name),
        "accept-ranges": "bytes",
        etag,
      });
      if (range === "UNSATISFIABLE") {
        return reply.code(416).header("content-range", `bytes */${file.size}`).send();
      }
      try {
        const content = await files.read(file, range ?? undefined);
        request.raw.once("close", () => content.destroy());
        const { start, end } = range ?? { start: 0, end: file.size - 1 };
        if (range) {
          void reply.code(206).header("content-range", `bytes ${start}-${end}/${file.size}`);
        }
        return await reply
          .header("content-length", end - start + 1)
          .type(file.type)
          .send(content);
      } catch (error) {
        if (!(error instanceof FileMissing)) throw error;
        logger.error({ requestId: request.id, err: error }, "A file of a case is not in the store");
        throw new ApiError("FILE_MISSING");
      }
    },
  );
}

/** One range of bytes; several, or one of another file than is there, ask for all of it. */
function askedRange(
  { headers }: FastifyRequest,
  size: number,
  etag: string,
): ByteRange | "UNSATISFIABLE" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? "") ?? [];
  const isOther = headers["if-range"] !== undefined && headers["if-range"] !== etag;
  if ((first === "" && last === "") || isOther) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? "UNSATISFIABLE" : { start, end };
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ApiError } from "./errors/api-error.js";
import { headersForPages } from "./security-headers.js";

/** The builder puts a hash of the content into the names under here. */
const hashedFiles = "/assets/";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The admin interface and GraphiQL, from the folder that the build leaves. Every other address that
 * a browser opens as a page is the interface's own, so it gets its first page.
 */
export async function registerStaticUi(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      index: false,
      redirect: false,
      setHeaders: (reply, path) => {
        if (path.endsWith(".html")) {
          reply.headers({ ...headersForPages, "cache-control": "no-cache" });
        } else if (path.includes(hashedFiles)) {
          reply.header("cache-control", `public, max-age=${(365 * dayMs) / 1000}, immutable`);
        } else {
          reply.header("cache-control", `public, max-age=${dayMs / 1000}`);
        }
      },
    });
  } else {
    app.decorateReply("sendFile", undefined as never);
  }
  app.get("/", (request, reply) => sendPage(request, reply, folder, "index.html"));
  for (const path of ["/graphiql", "/graphiql/"]) {
    app.get(path, (request, reply) => sendPage(request, reply, folder, "graphiql/index.html"));
  }
  app.setNotFoundHandler((request, reply) => {
    if (!opensPage(request)) throw new ApiError("NOT_FOUND");
    return sendPage(request, reply, folder, "index.html");
  });
}

function opensPage(request: FastifyRequest): boolean {
  const path = request.url.split("?")[0] ?? "";
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  if (path.startsWith(hashedFiles) || path === "/health" || path.startsWith("/graphql")) {
    return false;
  }
  return (request.headers.accept ?? "").includes("text/html");
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  page: string,
): FastifyReply {
  if (existsSync(join(folder, page)) && reply.sendFile) return reply.sendFile(page);
  request.log.warn(`${page} is not built`);
  return reply
    .code(503)
    .headers({ ...headersForPages, "cache-control": "no-store" })
    .type("text/html; charset=utf-8")
    .send(
      "<!doctype html><meta charset=utf-8><title>Alur</title>" +
        "<p>Antarmuka belum dibangun; jalankan <code>npm start</code>.</p>" +
        "<p lang=en>The interface is not built yet; run <code>npm start</code>.</p>",
    );
}

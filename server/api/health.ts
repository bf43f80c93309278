import type { FastifyInstance } from "fastify";
import type { Reader } from "../persistence/database.js";
import { headersForApi } from "./security-headers.js";

export interface Health {
  readonly status: "ok" | "failing";
  readonly database: "reached" | "unreachable";
  readonly migrations: "current" | "behind" | "unknown";
}

export interface HealthOptions {
  readonly reader: Reader;
  /** Whether the database has every migration that this program knows. */
  readonly migrationsCurrent: () => Promise<boolean>;
}

/** A database that takes longer than this is as good as not there. */
const patienceMs = 3000;

/** `GET /health`: 200 while the database answers and is migrated, else 503. */
export function registerHealth(app: FastifyInstance, options: HealthOptions): void {
  app.get("/health", async (_request, reply) => {
    const health = await healthOf(options);
    return reply
      .code(health.status === "ok" ? 200 : 503)
      .headers(headersForApi)
      .send(health);
  });
}

async function healthOf({ reader, migrationsCurrent }: HealthOptions): Promise<Health> {
  const reached = await holds(reader.get("SELECT 1 AS one", []).then(() => true));
  if (!reached) return { status: "failing", database: "unreachable", migrations: "unknown" };
  const current = await holds(migrationsCurrent());
  return {
    status: current ? "ok" : "failing",
    database: "reached",
    migrations: current ? "current" : "behind",
  };
}

async function holds(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

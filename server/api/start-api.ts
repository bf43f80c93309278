import type { Logger } from "../kernel/logger.js";
import type { Database } from "../persistence/database.js";
import { migrationsCurrent } from "../persistence/migrations-current.js";
import { buildApiSchema } from "./build-schema.js";
import type { Composition } from "./compose.js";
import { createApi, type Api } from "./create-api.js";
import type { HttpFront } from "./http-front.js";

export interface StartApiOptions {
  readonly database: Database;
  readonly composition: Composition;
  readonly now: () => number;
  readonly logger: Logger;
  readonly corsOrigins: readonly string[];
  readonly requireHttps: boolean;
  readonly trustProxy: readonly string[];
  readonly uiFolder: string;
}

/** Puts the composed features on a socket that already listens. */
export function startApi(front: HttpFront, options: StartApiOptions): Promise<Api> {
  const { composition, database, ...rest } = options;
  return createApi(front, {
    ...rest,
    database,
    schema: buildApiSchema(composition.resolvers, composition.nodeSources),
    papers: composition.papers,
    authenticate: (credentials, countsAsUse) =>
      composition.actors.authenticate(credentials, countsAsUse),
    migrationsCurrent: () => migrationsCurrent(database),
  });
}

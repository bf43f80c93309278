import type { Logger } from "../kernel/logger.js";
import type { Database } from "../persistence/database.js";
import { migrationsCurrent } from "../persistence/migrations-current.js";
import { buildApiSchema } from "./build-schema.js";
import type { Composition } from "./compose-features.js";
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

/** Puts the composed features on a socket that already listens, and follows what other servers do. */
export async function startApi(front: HttpFront, options: StartApiOptions): Promise<Api> {
  const { composition, database, ...rest } = options;
  // One process owns a SQLite database, so that nobody else does anything there.
  const hasOthers = database.dialect === "mariadb";
  const logTail = hasOthers ? composition.logTail() : null;
  const noticeTail = hasOthers ? composition.noticeTail() : null;
  try {
    await logTail?.start((err) => rest.logger.warn({ err }, "the log could not be followed"));
    await noticeTail?.start((err) => rest.logger.warn({ err }, "notices could not be followed"));
    const api = await createApi(front, {
      ...rest,
      database,
      schema: buildApiSchema(composition.resolvers, composition.nodeSources),
      papers: composition.papers,
      exports: composition.exports,
      uploads: composition.files.uploads,
      caseFiles: composition.caseFiles,
      authenticate: (credentials, countsAsUse) =>
        composition.actors.authenticate(credentials, countsAsUse),
      onAccountChange: (listener) => composition.accountChanges.listen(listener),
      migrationsCurrent: () => migrationsCurrent(database),
    });
    const withTail = async (endApi: Promise<void>): Promise<void> => {
      await Promise.all([endApi, logTail?.stop(), noticeTail?.stop()]);
    };
    return {
      app: api.app,
      close: (graceMs) => withTail(api.close(graceMs)),
      leave: (reason, graceMs) => withTail(api.leave(reason, graceMs)),
    };
  } catch (error) {
    await Promise.all([logTail?.stop(), noticeTail?.stop()]);
    throw error;
  }
}

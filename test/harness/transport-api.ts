import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import { createApi, type Api } from "../../server/api/create-api.js";
import { HttpFront } from "../../server/api/http-front.js";
import type { Authenticated, Credentials } from "../../server/features/people/actor-service.js";
import type { CaseFileService } from "../../server/features/cases/case-file-service.js";
import type { UploadService } from "../../server/features/files/upload-service.js";
import type { ThroughputExportService } from "../../server/features/throughput/export/export-service.js";
import type { PaperService } from "../../server/features/paper/paper-service.js";
import { anonymous, type Actor } from "../../server/kernel/actor.js";
import { createLogger } from "../../server/kernel/logger.js";
import { Unauthenticated } from "../../server/kernel/policy.js";
import { Refusal } from "../../server/kernel/refusal.js";
import type { Database, Reader } from "../../server/persistence/database.js";
import { ChangeBus } from "../../server/runtime/change-bus.js";
import type { RequestScope } from "../../server/runtime/request-scope.js";

/** What a test may turn while the API runs. */
export interface TransportControls {
  databaseReached: boolean;
  migrationsCurrent: boolean;
  /** Tokens and cookies that count, and whose they are. */
  readonly sessions: Map<string, Actor>;
  readonly bus: ChangeBus;
  /** Lets `Query.slow` answer; `null` until it was asked. */
  release: (() => void) | null;
}

export interface TransportApi {
  readonly url: string;
  readonly api: Api;
  readonly controls: TransportControls;
  /** Sends one operation and returns status, headers and parsed body. */
  post(body: unknown, headers?: Record<string, string>): Promise<Reply>;
  stop(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

export const person = (sessionId: number): Actor => ({
  type: "PERSON",
  personId: 1,
  name: "Siti",
  officeId: 1,
  roles: new Set(),
  positionIds: new Set([7]),
  sessionId,
  mustChangePassword: false,
});

/** The API's HTTP side over a schema of a few fields and a database that is only said to be there. */
export async function startTransportApi(
  options: {
    corsOrigins?: string[];
    uiFolder?: string;
    requireHttps?: boolean;
    trustProxy?: string[];
  } = {},
): Promise<TransportApi> {
  const controls: TransportControls = {
    databaseReached: true,
    migrationsCurrent: true,
    sessions: new Map([["good", person(1)]]),
    bus: new ChangeBus(),
    release: null,
  };
  const reader = {
    get: async () => {
      if (!controls.databaseReached) throw new Error("gone");
      return { one: 1 };
    },
  } as unknown as Reader;
  const front = await HttpFront.listen("127.0.0.1", 0, options.corsOrigins);
  const api = await createApi(front, {
    schema: transportSchema(controls),
    database: { dialect: "sqlite", reader } as unknown as Database,
    onAccountChange: () => () => undefined,
    authenticate: async ({ bearer, cookie }: Credentials): Promise<Authenticated> => ({
      actor: controls.sessions.get(bearer ?? cookie ?? "") ?? anonymous,
      locale: null,
    }),
    now: () => Date.now(),
    logger: createLogger("silent"),
    papers: { order: () => Promise.reject(new Refusal("NOT_FOUND")) } as unknown as PaperService,
    exports: {} as ThroughputExportService,
    uploads: {} as UploadService,
    caseFiles: {} as CaseFileService,
    migrationsCurrent: async () => controls.migrationsCurrent,
    corsOrigins: options.corsOrigins ?? [],
    requireHttps: options.requireHttps ?? false,
    trustProxy: options.trustProxy ?? [],
    uiFolder: options.uiFolder ?? "/nowhere",
  });
  const url = `http://127.0.0.1:${front.port}`;
  return {
    url,
    api,
    controls,
    async post(body, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "accept-language": "en", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: JSON.parse(text) as Reply["body"],
      };
    },
    stop: () => api.close(1000),
  };
}

/** A folder as the interface's build leaves it. */
export async function makeUiFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "alur-ui-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Alur</title>");
  await mkdir(join(folder, "graphiql"));
  await writeFile(join(folder, "graphiql", "index.html"), "<!doctype html><title>GraphiQL</title>");
  await writeFile(join(folder, "assets", "main-abc123.js"), "console.log('alur')");
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

function transportSchema(controls: TransportControls): GraphQLSchema {
  const Item: GraphQLObjectType = new GraphQLObjectType({
    name: "Item",
    fields: () => ({
      name: { type: GraphQLString },
      items: { type: new GraphQLList(Item), resolve: () => [] },
      parent: { type: Item, resolve: () => null },
    }),
  });
  const ItemConnection = new GraphQLObjectType({
    name: "ItemConnection",
    fields: { nodes: { type: new GraphQLList(Item), resolve: () => [] } },
  });
  const text = (resolve: (scope: RequestScope) => unknown) => ({
    type: GraphQLString,
    resolve: (_root: unknown, _args: unknown, scope: RequestScope) => resolve(scope),
  });
  const fail = (error: () => Error) =>
    text(() => {
      throw error();
    });
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: {
        who: text(({ ctx: { actor } }) => (actor.type === "PERSON" ? actor.name : actor.type)),
        language: text((scope) => scope.ctx.locale),
        address: text((scope) => scope.remoteAddress),
        mayTakePassword: text((scope) => String(scope.mayTakePassword)),
        item: { type: Item, resolve: () => ({ name: "one" }) },
        page: { type: ItemConnection, args: { first: { type: GraphQLInt } }, resolve: () => ({}) },
        echo: {
          type: GraphQLString,
          args: { text: { type: new GraphQLNonNull(GraphQLString) } },
          resolve: (_root, { text }: { text: string }) => text,
        },
        slow: text(async () => {
          await new Promise<void>((resolve) => (controls.release = resolve));
          return "done";
        }),
        crash: fail(() => new Error("a secret detail")),
        unsigned: fail(() => new Unauthenticated()),
        forbidden: fail(() => new Refusal("FORBIDDEN")),
        wrongPage: fail(() => new Refusal("INVALID", "first", { reason: "first" })),
        coded: fail(() => new GraphQLError("odd", { extensions: { code: "BAD_USER_INPUT" } })),
      },
    }),
    mutation: new GraphQLObjectType({
      name: "Mutation",
      fields: {
        enter: text((scope) => {
          scope.cookie.set("good", Date.now() + 60_000);
          return "in";
        }),
        leave: text((scope) => {
          scope.cookie.clear();
          return "out";
        }),
      },
    }),
    subscription: new GraphQLObjectType({
      name: "Subscription",
      fields: {
        changed: {
          type: new GraphQLNonNull(GraphQLInt),
          subscribe: (_root, _args, scope: RequestScope) => {
            if (scope.ctx.actor.type === "ANONYMOUS") throw new Unauthenticated();
            return controls.bus.subscribe(() => true);
          },
          resolve: (change: { instanceId: number }) => {
            if (change.instanceId === 13) throw new Error("a secret detail");
            return change.instanceId;
          },
        },
      },
    }),
  });
}

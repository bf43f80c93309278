import { cacheExchange, type Cache, type UpdateResolver } from "@urql/exchange-graphcache";
import { createClient as createSseClient } from "graphql-sse";
import { Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from "urql";
import { currentLanguage } from "./i18n.js";

/** Sent with every request: the server refuses a cookie without it (cross-site request guard). */
const clientHeaders = { "x-alur-client": "admin-ui" };

/** Values without an identity of their own; they live inside their parent in the cache. */
const embedded = [
  "PageInfo",
  "Identity",
  "PartialDate",
  "EnactingOfficial",
  "ListItem",
  "FormLists",
  "Lane",
  "SopNode",
  "NodePart",
  "Requirement",
  "StandardTime",
  "SopCall",
  "SopEdge",
  "SopOutput",
  "Problem",
  "HistoryEntry",
  "TaskOutcome",
  "GivenOutput",
];

const stable = new Set(["me", "offices", "positions"]);

/** Lists, counts and rights may all have changed: active screens read them again. */
function forgetLists(cache: Cache): void {
  for (const { fieldKey, fieldName } of cache.inspectFields("Query")) {
    if (!stable.has(fieldName)) cache.invalidate("Query", fieldKey);
  }
}

const afterChange: UpdateResolver = (_result, _args, cache) => forgetLists(cache);

const changes = [
  "createApiToken",
  "revokeApiToken",
  "createSop",
  "reviseSop",
  "submitVersion",
  "withdrawSubmission",
  "enactVersion",
  "retireSop",
  "startInstance",
  "claimTask",
  "releaseTask",
  "delegateTask",
  "completeTask",
  "holdInstance",
  "resumeInstance",
  "cancelInstance",
];

export function isUnauthenticated(error: CombinedError | undefined): boolean {
  return (
    error?.graphQLErrors.some((one) => one.extensions["code"] === "UNAUTHENTICATED") === true ||
    error?.response?.status === 401
  );
}

/**
 * A client with an empty cache. One is made for each person who signs in, so that nothing of the
 * last one's is ever shown to the next.
 */
export function createAlurClient(onUnauthenticated: () => void): Client {
  const sse = createSseClient({
    url: "/graphql/stream",
    headers: clientHeaders,
    credentials: "same-origin",
    retryAttempts: Number.MAX_SAFE_INTEGER,
  });
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    // Refusals come back in the language of the screen, signed in or not.
    fetchOptions: () => ({
      credentials: "same-origin",
      headers: { ...clientHeaders, "accept-language": currentLanguage() },
    }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) onUnauthenticated();
        },
      }),
      cacheExchange({
        keys: Object.fromEntries(embedded.map((name) => [name, () => null])),
        updates: {
          Mutation: Object.fromEntries(changes.map((name) => [name, afterChange])),
          Subscription: { worklistChanged: afterChange },
        },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: sse.subscribe(
              { query: request.query ?? "", variables: request.variables as never },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  });
}

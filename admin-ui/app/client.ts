import { createClient as createSseClient } from "graphql-sse";
import {
  cacheExchange,
  Client,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  type CombinedError,
} from "urql";
import { currentLanguage } from "./i18n.js";
import { announceChange } from "./use-live-refetch.js";
import { withoutTypenames } from "./without-typenames.js";

/** The context of a mutation after which no list needs to be read again. */
export const changesNoList = { changesNoList: true };

function isUnauthenticated(error: CombinedError): boolean {
  return (
    error.graphQLErrors.some((one) => one.extensions["code"] === "UNAUTHENTICATED") ||
    error.response?.status === 401
  );
}

function needsNewPassword(error: CombinedError): boolean {
  const code = "PASSWORD_CHANGE_REQUIRED";
  return error.graphQLErrors.some((one) => one.extensions["code"] === code);
}

/** Why who this is must be asked again: nobody any more, or somebody with a temporary password. */
export type Outdated = "ENDED" | "PASSWORD";

/**
 * A client with an empty cache. One is made for each person who signs in, so that nothing of the
 * last one's is ever shown to the next.
 *
 * No header of ours guards the cookie against other sites: the server takes a query only as JSON,
 * which no form of another site can send, and a cookie only from its own pages.
 *
 * The cache is urql's document cache: after a mutation, every query that shows something of a
 * changed type is read again (docs/decisions/0005-document-cache-in-the-interface.md).
 */
export function createAlurClient(onOutdated: (why: Outdated) => void): Client {
  const sse = createSseClient({
    url: "/graphql/stream",
    credentials: "same-origin",
    retryAttempts: Number.MAX_SAFE_INTEGER,
    on: {
      // What happened while the stream was away, nobody tells; a restore may have changed everything.
      connected: (again) => {
        if (again) announceChange();
      },
    },
  });
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    // Refusals come back in the language of the screen, signed in or not.
    fetchOptions: () => ({
      credentials: "same-origin",
      headers: { "accept-language": currentLanguage() },
    }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) onOutdated("ENDED");
          else if (needsNewPassword(error)) onOutdated("PASSWORD");
        },
      }),
      cacheExchange,
      // The cache finds what changed by the type names of the answer; without them, nothing did.
      mapExchange({
        onResult: (result) =>
          result.operation.context["changesNoList"] === true
            ? { ...result, data: withoutTypenames(result.data) }
            : result,
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

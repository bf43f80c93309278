import type { HttpAnswer, HttpRequest } from "./keep-alive-client.js";
import { KeepAliveClient } from "./keep-alive-client.js";

/** Texts that are made once, for the load shall not take time from what it measures. */
const quotedDocuments = new Map<string, string>();
const headersByBearer = new Map<string | null, string>();

function once<K>(known: Map<K, string>, key: K, make: () => string): string {
  const text = known.get(key) ?? make();
  known.set(key, text);
  return text;
}

/** A GraphQL request as a frontend would send it, with a session's bearer token. */
export function graphqlRequest(
  document: string,
  variables: object,
  bearer: string | null,
): HttpRequest {
  return {
    method: "POST",
    path: "/graphql",
    headers: once(headersByBearer, bearer, () => {
      const authorization = bearer ? `authorization: Bearer ${bearer}\r\n` : "";
      return `content-type: application/json\r\n${authorization}`;
    }),
    body: `{"query":${once(quotedDocuments, document, () => JSON.stringify(document))},"variables":${JSON.stringify(variables)}}`,
  };
}

interface Payload {
  readonly userErrors: readonly unknown[];
}

/** Sends mutations one at a time; throws on whatever is not a success. */
export async function openAlur(port: number): Promise<{
  mutate<T>(document: string, input: object, bearer: string | null): Promise<T>;
  close(): void;
}> {
  const client = await KeepAliveClient.open(port);
  return {
    async mutate<T>(document: string, input: object, bearer: string | null): Promise<T> {
      const { body } = await client.ask(graphqlRequest(document, { input }, bearer));
      const answer = JSON.parse(body.toString()) as { data?: Record<string, Payload> };
      const payload = Object.values(answer.data ?? {})[0];
      if (!payload || payload.userErrors.length > 0) throw new Error(body.toString());
      return payload as T;
    },
    close: () => client.close(),
  };
}

/** A check for answers that must all hold the same text and no error. */
export function mustHold(text: string): (answer: HttpAnswer) => void {
  const wanted = Buffer.from(text);
  return ({ status, body }) => {
    if (status !== 200 || !body.includes(wanted)) {
      throw new Error(`Not what was asked for (${status}): ${body.toString().slice(0, 500)}`);
    }
  };
}

/** A check for reads: the first answer is looked at, the others must be as long. */
export function mustBeAsLong(sample: Buffer): (answer: HttpAnswer) => void {
  return ({ status, body }) => {
    if (status !== 200 || body.length !== sample.length) {
      throw new Error(`Another answer (${status}): ${body.toString().slice(0, 500)}`);
    }
  };
}

import type { HttpAnswer, HttpRequest } from "./keep-alive-client.js";
import { KeepAliveClient } from "./keep-alive-client.js";

/** A GraphQL request as a frontend would send it, with a session's bearer token. */
export function graphqlRequest(
  document: string,
  variables: object,
  bearer: string | null,
): HttpRequest {
  return {
    method: "POST",
    path: "/graphql",
    headers: {
      "content-type": "application/json",
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: JSON.stringify({ query: document, variables }),
  };
}

interface Payload {
  readonly userErrors: readonly unknown[];
}

export type SetUpMutation<T> = (
  document: string,
  input: object,
  bearer: string | null,
) => Promise<T & Payload>;

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

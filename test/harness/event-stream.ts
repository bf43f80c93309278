/** One subscription over server-sent events, read as it comes. */
export interface EventStream {
  readonly response: Response;
  /** The next answer; `null` once the server has completed the stream. */
  next(): Promise<{ data?: Record<string, unknown> | null; errors?: unknown[] } | null>;
  close(): void;
}

/** Subscribes at `url`/graphql/stream with the headers that say who asks. */
export async function openEventStream(
  url: string,
  query: string,
  headers: Record<string, string> = {},
  variables: object = {},
): Promise<EventStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      "accept-language": "en",
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
    signal: abort.signal,
  });
  const blocks = readBlocks(response);
  return {
    response,
    async next() {
      for (;;) {
        const { done, value } = await blocks.next();
        if (done || value.startsWith("event: complete")) return null;
        const data = /^data: (.*)$/m.exec(value)?.[1];
        if (data) return JSON.parse(data) as { data?: Record<string, unknown> };
      }
    },
    close: () => abort.abort(),
  };
}

async function* readBlocks(response: Response): AsyncGenerator<string, void, void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

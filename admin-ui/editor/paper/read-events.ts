/** One server-sent event; its data is JSON. */
export interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Reads an event stream piece by piece: pieces end anywhere, an event ends at an empty line. */
export async function* readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const piece = decoder.decode(value, { stream: true });
      pieces.push(piece);
      // A file is one event of megabytes: its pieces are put together once, at its end.
      if (!piece.includes("\n")) continue;
      const events = pieces.join("").split("\n\n");
      pieces = [events.pop() ?? ""];
      for (const event of events) yield parseEvent(event);
    }
  } finally {
    await reader.cancel();
  }
}

function parseEvent(text: string): ServerEvent {
  let name = "message";
  let data = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("event: ")) name = line.slice(7);
    if (line.startsWith("data: ")) data += line.slice(6);
  }
  return { name, data: data === "" ? null : JSON.parse(data) };
}

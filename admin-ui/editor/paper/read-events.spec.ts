import { describe, expect, it } from "vitest";
import { readEvents } from "./read-events.js";

const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

describe("readEvents", () => {
  const text =
    'event: progress\ndata: {"done":1,"total":2}\n\nevent: file\ndata: {"name":"Naskah é 🙂"}\n\n';
  const bytes = new TextEncoder().encode(text);
  const wanted = [
    { name: "progress", data: { done: 1, total: 2 } },
    { name: "file", data: { name: "Naskah é 🙂" } },
  ];

  it.each([1, 2, 7, 50, 1000])("reads events that come in pieces of %i bytes", async (size) => {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
    const events = [];
    for await (const event of readEvents(streamOf(pieces))) events.push(event);
    expect(events).toEqual(wanted);
  });
});

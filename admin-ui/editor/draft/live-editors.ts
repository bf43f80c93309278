const channelName = "alur.editors";
const answerWithin = 300;

type Word = { readonly ask: true } | { readonly alive: string };

/**
 * Says to other windows of this browser that an editor is open. Returns what takes it back, or does
 * nothing in a browser without channels.
 */
export function announceEditor(editor: string): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event: MessageEvent<Word>) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has only one
    if ("ask" in event.data) channel.postMessage({ alive: editor } satisfies Word);
  });
  return () => channel.close();
}

/** The editors that are open in other windows of this browser. */
export function liveEditors(): Promise<ReadonlySet<string>> {
  const alive = new Set<string>();
  if (typeof BroadcastChannel === "undefined") return Promise.resolve(alive);
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", (event: MessageEvent<Word>) => {
    if ("alive" in event.data) alive.add(event.data.alive);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has only one
  channel.postMessage({ ask: true } satisfies Word);
  return new Promise((resolve) => {
    setTimeout(() => {
      channel.close();
      resolve(alive);
    }, answerWithin);
  });
}

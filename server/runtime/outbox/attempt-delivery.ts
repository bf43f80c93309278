import type { Attempted, OutboxChannel, OutboxMessage } from "./outbox-channel.js";

/**
 * One attempt, whatever the channel makes of it: what it throws, and what takes it too long, is tried
 * again. CUT_OFF: `cutOff` was aborted on the way, and nobody knows whether the message arrived.
 */
export async function attemptDelivery(
  channel: OutboxChannel,
  message: OutboxMessage,
  cutOff: AbortSignal,
  onError: (error: unknown) => void,
): Promise<Attempted<unknown> | "CUT_OFF"> {
  const tooLate = AbortSignal.timeout(channel.timeoutMs);
  const signal = AbortSignal.any([tooLate, cutOff]);
  try {
    return await unlessAborted(channel.deliver(message, { signal }), signal);
  } catch (error) {
    if (cutOff.aborted) return "CUT_OFF";
    if (tooLate.aborted) {
      return { type: "RETRY_LATER", reason: `It took longer than ${channel.timeoutMs} ms` };
    }
    onError(error);
    return { type: "RETRY_LATER", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Does not wait for whoever pays no heed to the signal. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("Aborted"));
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

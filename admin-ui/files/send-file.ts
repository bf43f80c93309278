/** An upload as the server tells of it. */
export interface UploadAnswer {
  readonly status: "UPLOADING" | "CHECKING" | "READY" | "REFUSED" | "ATTACHED";
  readonly received: number;
  readonly name: string;
  readonly problem: { readonly code: string; readonly message: string } | null;
}

/** What came of a request; LOST: nobody can say. */
export type SendResult =
  | { readonly type: "ANSWER"; readonly upload: UploadAnswer }
  | { readonly type: "OFFSET"; readonly received: number }
  | { readonly type: "REFUSED"; readonly code: string; readonly message: string }
  | { readonly type: "LOST" };

export interface UploadTransport {
  /** `onSent` is told how many bytes of the piece are on their way. */
  put(
    address: string,
    piece: Blob,
    offset: number,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ): Promise<SendResult>;
  ask(address: string, signal: AbortSignal): Promise<SendResult>;
}

export interface SendProgress {
  /** Bytes that are on their way or there. */
  sent(bytes: number): void;
  /** Whether the connection is lost and waited for. */
  waiting(isWaiting: boolean): void;
  /** All of it is there, and is looked into; `message`: what that waits for. */
  checking(message: string | null): void;
}

export type SendOutcome =
  | { readonly type: "READY"; readonly name: string }
  /** The file may not be attached, whatever one does. */
  | { readonly type: "REFUSED"; readonly message: string }
  /** It may go on later. */
  | { readonly type: "STOPPED"; readonly code: string; readonly message: string };

const firstPauseMs = 1000;
const longestPauseMs = 15_000;
const checkEveryMs = 1500;

/** Codes after which the same bytes are never taken. */
const final = new Set(["NOT_FOUND", "INVALID"]);

/**
 * Sends a file piece by piece, from where the server has it, and waits until it may be attached. A
 * lost connection is waited for, as long as it takes; `signal` ends it all. `pause` resolves after
 * that many milliseconds, or sooner where the connection is back.
 */
export async function sendFile(
  file: Blob,
  { address, chunkSize }: { readonly address: string; readonly chunkSize: number },
  transport: UploadTransport,
  progress: SendProgress,
  pause: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome | null> {
  let lost = 0;
  let result = await transport.ask(address, signal);
  while (!signal.aborted) {
    if (result.type === "LOST") {
      progress.waiting(true);
      await pause(Math.min(firstPauseMs * 2 ** lost, longestPauseMs), signal);
      lost += 1;
      if (!signal.aborted) result = await transport.ask(address, signal);
      continue;
    }
    if (lost > 0) progress.waiting(false);
    lost = 0;
    if (result.type === "REFUSED") {
      const { code, message } = result;
      return final.has(code) ? { type: "REFUSED", message } : { type: "STOPPED", code, message };
    }
    if (result.type === "ANSWER" && result.upload.status !== "UPLOADING") {
      const { status, problem, name } = result.upload;
      if (status === "READY") return { type: "READY", name };
      if (status !== "CHECKING") return { type: "REFUSED", message: problem?.message ?? "" };
      progress.checking(problem?.message ?? null);
      await pause(checkEveryMs, signal);
      // Whoever was putting it together may have died, and another is asked to by an empty piece.
      if (!signal.aborted) result = await nudge(transport, address, file.size, signal);
      continue;
    }
    const offset = result.type === "OFFSET" ? result.received : result.upload.received;
    const piece = file.slice(offset, offset + chunkSize);
    progress.sent(offset);
    const onSent = (bytes: number) => progress.sent(Math.min(offset + bytes, file.size));
    result = await transport.put(address, piece, offset, onSent, signal);
  }
  return null;
}

const nudge = (
  transport: UploadTransport,
  address: string,
  size: number,
  signal: AbortSignal,
): Promise<SendResult> => transport.put(address, new Blob([]), size, () => undefined, signal);

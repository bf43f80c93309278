import { currentLanguage } from "../app/i18n.js";
import type { SendResult, UploadAnswer, UploadTransport } from "./send-file.js";

/** Nothing at all comes back for so long: the connection is gone, whatever the system says. */
const silenceMs = 60_000;

/** A gateway, a restart or a restore in between: it may be asked again. */
const passing = new Set([0, 408, 429, 500, 502, 503, 504]);

function read(status: number, offset: string | null, text: string): SendResult {
  if (passing.has(status)) return { type: "LOST" };
  if (status === 409 && offset !== null) return { type: "OFFSET", received: Number(offset) };
  try {
    const body = JSON.parse(text) as Partial<UploadAnswer> & {
      errors?: readonly { message: string; extensions: { code: string } }[];
    };
    const [error] = body.errors ?? [];
    if (error) return { type: "REFUSED", code: error.extensions.code, message: error.message };
    if (body.status !== undefined) return { type: "ANSWER", upload: body as UploadAnswer };
  } catch {
    // A page of a proxy, perhaps; it says nothing of the upload.
  }
  return { type: "LOST" };
}

/** Over HTTP. XMLHttpRequest, as `fetch` does not tell how much it has sent. */
export const httpTransport: UploadTransport = {
  put(address, piece, offset, onSent, signal) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const end = (result: SendResult): void => {
        signal.removeEventListener("abort", abort);
        resolve(result);
      };
      const abort = (): void => request.abort();
      request.open("PUT", address);
      request.timeout = silenceMs;
      request.setRequestHeader("content-type", "application/octet-stream");
      request.setRequestHeader("upload-offset", String(offset));
      request.setRequestHeader("accept-language", currentLanguage());
      request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
      request.addEventListener("load", () => {
        const goesOnAt = request.getResponseHeader("upload-offset");
        end(read(request.status, goesOnAt, request.responseText));
      });
      for (const kind of ["error", "timeout", "abort"] as const) {
        request.addEventListener(kind, () => end({ type: "LOST" }));
      }
      signal.addEventListener("abort", abort);
      request.send(piece);
    });
  },
  async ask(address, signal) {
    try {
      const headers = { "accept-language": currentLanguage() };
      const answer = await fetch(address, { headers, signal, credentials: "same-origin" });
      return read(answer.status, null, await answer.text());
    } catch {
      return { type: "LOST" };
    }
  },
};

/** Gives an upload up; that it fails is no matter, as the server does so by itself in time. */
export function giveUpload(address: string): void {
  void fetch(address, { method: "DELETE", credentials: "same-origin", keepalive: true }).catch(
    () => undefined,
  );
}

/** So many milliseconds, or until the connection is back or it is given up. */
export function pauseOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

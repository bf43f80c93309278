import { currentLanguage } from "../../app/i18n.js";
import { readEvents } from "./read-events.js";

export interface PaperProgress {
  readonly done: number;
  readonly total: number;
}

export interface PaperFile {
  readonly name: string;
  readonly content: Blob;
}

/** What the server said against it, in the reader's language. */
export class PaperRefused extends Error {
  override readonly name = "PaperRefused";
}

interface Failure {
  readonly errors?: readonly { readonly message?: string }[];
}

const refusalOf = (failure: unknown): PaperRefused =>
  new PaperRefused((failure as Failure | null)?.errors?.[0]?.message ?? "");

/**
 * Has a paper made and fetches it, hearing how far it is. Throws `PaperRefused` with what the server
 * says (empty: it said nothing), and whatever `fetch` throws.
 */
export async function fetchPaper(
  path: string,
  signal: AbortSignal,
  onProgress: (progress: PaperProgress) => void,
): Promise<PaperFile> {
  const response = await fetch(path, {
    signal,
    credentials: "same-origin",
    headers: { accept: "text/event-stream", "accept-language": currentLanguage() },
  });
  if (!response.ok || response.body === null) {
    throw refusalOf(await response.json().catch(() => null));
  }
  for await (const { name, data } of readEvents(response.body)) {
    if (name === "progress") onProgress(data as PaperProgress);
    if (name === "failure") throw refusalOf(data);
    if (name === "file") {
      const file = data as { name: string; type: string; base64: string };
      const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
      return { name: file.name, content: new Blob([bytes], { type: file.type }) };
    }
  }
  throw new PaperRefused();
}

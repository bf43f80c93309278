import { AwsV4Signer } from "aws4fetch";
import { hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { FileLocation } from "../../kernel/config.js";
import {
  type ByteRange,
  checkObjectName,
  FileMissing,
  type FileStore,
  type FinishedFile,
  type StoredObject,
  StoreFull,
} from "./file-store.js";
import { WorkFolder } from "./work-folder.js";

export type S3Location = Extract<FileLocation, { kind: "s3" }>;

/** How often a request is sent that the other side could not answer. */
const attempts = 3;
const pauseMs = 200;
/** Until the answer begins; a body that is sent may take longer, down to a megabyte a second. */
const patienceMs = 60_000;
const slowestBytesPerMs = 1000;

const emptyHash = hash("sha256", "");

interface S3Request {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made anew for each attempt, as a stream can be sent once. */
  readonly body?: () => Readable | Uint8Array<ArrayBuffer>;
  readonly sha256?: string;
}

/**
 * Files in a bucket of an S3-compatible store, which is addressed by path. Whatever is sent is sent
 * with its hash, so that the store refuses what was damaged on the way.
 */
export class S3FileStore implements FileStore {
  readonly #work: WorkFolder;

  constructor(
    private readonly location: S3Location,
    workFolder: string,
  ) {
    this.#work = new WorkFolder(workFolder);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const copy = new Uint8Array(bytes);
    await this.#write(name, copy.length, hash("sha256", copy), () => copy);
  }

  async adopt(name: string, { path, size, sha256 }: FinishedFile): Promise<void> {
    await this.#write(name, size, sha256, () => createReadStream(path));
    await rm(path, { force: true });
  }

  async read(name: string, range?: ByteRange): Promise<Readable> {
    const headers: Record<string, string> = range
      ? { range: `bytes=${range.start}-${range.end}` }
      : {};
    const answer = await this.#send({ method: "GET", path: this.#path(name), headers });
    if (answer.status === 404) {
      await answer.body?.cancel();
      throw new FileMissing(name);
    }
    const body = await expectOk(answer);
    return body ? Readable.fromWeb(body as never) : Readable.from([]);
  }

  async remove(name: string): Promise<void> {
    const answer = await this.#send({ method: "DELETE", path: this.#path(name) });
    if (answer.status !== 404) await expectOk(answer);
    await answer.body?.cancel();
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    let after = "";
    do {
      const query = new URLSearchParams({
        "list-type": "2",
        prefix: `${this.location.prefix}${prefix}`,
        ...(after && { "continuation-token": after }),
      });
      const answer = await this.#send({ method: "GET", path: `?${query.toString()}` });
      await expectOk(answer);
      const page = readListing(await answer.text());
      for (const { key, modifiedAt } of page.objects) {
        yield { name: key.slice(this.location.prefix.length), modifiedAt };
      }
      after = page.next;
    } while (after !== "");
  }

  workFile(): Promise<string> {
    return this.#work.newPath();
  }

  removeStaleWork(before: number): Promise<void> {
    return this.#work.removeStale(before);
  }

  #path(name: string): string {
    checkObjectName(name);
    return `/${this.location.prefix}${name}`;
  }

  async #write(
    name: string,
    size: number,
    sha256: string,
    body: () => Readable | Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const headers = { "content-length": String(size), "content-type": "application/octet-stream" };
    const request = { method: "PUT", path: this.#path(name), headers, body, sha256 } as const;
    await (await expectOk(await this.#send(request)))?.cancel();
  }

  async #send(request: S3Request, attempt = 1): Promise<Response> {
    const answer = await this.#sendOnce(request).catch((error: unknown) => error as Error);
    const failed = answer instanceof Error || answer.status >= 500 || answer.status === 429;
    // 507 and a quota say that there is no room, which another attempt does not make.
    const isFinal = attempt >= attempts || (answer instanceof Response && answer.status === 507);
    if (failed && !isFinal) {
      if (answer instanceof Response) await answer.body?.cancel();
      await sleep(pauseMs * 2 ** attempt);
      return this.#send(request, attempt + 1);
    }
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async #sendOnce({ method, path, headers, body, sha256 }: S3Request): Promise<Response> {
    const { endpoint, bucket, region, accessKeyId, secretAccessKey } = this.location;
    const signed = await new AwsV4Signer({
      method,
      url: `${endpoint}/${bucket}${path}`,
      headers: { ...headers, "x-amz-content-sha256": sha256 ?? emptyHash },
      service: "s3",
      region,
      accessKeyId,
      secretAccessKey,
    }).sign();
    const content = body?.();
    const late = new AbortController();
    const length = Number(headers?.["content-length"] ?? 0);
    const timer = setTimeout(() => late.abort(), patienceMs + length / slowestBytesPerMs);
    try {
      return await fetch(signed.url, {
        method,
        headers: signed.headers,
        redirect: "error",
        signal: late.signal,
        ...(content && {
          body: content instanceof Readable ? Readable.toWeb(content) : content,
          duplex: "half",
        }),
      } as RequestInit);
    } finally {
      clearTimeout(timer);
    }
  }
}

const noRoom = new Set(["QuotaExceeded", "XMinioStorageFull", "InsufficientStorage"]);

/** The body of an answer that went well; throws what the store says otherwise. */
async function expectOk(answer: Response): Promise<Response["body"]> {
  if (answer.ok) return answer.body;
  const code = /<Code>([^<]{1,80})<\/Code>/.exec(await answer.text())?.[1] ?? "";
  if (answer.status === 507 || noRoom.has(code)) throw new StoreFull("The file store is full");
  throw new Error(`The file store answered ${answer.status} ${code}`);
}

interface Listing {
  readonly objects: readonly { readonly key: string; readonly modifiedAt: number }[];
  /** Where the next page begins; empty for none. */
  readonly next: string;
}

/** Our own names have nothing in them that XML writes otherwise. */
function readListing(xml: string): Listing {
  const within = (text: string, tag: string): string =>
    new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? "";
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, item = ""]) => ({
    key: within(item, "Key"),
    modifiedAt: Date.parse(within(item, "LastModified")),
  }));
  const isCut = within(xml, "IsTruncated") === "true";
  const next = isCut ? within(xml, "NextContinuationToken").replaceAll("&amp;", "&") : "";
  return { objects, next };
}

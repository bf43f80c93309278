import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { S3Location } from "../../server/persistence/files/s3-file-store.js";

interface S3Object {
  readonly bytes: Buffer;
  readonly modifiedAt: number;
}

/**
 * As much of S3 as a file store needs, written from its documentation and not from the library that
 * signs: it works the signature of each request out by itself, and checks each body against its hash.
 */
export interface S3Server {
  readonly location: S3Location;
  readonly objects: Map<string, S3Object>;
  /** Answers to give instead, first things first. */
  readonly failures: { status: number; code: string }[];
  /** Methods and paths of what was asked. */
  readonly requests: string[];
  stop(): Promise<void>;
}

const region = "ap-southeast-3";
const accessKeyId = "KUNCI";
const secretAccessKey = "rahasia/dan+panjang";
const bucket = "alur-berkas";
const pageSize = 3;

export async function startS3Server(prefix = "kantor/"): Promise<S3Server> {
  const objects = new Map<string, S3Object>();
  const failures: S3Server["failures"] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? "", "http://s3");
    requests.push(`${request.method} ${url.pathname}`);
    const refuse = (status: number, code: string): void => {
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    };
    const failure = failures.shift();
    if (failure) return refuse(failure.status, failure.code);
    if (request.headers.authorization !== expectedAuthorization(request, url)) {
      return refuse(403, "SignatureDoesNotMatch");
    }
    const sha256 = createHash("sha256").update(body).digest("hex");
    if (request.headers["x-amz-content-sha256"] !== sha256) {
      return refuse(400, "XAmzContentSHA256Mismatch");
    }
    if (!url.pathname.startsWith(`/${bucket}`)) return refuse(404, "NoSuchBucket");
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
    if (request.method === "PUT") {
      if (request.headers["content-length"] === undefined)
        return refuse(411, "MissingContentLength");
      objects.set(key, { bytes: body, modifiedAt: Date.now() });
      response.writeHead(200).end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (key === "") {
      list(url, response);
    } else {
      get(objects.get(key), request, response, refuse);
    }
  }

  function list(url: URL, response: ServerResponse): void {
    const wanted = url.searchParams.get("prefix") ?? "";
    const after = url.searchParams.get("continuation-token") ?? "";
    const keys = [...objects.keys()].filter((key) => key.startsWith(wanted) && key > after).sort();
    const page = keys.slice(0, pageSize);
    const contents = page.map((key) => {
      const time = new Date(objects.get(key)?.modifiedAt ?? 0).toISOString();
      return `<Contents><Key>${key}</Key><LastModified>${time}</LastModified></Contents>`;
    });
    const isCut = keys.length > pageSize;
    const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
    response.end(
      `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
    );
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    location: {
      kind: "s3",
      endpoint: `http://127.0.0.1:${port}`,
      region,
      bucket,
      prefix,
      accessKeyId,
      secretAccessKey,
    },
    objects,
    failures,
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function get(
  object: S3Object | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  refuse: (status: number, code: string) => void,
): void {
  if (!object) return refuse(404, "NoSuchKey");
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (start === undefined || end === undefined) {
    response.writeHead(200, { "content-length": object.bytes.length }).end(object.bytes);
    return;
  }
  response.writeHead(206).end(object.bytes.subarray(Number(start), Number(end) + 1));
}

/** Signature version 4, with headers as the request says that it signed them. */
function expectedAuthorization({ method, headers }: IncomingMessage, url: URL): string {
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1] ?? "";
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const canonical = [
    method,
    url.pathname,
    query,
    ...signed.split(";").map((name) => `${name}:${String(headers[name] ?? "").trim()}`),
    "",
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const time = String(headers["x-amz-date"]);
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const toSign = ["AWS4-HMAC-SHA256", time, scope, hashed].join("\n");
  const hmac = (key: string | Buffer, text: string) =>
    createHmac("sha256", key).update(text).digest();
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = createHmac("sha256", key).update(toSign).digest("hex");
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}

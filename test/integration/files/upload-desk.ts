import { expect } from "vitest";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData, TestApi, TestClient } from "../../harness/test-api.js";

export const uploadFields = `id name size received status address chunkSize expiresAt
  problem { code message }`;

const createDocument = `mutation ($input: CreateUploadInput!) {
  createUpload(input: $input) { upload { ${uploadFields} } userErrors { code field message } }
}`;

/** Uploads as a client does: announces, sends, asks. */
export class UploadDesk {
  constructor(readonly api: TestApi) {}

  /** The whole payload. */
  async announce(client: TestClient | null, name: string, size: number): Promise<AnyData> {
    const { createUpload } = await this.api.gql(client, createDocument, { input: { name, size } });
    return createUpload;
  }

  async create(client: TestClient, name: string, size: number): Promise<AnyData> {
    const { upload, userErrors } = await this.announce(client, name, size);
    expect(userErrors).toEqual([]);
    return upload;
  }

  put(
    client: TestClient | null,
    address: string,
    bytes: Uint8Array,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    return fetch(`${this.api.url}${address}`, {
      method: "PUT",
      headers: {
        "content-type": "application/octet-stream",
        "accept-language": "en",
        ...client?.headers,
        ...headers,
      },
      body: new Uint8Array(bytes),
      ...(signal && { signal }),
    });
  }

  ask(client: TestClient | null, address: string, method = "GET", headers = {}): Promise<Response> {
    return fetch(`${this.api.url}${address}`, {
      method,
      headers: { "accept-language": "en", ...client?.headers, ...headers },
    });
  }

  /** Announces and sends at once; what the last answer says. */
  async send(client: TestClient, name: string, bytes: Uint8Array): Promise<AnyData> {
    const { address } = await this.create(client, name, bytes.length);
    return (await this.put(client, address, bytes)).json();
  }

  /** The same of what must be taken; answers the id. */
  async upload(client: TestClient, name: string, bytes: Uint8Array): Promise<string> {
    const upload = await this.send(client, name, bytes);
    expect(upload).toMatchObject({ status: "READY", problem: null });
    return upload.id;
  }

  /** The row as it is stored. */
  async row(uploadId: string): Promise<AnyData> {
    return this.api.database.reader.get<Row>("SELECT * FROM stored_file WHERE id = ?", [
      parseGlobalId(uploadId)?.id ?? 0,
    ]);
  }

  /** Everything that lies in the store. */
  async stored(): Promise<string[]> {
    const names: string[] = [];
    for (const prefix of ["objects/", "parts/"]) {
      for await (const { name } of this.api.files.store.list(prefix)) names.push(name);
    }
    return names.sort();
  }
}

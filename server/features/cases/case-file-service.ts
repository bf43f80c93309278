import type { Readable } from "node:stream";
import { fromGlobalId } from "../../kernel/global-id.js";
import { requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { ByteRange, FileStore } from "../../persistence/files/file-store.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { type CaseFileRow, findCaseFile, readFileContent } from "../files/file-service.js";
import { mayRead } from "./case-access.js";
import { instanceById } from "./case-loaders.js";

/** Hands out the files of cases: to whoever may read the case, and to nobody else. */
export class CaseFileService {
  constructor(private readonly store: FileStore) {}

  /** NOT_FOUND also for a file that the caller may not have: its number shall tell nothing. */
  async find(scope: RequestScope, globalId: string): Promise<CaseFileRow> {
    requireSignedIn(scope.ctx);
    const file = await findCaseFile(scope.reader, fromGlobalId(globalId, "CaseFile"));
    const instance = file && (await scope.loaders.get(instanceById).load(file.instanceId));
    if (!instance || !(await mayRead(scope, "case.read", instance))) throw new Refusal("NOT_FOUND");
    return file;
  }

  read(file: CaseFileRow, range?: ByteRange): Promise<Readable> {
    return readFileContent(this.store, file, range);
  }
}

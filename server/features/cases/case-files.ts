import type { AttachedFile } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { type CaseFileRow, findFilesOfCases } from "../files/file-service.js";
import { CaseFile } from "./case-file-types.js";

/** A file as the API shows it. */
export function caseFile({ file, name, type, size, sha256 }: AttachedFile): CaseFile {
  const id = toGlobalId("CaseFile", file);
  return Object.assign(new CaseFile(), { id, name, type, size, sha256, address: `/files/${id}` });
}

/** Everything that was attached to a case, in the order of uploading. */
export const filesOfInstance: LoaderDefinition<number, readonly CaseFileRow[]> = {
  name: "filesOfInstance",
  async load({ reader }, instanceIds) {
    const rows = await findFilesOfCases(reader, instanceIds);
    const files = new Map<number, CaseFileRow[]>(instanceIds.map((id) => [id, []]));
    for (const row of rows) files.get(row.instanceId)?.push(row);
    return instanceIds.map((id) => files.get(id) ?? []);
  },
};

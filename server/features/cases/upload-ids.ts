import { fromGlobalId, parseGlobalId } from "../../kernel/global-id.js";

/**
 * The same where files of the case itself may be named too: what a step gave before it was sent back
 * need not be uploaded again.
 */
export function fileIds(
  ids: readonly string[] | null | undefined,
  field: string,
): { readonly uploadIds: number[]; readonly caseFileIds: number[] } {
  const given = ids ?? [];
  const isCaseFile = (id: string): boolean => parseGlobalId(id)?.type === "CaseFile";
  return {
    uploadIds: uploadIds(
      given.filter((id) => !isCaseFile(id)),
      field,
    ),
    caseFileIds: given.filter(isCaseFile).map((id) => fromGlobalId(id, "CaseFile", field)),
  };
}

/** The rows that an argument of a command names by their global ids. */
export const uploadIds = (ids: readonly string[] | null | undefined, field: string): number[] =>
  (ids ?? []).map((id) => fromGlobalId(id, "Upload", field));

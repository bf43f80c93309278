import type { AttachedFile, BroughtFiles, GivenOutput } from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Attachment } from "../files/file-service.js";
import { limitText } from "./limit-text.js";
import type { Bringing, Giving } from "./task-service.js";

const mostParts = 50;

function refuseMany(parts: readonly unknown[], field: string): void {
  if (parts.length > mostParts) throw new Refusal("TOO_LARGE", field, { limit: mostParts });
}

/** A document of which nothing is said and no file is there has not been given. */
export function checkedOutputs(given: readonly Giving[]): Giving[] {
  refuseMany(given, "input.outputs");
  return given.flatMap(({ output, reference: text, uploadIds, caseFileIds }, at) => {
    const reference = limitText(text, 2000, `input.outputs.${at}.reference`);
    if (reference === null && uploadIds.length + caseFileIds.length === 0) return [];
    return [{ output, reference: reference ?? "", uploadIds, caseFileIds }];
  });
}

export function checkedTicks(brought: readonly string[]): string[] {
  refuseMany(brought, "input.brought");
  return brought.flatMap((text, at) => limitText(text, 2000, `input.brought.${at}`) ?? []);
}

/** Without files nothing is said here. */
export function checkedBringing(bringing: readonly Bringing[]): Bringing[] {
  refuseMany(bringing, "input.broughtFiles");
  return bringing.flatMap(({ requirement: text, uploadIds }, at) => {
    if (uploadIds.length === 0) return [];
    const field = `input.broughtFiles.${at}.requirement`;
    const requirement = limitText(text, 2000, field);
    if (requirement === null) throw new Refusal("INVALID", field);
    return [{ requirement, uploadIds }];
  });
}

/** What a completion attaches: first the outputs', then the requirements', last the remark's. */
export const completionFiles = (
  giving: readonly Giving[],
  bringing: readonly Bringing[],
  uploadIds: readonly number[],
): Attachment[] => [
  ...giving.map((one, at) => ({
    uploadIds: one.uploadIds,
    caseFileIds: one.caseFileIds,
    purpose: "OUTPUT" as const,
    about: one.output,
    field: `input.outputs.${at}.files`,
  })),
  ...bringing.map((one, at) => ({
    uploadIds: one.uploadIds,
    purpose: "REQUIREMENT" as const,
    about: one.requirement,
    field: `input.broughtFiles.${at}.files`,
  })),
  { uploadIds, purpose: "COMMENT", about: null, field: "input.files" },
];

/** The same parts as the log keeps them; `files` are those of `completionFiles`, in its order. */
export function namedFiles(
  giving: readonly Giving[],
  bringing: readonly Bringing[],
  files: readonly (readonly AttachedFile[])[],
): {
  readonly given: readonly GivenOutput[];
  readonly broughtFiles: readonly BroughtFiles[];
  readonly files: readonly AttachedFile[];
} {
  return {
    given: giving.map(({ output, reference }, at) => {
      const own = files[at] ?? [];
      return { output, reference, ...(own.length > 0 && { files: own }) };
    }),
    broughtFiles: bringing.map(({ requirement }, at) => ({
      requirement,
      files: files[giving.length + at] ?? [],
    })),
    files: files[giving.length + bringing.length] ?? [],
  };
}

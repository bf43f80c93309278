import type { ListedFile } from "../files/file-list.js";

interface FiledTask {
  readonly files: readonly { readonly purpose: string; readonly file: ListedFile }[];
}

/** The files of a task that belong to no output: of what was brought, and beside the remark. */
export const otherFiles = ({ files }: FiledTask): readonly ListedFile[] =>
  files.filter(({ purpose }) => purpose !== "OUTPUT").map(({ file }) => file);

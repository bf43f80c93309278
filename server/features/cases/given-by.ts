import type { GivenOutput as DomainOutput } from "../../../domain/index.js";
import type { SopOutput } from "../sops/sop-service.js";
import { caseFile } from "./case-files.js";
import type { GivenOutput, Task } from "./case-types.js";

/** What a task has yielded, with the outputs as the form names them. */
export const givenBy =
  (outputs: readonly SopOutput[]) =>
  ({ givenJson }: Task): GivenOutput[] => {
    if (givenJson === null) return [];
    return (JSON.parse(givenJson) as DomainOutput[]).flatMap(({ output, reference, files }) => {
      const found = outputs.find(({ key }) => key === output);
      return found ? [{ output: found, reference, files: (files ?? []).map(caseFile) }] : [];
    });
  };

import { fromGlobalId } from "../../kernel/global-id.js";

/** The rows that an argument of a command names by their global ids. */
export const uploadIds = (ids: readonly string[] | null | undefined, field: string): number[] =>
  (ids ?? []).map((id) => fromGlobalId(id, "Upload", field));

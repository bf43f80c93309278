import type { ActionError } from "../app/read-action.js";

/** The server's refusals, split by the field at which they are to be read. */
export interface FieldErrors {
  /** Of the field of the mutation's input, `firstDay`; `null`: none. */
  readonly of: (field: string) => string | null;
  /** What belongs to none of the fields that are on the screen; `null`: nothing. */
  readonly rest: string | null;
}

export function fieldErrors(errors: readonly ActionError[], shown: readonly string[]): FieldErrors {
  const at = (error: ActionError) => error.field?.replace(/^input\./, "") ?? "";
  const join = (some: readonly ActionError[]) =>
    some.map(({ message }) => message).join(" ") || null;
  return {
    of: (field) => (shown.includes(field) ? join(errors.filter((one) => at(one) === field)) : null),
    rest: join(errors.filter((one) => !shown.includes(at(one)))),
  };
}

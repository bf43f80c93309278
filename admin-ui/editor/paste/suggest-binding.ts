import { bareText, type LaneBinding } from "../../../domain/index.js";

export interface KnownPosition {
  readonly code: string;
  readonly name: string;
  readonly office: { readonly id: string };
}

/**
 * Who works in a lane of this name: the position of the same name, in the SOP's own office first,
 * or the requester; `null` where nobody is called so.
 */
export function suggestBinding(
  name: string,
  positions: readonly KnownPosition[],
  office: string,
): LaneBinding | null {
  const bare = bareText(name);
  const called = positions.filter((position) => bareText(position.name) === bare);
  const own = called.find((position) => position.office.id === office);
  const position = own ?? (called.length === 1 ? called[0] : undefined);
  if (position !== undefined) return { type: "POSITION", position: position.code };
  return /\b(pemohon|requester|applicant)\b/i.test(name) ? { type: "REQUESTER" } : null;
}

import type { CaseChange } from "../../runtime/case-change.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { positionsOfPerson } from "../people/people-service.js";

type Touched = Pick<CaseChange, "personIds" | "positionIds">;

/** How long a change of who holds what may go unnoticed, in milliseconds: as long as by a request. */
const freshFor = 2000;

/**
 * Whether a change touches what a person may act on, or just lost: by the positions that they hold
 * when it comes, not when they began to listen. What it read is kept for a moment, so that many
 * changes at once cost one statement.
 */
export function touchesWorklist(
  scope: RequestScope,
  personId: number,
): (change: Touched) => Promise<boolean> {
  let held: { readonly at: number; readonly positionIds: readonly number[] } | null = null;
  return async ({ positionIds, personIds }) => {
    if (personIds.includes(personId)) return true;
    const now = scope.ctx.now();
    if (!held || Math.abs(now - held.at) >= freshFor) {
      const [found = []] = await positionsOfPerson.load(scope, [personId]);
      held = { at: now, positionIds: found };
    }
    const mine = held.positionIds;
    return positionIds.some((id) => mine.includes(id));
  };
}

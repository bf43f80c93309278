import type { Collision, DocumentEdit } from "../../../domain/index.js";

/**
 * Of edits that were not saved, those about elements that others took away and that stay away.
 * They are kept, for their words are nowhere else.
 */
export function leftOut(
  pending: readonly DocumentEdit[],
  lost: readonly Collision[],
): readonly DocumentEdit[] {
  const gone = new Set(
    lost
      .filter(({ field, theirs }) => field === null && theirs === null)
      .map((collision) => `${collision.in}/${collision.key}`),
  );
  return pending.filter((edit) => edit.op === "UPDATE" && gone.has(`${edit.in}/${edit.key}`));
}

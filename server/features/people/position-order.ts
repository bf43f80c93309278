import { Refusal } from "../../kernel/refusal.js";
import type { Row, Tx } from "../../persistence/database.js";

/** More than any government has levels. */
const deepest = 50;

interface Place extends Row {
  readonly name: string;
  readonly superiorId: number | null;
  readonly retiredAt: number | null;
}

/**
 * The name of the superior, once it is written; `null` for none. NOT_FOUND or POSITION_RETIRED where
 * there is none such, SUPERIOR_CYCLE where the way up from it leads back to the position.
 */
export async function refuseStrangeSuperior(
  tx: Tx,
  positionId: number,
  superiorId: number | null,
): Promise<string | null> {
  const field = "input.superiorId";
  let name: string | null = null;
  let above = superiorId;
  for (let level = 0; above !== null; level += 1) {
    if (above === positionId || level > deepest) throw new Refusal("SUPERIOR_CYCLE", field);
    const place: Place | undefined = await tx.get<Place>(
      `SELECT name, superior_id AS superiorId, retired_at AS retiredAt
        FROM \`position\` WHERE id = ?`,
      [above],
    );
    if (!place) throw new Refusal("NOT_FOUND", field);
    if (level === 0) {
      if (place.retiredAt !== null) throw new Refusal("POSITION_RETIRED", field);
      ({ name } = place);
    }
    above = place.superiorId;
  }
  return name;
}

/** DUPLICATE_HEAD where another position leads the office already. */
export async function refuseSecondHead(
  tx: Tx,
  positionId: number,
  officeId: number,
): Promise<void> {
  const other = await tx.get<Row & { name: string }>(
    `SELECT name FROM \`position\` WHERE office_id = ? AND is_head = 1 AND retired_at IS NULL
      AND id <> ? LIMIT 1`,
    [officeId, positionId],
  );
  if (other) throw new Refusal("DUPLICATE_HEAD", "input.isHead", { name: other.name });
}

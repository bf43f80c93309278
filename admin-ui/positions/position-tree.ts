export interface PlacedPosition {
  readonly id: string;
  readonly superior: { readonly id: string } | null;
}

export interface TreeRow<Position> {
  readonly position: Position;
  /** 0 for those that stand under none of the list. */
  readonly level: number;
}

/**
 * The positions with those under each right below it, in the order of the list. What stands under a
 * position of another office stands at the top; what would stand under itself, too, so that none is
 * lost.
 */
export function positionTree<Position extends PlacedPosition>(
  positions: readonly Position[],
): readonly TreeRow<Position>[] {
  const ids = new Set(positions.map(({ id }) => id));
  const under = new Map<string | null, Position[]>();
  for (const position of positions) {
    const above = position.superior?.id ?? null;
    const key = above !== null && ids.has(above) ? above : null;
    under.set(key, [...(under.get(key) ?? []), position]);
  }
  const rows: TreeRow<Position>[] = [];
  const placed = new Set<string>();
  const place = (position: Position, level: number): void => {
    if (placed.has(position.id)) return;
    placed.add(position.id);
    rows.push({ position, level });
    for (const below of under.get(position.id) ?? []) place(below, level + 1);
  };
  for (const position of under.get(null) ?? []) place(position, 0);
  for (const position of positions) place(position, 0);
  return rows;
}

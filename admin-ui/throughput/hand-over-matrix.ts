interface Lane {
  readonly id: string;
}

interface HandOver<L extends Lane> {
  readonly from: L;
  readonly to: L;
  readonly count: number;
  readonly returned: number;
}

export interface MatrixCell<H> {
  readonly handOver: H;
  /** 1 to 4, by its part of the largest. */
  readonly level: number;
}

export interface MatrixRow<L, H> {
  readonly from: L;
  /** In the order of `to`; null where nothing was handed over. */
  readonly cells: readonly (MatrixCell<H> | null)[];
}

export interface HandOverMatrix<L, H> {
  readonly to: readonly L[];
  readonly rows: readonly MatrixRow<L, H>[];
}

/** Who gave to whom; only lanes that gave or got anything, in the order of `lanes`. */
export function handOverMatrix<L extends Lane, H extends HandOver<L>>(
  lanes: readonly L[],
  handOvers: readonly H[],
): HandOverMatrix<L, H> {
  const largest = Math.max(1, ...handOvers.map(({ count }) => count));
  const gives = new Set(handOvers.map(({ from }) => from.id));
  const gets = new Set(handOvers.map(({ to }) => to.id));
  const found = new Map(handOvers.map((one) => [`${one.from.id} ${one.to.id}`, one]));
  const to = lanes.filter(({ id }) => gets.has(id));
  return {
    to,
    rows: lanes
      .filter(({ id }) => gives.has(id))
      .map((from) => ({
        from,
        cells: to.map(({ id }) => {
          const handOver = found.get(`${from.id} ${id}`);
          if (handOver === undefined) return null;
          return { handOver, level: Math.ceil((4 * handOver.count) / largest) };
        }),
      })),
  };
}

import type { FormPath } from "./form-layout.js";

/** A path that a break between two pages cuts. */
export interface Cut {
  readonly edge: string;
  readonly letter: string;
  readonly x: number;
  readonly downwards: boolean;
}

/** Where horizontal breaks cut the paths of a form. */
export interface PathCuts {
  /** How many paths a break at `y` cuts, and where, from left to right. */
  xsAt(y: number): readonly number[];
  /**
   * The same with their letters, given out in the order in which this is asked. A path keeps its
   * letter over several breaks; should it pass one break twice, the second passage has its own.
   */
  cutsAt(y: number): readonly Cut[];
}

export function pathCuts(paths: readonly FormPath[]): PathCuts {
  const pieces = verticalPieces(paths);
  const letters = new Map<string, string>();
  const found = (y: number): number[] => {
    const { lo, hi, x } = pieces;
    const at: number[] = [];
    for (let i = 0; i < lo.length; i++) if (lo[i]! < y && hi[i]! > y) at.push(i);
    return at.sort((a, b) => x[a]! - x[b]!);
  };
  return {
    xsAt: (y) => found(y).map((piece) => pieces.x[piece]!),
    cutsAt(y) {
      const cut = found(y);
      const passages = new Map<number, number>();
      const passageOf = new Map<number, number>();
      // Along the path, whatever lies further left.
      for (const piece of [...cut].sort((a, b) => a - b)) {
        const path = pieces.path[piece]!;
        const passage = passages.get(path) ?? 0;
        passages.set(path, passage + 1);
        passageOf.set(piece, passage);
      }
      return cut.map((piece): Cut => {
        const path = pieces.path[piece]!;
        const passage = `${path}/${passageOf.get(piece)}`;
        const letter = letters.get(passage) ?? letterOf(letters.size);
        letters.set(passage, letter);
        const downwards = pieces.downwards[piece] === 1;
        return { edge: paths[path]!.edge, letter, x: pieces.x[piece]!, downwards };
      });
    },
  };
}

/** The vertical pieces of all paths, in columns: a long form asks for hundreds of breaks. */
function verticalPieces(paths: readonly FormPath[]) {
  const count = paths.reduce((sum, { points }) => sum + points.length, 0);
  const path = new Int32Array(count);
  const x = new Float64Array(count);
  const lo = new Float64Array(count);
  const hi = new Float64Array(count);
  const downwards = new Uint8Array(count);
  let at = 0;
  paths.forEach(({ points }, index) => {
    for (let i = 0; i + 1 < points.length; i++) {
      const a = points[i]!;
      const b = points[i + 1]!;
      if (a.y === b.y) continue;
      path[at] = index;
      x[at] = a.x;
      lo[at] = Math.min(a.y, b.y);
      hi[at] = Math.max(a.y, b.y);
      downwards[at] = b.y > a.y ? 1 : 0;
      at++;
    }
  });
  return {
    path: path.subarray(0, at),
    x: x.subarray(0, at),
    lo: lo.subarray(0, at),
    hi: hi.subarray(0, at),
    downwards: downwards.subarray(0, at),
  };
}

/** A, B, …, Z, AA, AB, … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

import { kindOf } from "../kinds/node-kinds.js";
import type { OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { NumberedArrows } from "./numbered-arrows.js";
import { blockSize, type Masks, OutputBlocks } from "./output-blocks.js";
import type { PaperLink } from "./paper-links.js";
import type { PapersGiven } from "./papers-given.js";

/**
 * The links whose output may not have been made yet when a case comes to the step. What may not have
 * been is the least solution of: at the start nothing has been made; after a step, what had not been
 * made before it and it does not give; where ways meet, what was not made on any of them; at a join,
 * what was not made on each.
 */
export function uncertainLinks(
  index: GraphIndex,
  links: readonly PaperLink[],
  given: PapersGiven,
): PaperLink[] {
  const blocks = new OutputBlocks(links.map(({ output }) => output));
  const flow = new UnmadeFlow(index, given, blocks);
  const uncertain = new Set<PaperLink>();
  const byBlock: PaperLink[][] = Array.from({ length: blocks.count }, () => []);
  for (const link of links) byBlock[blocks.bitOf(link.output)!.block]!.push(link);
  for (const [block, own] of byBlock.entries()) {
    const unmade = flow.unmadeBefore(block);
    for (const link of own) {
      const mask = unmade[flow.arrows.numberOf(link.node)]!;
      if ((mask & blocks.bitOf(link.output)!.bit) !== 0) uncertain.add(link);
    }
  }
  return links.filter((link) => uncertain.has(link));
}

class UnmadeFlow {
  readonly arrows: NumberedArrows;
  readonly #isJoin: readonly boolean[];
  /** By the number of an arrow, the number of what is given on it: many arrows share a list. */
  readonly #listOn: readonly number[];
  readonly #given: readonly Masks[];
  readonly #lists: number;

  constructor(index: GraphIndex, given: PapersGiven, blocks: OutputBlocks) {
    this.arrows = new NumberedArrows(index);
    this.#isJoin = this.arrows.nodes.map((key) => kindOf(index.nodes.get(key)!).waitsForAll);
    const lists = new Map<readonly OutputKey[], number>();
    this.#listOn = this.arrows.edges.map(({ key, from }) => {
      const list = given(from, key);
      const number = lists.get(list) ?? lists.size;
      lists.set(list, number);
      return number;
    });
    this.#given = blocks.sorted([...lists].map(([list, number]) => [number, list]));
    this.#lists = lists.size;
  }

  /** Of one block, by the number of a node, what may not have been made when a case comes there. */
  unmadeBefore(block: number): Int32Array {
    const { nodes, to, into, out } = this.arrows;
    const gives = new Int32Array(this.#lists);
    for (const [list, mask] of this.#given[block]!) gives[list] = mask;
    const unmade = new Int32Array(nodes.length);
    // What was not told yet to the nodes behind: each output goes past each arrow once at most.
    const fresh = new Int32Array(nodes.length);
    const open: number[] = [];
    const add = (at: number, mask: number): void => {
      const more = mask & ~unmade[at]!;
      if (more === 0) return;
      if (fresh[at] === 0) open.push(at);
      unmade[at]! |= more;
      fresh[at]! |= more;
    };
    /** Of each join and output, on how many arrows it has been made as far as is known. */
    const madeOn = new Map<number, Int32Array>();
    const arrive = (join: number, mask: number): void => {
      const left = madeOn.get(join) ?? new Int32Array(blockSize).fill(into[join]!.length);
      madeOn.set(join, left);
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const place = 31 - Math.clz32(rest & -rest);
        left[place]! -= 1;
        if (left[place] === 0) add(join, 1 << place);
      }
    };
    for (const at of nodes.keys()) if (into[at]!.length === 0) add(at, -1);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const told = fresh[at]!;
      fresh[at] = 0;
      for (const arrow of out[at]!) {
        const mask = told & ~gives[this.#listOn[arrow]!]!;
        if (this.#isJoin[to[arrow]!]) arrive(to[arrow]!, mask);
        else add(to[arrow]!, mask);
      }
    }
    return unmade;
  }
}

/**
 * For each node of a graph, the last other one that every way from the root to it comes past; -1 for
 * the root and for what cannot be come to. (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance
 * Algorithm", 2001.)
 */
export function dominators(root: number, next: readonly (readonly number[])[]): Int32Array {
  const order = backwardsFrom(root, next);
  const place = new Int32Array(next.length).fill(-1);
  order.forEach((node, at) => (place[node] = at));
  const into: number[][] = next.map(() => []);
  for (const node of order) for (const to of next[node]!) into[to]!.push(node);
  const above = new Int32Array(next.length).fill(-1);
  above[root] = root;
  for (let changed = true; changed;) {
    changed = false;
    for (let at = order.length - 2; at >= 0; at -= 1) {
      const node = order[at]!;
      let common = -1;
      for (const from of into[node]!) {
        if (above[from] === -1) continue;
        common = common === -1 ? from : meet(above, place, common, from);
      }
      if (above[node] === common) continue;
      above[node] = common;
      changed = true;
    }
  }
  above[root] = -1;
  return above;
}

function meet(above: Int32Array, place: Int32Array, a: number, b: number): number {
  let [left, right] = [a, b];
  while (left !== right) {
    if (place[left]! < place[right]!) left = above[left]!;
    else right = above[right]!;
  }
  return left;
}

/** What can be come to, each node after all that only it leads to: the root is last. */
function backwardsFrom(root: number, next: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const isSeen = new Uint8Array(next.length);
  const done = new Int32Array(next.length);
  const way = [root];
  isSeen[root] = 1;
  for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
    const to = next[node]![done[node]!++];
    if (to === undefined) {
      order.push(node);
      way.pop();
    } else if (isSeen[to] === 0) {
      isSeen[to] = 1;
      way.push(to);
    }
  }
  return order;
}

/** Whether every way to a node comes past another. */
export function isAbove(above: Int32Array, one: number, node: number): boolean {
  for (let at = node; at !== -1; at = above[at]!) if (at === one) return true;
  return false;
}

/**
 * Groups nodes so that from each of a group one can walk to every other of it (Tarjan 1972), in
 * time linear in nodes and arrows. A node by itself is a group, whether or not an arrow leads from
 * it to itself.
 */
export function strongComponents<Key>(
  nodes: Iterable<Key>,
  next: (node: Key) => readonly Key[],
): Key[][] {
  const components: Key[][] = [];
  const order = new Map<Key, number>();
  const lowest = new Map<Key, number>();
  const stack: Key[] = [];
  const onStack = new Set<Key>();
  const enter = (node: Key): Visit<Key> => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    stack.push(node);
    onStack.add(node);
    return { node, targets: next(node), at: 0 };
  };
  const lower = (node: Key, to: number): void => {
    lowest.set(node, Math.min(lowest.get(node)!, to));
  };
  for (const root of nodes) {
    if (order.has(root)) continue;
    // Without recursion: a drawing may be longer than a call stack is deep.
    const path = [enter(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { node, targets } = visit;
      if (visit.at < targets.length) {
        const target = targets[visit.at]!;
        visit.at += 1;
        if (!order.has(target)) path.push(enter(target));
        else if (onStack.has(target)) lower(node, order.get(target)!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) lower(before.node, lowest.get(node)!);
      if (lowest.get(node) === order.get(node)) {
        const component = stack.splice(stack.lastIndexOf(node));
        for (const one of component) onStack.delete(one);
        components.push(component);
      }
    }
  }
  return components;
}

interface Visit<Key> {
  readonly node: Key;
  readonly targets: readonly Key[];
  at: number;
}

import {
  kindOf,
  type DocumentEdit,
  type Edge,
  type Graph,
  type GraphNode,
  type Lane,
  type Output,
} from "../../../domain/index.js";
import { addEdge, changeEdge } from "./graph-changes.js";
import { plainWords } from "./lanes-by-name.js";

/** Steps as they are carried from one place, or one SOP, to another. */
export interface CopiedSteps {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly GraphNode[];
  /** Those that both begin and end among the steps. */
  readonly edges: readonly Edge[];
  readonly outputs: readonly Output[];
}

/** These rows, in the order of the form, with all that they speak of. */
export function copySteps(graph: Graph, keys: readonly string[]): CopiedSteps {
  const chosen = new Set(keys);
  const nodes = graph.nodes.filter(({ key }) => chosen.has(key));
  const lanes = new Set(nodes.flatMap(({ parts }) => parts.map(({ lane }) => lane)));
  const outputs = new Set(
    nodes.flatMap((node) => [
      ...node.outputs,
      ...node.requirements.flatMap(({ output }) => (output === null ? [] : [output])),
    ]),
  );
  return {
    lanes: graph.lanes.filter(({ key }) => lanes.has(key)),
    nodes,
    edges: graph.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    outputs: graph.outputs.filter(({ key }) => outputs.has(key)),
  };
}

/**
 * Copied steps put under the row `after` (`null`: at the end), with keys of their own. Lanes and
 * outputs are those of the same name, or new ones; arrows between the steps are kept. Where the flow
 * went on from `after` to the row below, it now goes through the steps.
 */
export function pasteSteps(
  graph: Graph,
  copied: CopiedSteps,
  after: string | null,
  newKey: (prefix: string) => string,
): { readonly edits: DocumentEdit[]; readonly keys: readonly string[] } {
  const edits: DocumentEdit[] = [];
  const lanes = matched(graph.lanes, copied.lanes, (lane, index) => {
    const value = { ...lane, key: newKey("p") };
    edits.push({ op: "ADD", in: "lanes", index: graph.lanes.length + index, value });
    return value.key;
  });
  const outputs = matched(graph.outputs, copied.outputs, (output, index) => {
    const value = { ...output, key: newKey("o") };
    edits.push({ op: "ADD", in: "outputs", index: graph.outputs.length + index, value });
    return value.key;
  });
  const keys = new Map(copied.nodes.map(({ key }) => [key, newKey("n")]));
  const at = graph.nodes.findIndex(({ key }) => key === after);
  const place = at === -1 ? graph.nodes.length : at + 1;
  copied.nodes.forEach((node, index) => {
    edits.push({
      op: "ADD",
      in: "nodes",
      index: place + index,
      value: {
        ...node,
        key: keys.get(node.key)!,
        parts: node.parts.flatMap((part) => {
          const lane = lanes.get(part.lane);
          return lane === undefined ? [] : [{ ...part, lane }];
        }),
        outputs: node.outputs.flatMap((output) => outputs.get(output) ?? []),
        requirements: node.requirements.map(({ text, output }) => ({
          text,
          output: output === null ? null : (outputs.get(output) ?? null),
        })),
      },
    });
  });
  let added = 0;
  for (const edge of copied.edges) {
    const from = keys.get(edge.from);
    const to = keys.get(edge.to);
    if (from === undefined || to === undefined) continue;
    edits.push(addEdge(graph, { ...edge, key: newKey("e"), from, to }, added++));
  }
  const below = at === -1 ? undefined : graph.nodes[at + 1];
  const onward = graph.edges.find((edge) => edge.from === after && edge.to === below?.key);
  const [first] = copied.nodes;
  const last = copied.nodes.at(-1);
  if (onward !== undefined && first !== undefined && last !== undefined && isOpen(copied)) {
    edits.push(changeEdge({ ...onward, to: keys.get(first.key)! }));
    const outcome = kindOf(last).namesOutcomes ? "" : null;
    const link = { key: newKey("e"), from: keys.get(last.key)!, to: onward.to, outcome };
    edits.push(addEdge(graph, link, added));
  }
  return { edits, keys: [...keys.values()] };
}

/** Whether the steps can be led into at their first row, and on from their last. */
function isOpen({ nodes, edges }: CopiedSteps): boolean {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return false;
  const isLed = edges.some(({ from }) => from === last.key);
  return !isLed && kindOf(first).edgesIn.max !== 0 && kindOf(last).edgesOut.max !== 0;
}

/**
 * For each copied element the key of the one of its name here, or of a new one: itself, where it was
 * copied here. Two that are called alike stay two.
 */
function matched<Item extends { readonly key: string; readonly name: string }>(
  here: readonly Item[],
  copied: readonly Item[],
  add: (item: Item, index: number) => string,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const free = new Map(here.map(({ key, name }) => [key, plainWords(name)]));
  const take = (item: Item, key: string | undefined): void => {
    if (key === undefined) return;
    keys.set(item.key, key);
    free.delete(key);
  };
  for (const item of copied) {
    take(item, free.get(item.key) === plainWords(item.name) ? item.key : undefined);
  }
  let added = 0;
  for (const item of copied) {
    if (keys.has(item.key)) continue;
    const name = plainWords(item.name);
    take(item, [...free].find(([, other]) => other === name)?.[0] ?? add(item, added++));
  }
  return keys;
}

import {
  type EdgeKey,
  type Graph,
  type GraphNode,
  indexGraph,
  kindOf,
  type NodeKey,
  rowNumbers,
  type RunStep,
} from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { cutText, firstOf, listed } from "./cut-text.js";
import { drawingWords } from "./drawing-words.js";

/** What the parts of a drawing are called in a sentence; a key never is a name. */
export interface DrawingNames {
  /**
   * “5 (“Memeriksa berkas”), 6”, after the word for a step: the texts of the first few and the numbers
   * of as many as anybody reads.
   */
  readonly nodes: (keys: readonly NodeKey[]) => string;
  /** Arrows, by what they lead from and to; as many. */
  readonly edges: (keys: readonly EdgeKey[]) => string;
  /** “langkah 5 dan 6”; what has no number by the steps that follow it. */
  readonly steps: (keys: readonly NodeKey[]) => { readonly words: string; readonly count: number };
  /** “5. Kabid IATIK: Ya”. */
  readonly step: (step: RunStep) => string;
  /** “langkah 5 (Kabid IATIK) memilih “Ya””. */
  readonly done: (step: RunStep) => string;
  /** “cabang “Tidak” pada langkah 5”, of outcomes. */
  readonly outcomes: (keys: readonly EdgeKey[]) => string;
}

/** The texts of so many steps; of the others only their numbers. */
const textsAtMost = 3;

export function drawingNames(graph: Graph, locale: Locale): DrawingNames {
  const text = drawingWords[locale];
  const numbers = rowNumbers(graph);
  const index = indexGraph(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.key, edge]));
  const laneNames = new Map(graph.lanes.map(({ key, name }) => [key, cutText(name.trim())]));
  const format = new Intl.ListFormat(locale, { type: "conjunction" });
  const list = (words: readonly string[]): string => format.format(firstOf(words, locale));

  const kindName = (key: NodeKey): string => {
    const kind = nodes.get(key)?.kind;
    return kind ? text.kinds[kind] : text.nothing;
  };
  const textOf = (key: NodeKey): string => cutText(nodes.get(key)?.text.trim() ?? "");
  const quoted = (key: NodeKey): string => {
    const words = textOf(key);
    return words === "" ? kindName(key) : `“${words}”`;
  };
  const capsule = (key: NodeKey): string => {
    const words = textOf(key);
    return words === "" ? kindName(key) : `${kindName(key)} “${words}”`;
  };
  const numbered = (key: NodeKey): string => {
    const number = numbers.get(key);
    return number === undefined ? quoted(key) : text.steps(String(number), 1);
  };
  const lanesOf = (key: NodeKey): string =>
    list(
      (nodes.get(key)?.parts ?? []).map(({ lane }) => laneNames.get(lane) ?? "").filter(Boolean),
    );
  const outcomeOf = (key: EdgeKey): string =>
    cutText(edges.get(key)?.outcome?.trim() || text.unnamed);

  const arrow = (key: EdgeKey): string => {
    const edge = edges.get(key);
    return edge ? text.arrow(quoted(edge.from), quoted(edge.to)) : text.nothing;
  };

  /** A node by itself where it has a number or a capsule; a bar by what comes after it. */
  const spoken = (key: NodeKey): GraphNode[] => {
    const [found, seen] = [new Set<GraphNode>(), new Set([key])];
    for (const at of seen) {
      const node = nodes.get(at);
      if (!node) continue;
      if (kindOf(node).parts.max !== 0) found.add(node);
      else for (const { to } of index.edgesFrom(at)) seen.add(to);
    }
    return [...found];
  };

  return {
    nodes: (keys) =>
      listed(
        keys.map((key, at) => {
          const number = numbers.get(key);
          if (at >= textsAtMost) return String(number ?? kindName(key));
          if (number === undefined) return quoted(key);
          const words = textOf(key);
          return words === "" ? String(number) : `${number} (“${words}”)`;
        }),
        locale,
      ),
    edges: (keys) => listed(keys.map(arrow), locale),
    steps: (keys) => {
      const meant = [...new Set(keys.flatMap(spoken))];
      const rows = meant.flatMap(({ key }) => numbers.get(key) ?? []).sort((a, b) => a - b);
      const others = meant.filter(({ key }) => !numbers.has(key)).map(({ key }) => capsule(key));
      const words = rows.length > 0 ? [text.steps(list(rows.map(String)), rows.length)] : [];
      const unsaid = [...new Set(keys.map(kindName))];
      const all = [...words, ...new Set(others)];
      return {
        words: list(all.length > 0 ? all : unsaid),
        count: Math.max(1, rows.length + others.length),
      };
    },
    step: ({ node, outcome }) => {
      const number = numbers.get(node);
      const who = lanesOf(node) || quoted(node);
      const label = number === undefined ? who : `${number}. ${who}`;
      return outcome === null ? label : `${label}: ${outcomeOf(outcome)}`;
    },
    done: ({ node, outcome }) => {
      const who = lanesOf(node);
      const step = who === "" ? numbered(node) : `${numbered(node)} (${who})`;
      return outcome === null ? text.done(step) : text.decided(step, outcomeOf(outcome));
    },
    outcomes: (keys) =>
      list(keys.map((key) => text.outcome(outcomeOf(key), numbered(edges.get(key)?.from ?? "")))),
  };
}

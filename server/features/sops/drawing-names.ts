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

/** What the parts of a drawing are called in a sentence; a key never is a name. */
export interface DrawingNames {
  /** “5 (“Memeriksa berkas”)”, after the word for a step. */
  readonly node: (key: NodeKey) => string;
  /** An arrow, by what it leads from and to. */
  readonly edge: (key: EdgeKey) => string;
  /** “langkah 5 dan 6”; what has no number by the steps that follow it. */
  readonly steps: (keys: readonly NodeKey[]) => { readonly words: string; readonly count: number };
  /** “5. Kabid IATIK: Ya”. */
  readonly step: (step: RunStep) => string;
  /** “langkah 5 (Kabid IATIK) memutuskan “Ya””. */
  readonly done: (step: RunStep) => string;
  /** “keputusan “Tidak” pada langkah 5”, of outcomes. */
  readonly outcomes: (keys: readonly EdgeKey[]) => string;
}

const texts = {
  id: {
    steps: (numbers: string) => `langkah ${numbers}`,
    done: (step: string) => `${step} selesai`,
    decided: (step: string, outcome: string) => `${step} memutuskan “${outcome}”`,
    outcome: (outcome: string, step: string) => `pilihan “${outcome}” pada ${step}`,
    unnamed: "tanpa nama",
    kinds: {
      start: "simbol mulai",
      end: "simbol selesai",
      activity: "sebuah kegiatan",
      decision: "sebuah keputusan",
      fork: "sebuah percabangan",
      join: "sebuah penggabungan",
      connector: "sebuah penghubung",
    },
    nothing: "simbol yang tidak ada",
    arrow: (from: string, to: string) => `dari ${from} ke ${to}`,
  },
  en: {
    steps: (numbers: string, count: number) => `${count === 1 ? "step" : "steps"} ${numbers}`,
    done: (step: string) => `${step} is done`,
    decided: (step: string, outcome: string) => `${step} decides “${outcome}”`,
    outcome: (outcome: string, step: string) => `the choice “${outcome}” in ${step}`,
    unnamed: "without a name",
    kinds: {
      start: "the start",
      end: "the end",
      activity: "an activity",
      decision: "a decision",
      fork: "a fork",
      join: "a join",
      connector: "a connector",
    },
    nothing: "a symbol that is not there",
    arrow: (from: string, to: string) => `from ${from} to ${to}`,
  },
} as const;

export function drawingNames(graph: Graph, locale: Locale): DrawingNames {
  const text = texts[locale];
  const numbers = rowNumbers(graph);
  const index = indexGraph(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.key, edge]));
  const laneNames = new Map(graph.lanes.map(({ key, name }) => [key, name.trim()]));
  const format = new Intl.ListFormat(locale, { type: "conjunction" });
  const list = (words: readonly string[]): string => format.format(words);

  const kindName = (key: NodeKey): string => {
    const kind = nodes.get(key)?.kind;
    return kind ? text.kinds[kind] : text.nothing;
  };
  const quoted = (key: NodeKey): string => {
    const words = nodes.get(key)?.text.trim() ?? "";
    return words === "" ? kindName(key) : `“${words}”`;
  };
  const capsule = (key: NodeKey): string => {
    const words = nodes.get(key)?.text.trim() ?? "";
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
  const outcomeOf = (key: EdgeKey): string => edges.get(key)?.outcome?.trim() || text.unnamed;

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
    node: (key) => {
      const number = numbers.get(key);
      if (number === undefined) return quoted(key);
      const words = nodes.get(key)?.text.trim() ?? "";
      return words === "" ? String(number) : `${number} (“${words}”)`;
    },
    edge: (key) => {
      const edge = edges.get(key);
      return edge ? text.arrow(quoted(edge.from), quoted(edge.to)) : text.nothing;
    },
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

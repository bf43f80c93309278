import type { TFunction } from "i18next";
import { kindOf, rowNumbers, type Graph, type OutcomePath } from "../../../domain/index.js";

/** Outcomes that are told of one way before the others are counted. */
const most = 8;

/** Says a way by its outcomes: "3. Tidak, kembali ke 2 → 3. Ya", and by its end where there are several. */
export function pathWords(graph: Graph, t: TFunction): (path: OutcomePath) => string {
  const numbers = rowNumbers(graph);
  const names = new Map(graph.edges.map(({ key, outcome }) => [key, outcome ?? ""]));
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const ends = graph.nodes.filter((node) => kindOf(node).ends);
  const endName = (key: string): string => {
    const text = nodes.get(key)?.text.trim() ?? "";
    const number = numbers.get(key);
    if (text !== "") return number === undefined ? text : `${number}. ${text}`;
    return number === undefined
      ? t("times.endNo", { no: ends.findIndex((end) => end.key === key) + 1 })
      : String(number);
  };
  return ({ outcomes, end }) => {
    const told = outcomes.slice(0, most).map(({ node, edge, backTo }) => {
      const outcome = `${numbers.get(node) ?? ""}. ${names.get(edge) ?? ""}`;
      const row = backTo === null ? undefined : numbers.get(backTo);
      if (backTo === null) return outcome;
      return row === undefined ? t("times.back", { outcome }) : t("times.backTo", { outcome, row });
    });
    if (outcomes.length > most)
      told.push(t("times.moreOutcomes", { count: outcomes.length - most }));
    if (ends.length > 1) told.push(endName(end));
    return told.join(" → ");
  };
}

import { bareText, type Graph, type RecognisedTable } from "../../../domain/index.js";
import { bindingValue } from "../panels/lane-binding.js";
import { suggestBinding, type KnownPosition } from "./suggest-binding.js";

/** One lane of a table as it will be taken. */
export interface LaneTaking {
  readonly name: string;
  readonly sure: boolean;
  /** Whether the form has a lane of this name, which the steps go into then. */
  readonly isKnown: boolean;
  /** Who works in it, as the value of a list; `null` is nobody yet. */
  readonly binding: string | null;
  readonly isSuggested: boolean;
}

/** The lanes of a table, with who was chosen for each, or who is called so. */
export function laneTakings(
  table: RecognisedTable,
  graph: Graph,
  positions: readonly KnownPosition[],
  office: string,
  chosen: Readonly<Record<string, string | null>>,
): readonly LaneTaking[] {
  const known = new Set(graph.lanes.map(({ name }) => bareText(name)));
  return table.lanes.map(({ name, sure }) => {
    const isKnown = known.has(bareText(name));
    const said = chosen[name];
    const suggested = isKnown ? null : bindingValue(suggestBinding(name, positions, office));
    return {
      name,
      sure,
      isKnown,
      binding: said === undefined ? suggested : said,
      isSuggested: said === undefined && suggested !== null,
    };
  });
}

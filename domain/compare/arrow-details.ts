import type { Edge } from "../sop/graph.js";
import { type ChangeDetail, detail, textValue } from "./change-group.js";
import type { DocumentReader } from "./document-reader.js";

/**
 * What changed about the arrows out of one step. An arrow that went and one that came in its place,
 * under the same outcome, are one that leads elsewhere.
 */
export function arrowDetails(
  node: string,
  was: DocumentReader,
  is: DocumentReader,
): readonly ChangeDetail[] {
  const out = ({ document }: DocumentReader): readonly Edge[] =>
    document.graph.edges.filter(({ from }) => from === node);
  const [old, now] = [out(was), out(is)];
  const had = new Map(old.map((edge) => [edge.key, edge]));
  const gone = old.filter(({ key }) => !now.some((edge) => edge.key === key));
  return now
    .flatMap((edge) => {
      const known = had.get(edge.key);
      if (known !== undefined) return pairDetails(known, edge, was, is);
      const replaced = gone.findIndex(({ outcome }) => outcome === edge.outcome);
      const [before] = replaced < 0 ? [] : gone.splice(replaced, 1);
      if (before !== undefined) return pairDetails(before, edge, was, is);
      return [detail("arrow", null, is.step(edge.to), edge.outcome)];
    })
    .concat(gone.map((edge) => detail("arrow", was.step(edge.to), null, edge.outcome)));
}

function pairDetails(
  before: Edge,
  after: Edge,
  was: DocumentReader,
  is: DocumentReader,
): readonly ChangeDetail[] {
  const details: ChangeDetail[] = [];
  if (before.to !== after.to) {
    details.push(detail("arrow", was.step(before.to), is.step(after.to), after.outcome));
  }
  if (before.outcome !== after.outcome) {
    details.push(detail("outcome", textValue(before.outcome), textValue(after.outcome)));
  }
  return details;
}

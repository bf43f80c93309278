import { emptyDocument, type FormColumns, type SopDocument } from "../../../domain/index.js";

/** The SOP that a document is made for. */
export interface Destination {
  readonly title: string;
  readonly office: { readonly name: string; readonly government: string | null };
  /** How the office arranges its form; `null`: as the official one. */
  readonly columns: FormColumns | null;
}

/**
 * What another SOP says, for a new one. Its steps, lists and keys are kept, since a key means
 * something within its own SOP only; number, dates, signature and whatever else says "that SOP" are
 * not. `isKnown` tells the positions that the new SOP's office has.
 */
export function copyDocument(
  source: SopDocument,
  to: Destination,
  from: { readonly isSameOffice: boolean; readonly isKnown: (position: string) => boolean },
): SopDocument {
  const { unit, address } = source.identity;
  const { title, office } = to;
  const { name, government } = office;
  const place = from.isSameOffice ? { unit, address } : { unit: null, address: null };
  const lanes = source.graph.lanes.map((lane) =>
    lane.binding?.type === "POSITION" && !from.isKnown(lane.binding.position)
      ? { ...lane, binding: null }
      : lane,
  );
  const columns = from.isSameOffice ? (source.columns ?? null) : to.columns;
  return {
    identity: { ...emptyDocument.identity, ...place, title, office: name, government },
    lists: source.lists,
    graph: { ...source.graph, lanes },
    ...(columns ? { columns } : {}),
  };
}

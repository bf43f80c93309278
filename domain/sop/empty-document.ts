import { emptyGraph } from "./graph.js";
import type { SopDocument } from "./sop-document.js";

/** A form on which nothing is filled in. */
export const emptyDocument: SopDocument = {
  identity: {
    government: null,
    office: null,
    unit: null,
    address: null,
    title: null,
    procedure: null,
    createdOn: null,
    revisedOn: null,
    effectiveOn: null,
    enactedBy: { position: null, name: null, rank: null, nip: null, signature: null },
  },
  lists: {
    legalBasis: null,
    qualifications: null,
    relatedSops: null,
    equipment: null,
    warnings: null,
    records: null,
  },
  graph: emptyGraph,
};

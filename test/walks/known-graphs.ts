import type { Graph } from "../../domain/sop/graph.js";
import { procedureFacts } from "../../seeds/procedure-facts.js";
import type { Procedure } from "../../seeds/seed-shapes.js";
import { readSeed } from "../../server/features/people/seed-files.js";

/** The graphs of the seeded procedures. */
export const knownGraphs = (): Graph[] =>
  procedureFacts.map(({ file }) => readSeed<Procedure>(`procedures/${file}.json`).document.graph);

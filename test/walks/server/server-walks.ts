import { buildGraph } from "../../../domain/sop/build-graph.js";
import type { Graph } from "../../../domain/sop/graph.js";
import { verifyLog } from "../../../server/runtime/verify-log.js";
import { serverWalk } from "./server-walk.js";
import { officeLanes, WalkOffice } from "./walk-office.js";

export interface ServerWalks {
  readonly walks: number;
  readonly steps: number;
  /** What came of each request. */
  readonly answers: readonly string[];
  /** Each with the seed of its walk. */
  readonly faults: readonly string[];
  /** What the log of every case of the server says in the end. */
  readonly log: { readonly instances: number; readonly faults: number };
}

const atOnce = 4;

/**
 * Walks on a real server, and on a second one beside it, over the API: several cases at once, and
 * in each of them several people. Walk i is made from `seed + i`.
 */
export async function serverWalks(walks: number, seed: number): Promise<ServerWalks> {
  const office = await WalkOffice.open();
  try {
    const calls = [await office.enact(calledSop())];
    const faults: string[] = [];
    const answers: string[] = [];
    let steps = 0;
    let next = 0;
    const walkOn = async (): Promise<void> => {
      while (next < walks) {
        const own = seed + next;
        next += 1;
        const walk = await serverWalk(office, own, calls);
        steps += walk.steps;
        answers.push(...walk.answers);
        if (walk.fault !== null) faults.push(`seed=${own}: ${walk.fault}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, walkOn));
    const log = await verifyLog(office.api.database.reader, ({ table, instanceId, what }) => {
      faults.push(`${table} of case ${instanceId}: ${what}`);
    });
    return { walks, steps, answers, faults, log };
  } finally {
    await office.close();
  }
}

/** What connectors call: two steps. */
function calledSop(): Graph {
  const lanes = officeLanes(1);
  const graph = buildGraph(
    [
      ["start", "start", ["l0"]],
      ["first", "activity", ["l0"]],
      ["second", "activity", ["l0"]],
      ["end", "end", ["l0"]],
    ],
    [
      ["start", "first"],
      ["first", "second"],
      ["second", "end"],
    ],
  );
  return { ...graph, lanes };
}

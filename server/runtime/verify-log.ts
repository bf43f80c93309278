import { setTimeout as sleep } from "node:timers/promises";
import type { Reader } from "../persistence/database.js";
import { type CaseLog, readInstance, readInstances, readLogs } from "./case-log.js";
import { checkCaseLog, type LogFault } from "./check-case-log.js";

export interface LogSummary {
  readonly instances: number;
  readonly entries: number;
  /** Cases with a fault; only the first of each is named. */
  readonly faults: number;
}

/** How many cases are in memory at once. */
const batch = 50;
const maxReads = 50;
const pauseMs = 20;

/**
 * Checks the log of every case, in the order of their ids, and hands the first fault of each to
 * `onFault`. It only reads, a batch at a time, and may run beside servers that write.
 */
export async function verifyLog(
  reader: Reader,
  onFault: (fault: LogFault) => void,
): Promise<LogSummary> {
  const summary = { instances: 0, entries: 0, faults: 0 };
  let after = 0;
  for (;;) {
    const instances = await readInstances(reader, after, batch);
    for (const log of await readLogs(reader, instances)) {
      const fault = checkCaseLog(log) && (await confirmedFault(reader, log.instance.id));
      summary.instances += 1;
      summary.entries += log.entries.length;
      if (!fault) continue;
      summary.faults += 1;
      onFault(fault);
    }
    after = instances.at(-1)?.id ?? after;
    if (instances.length < batch) return summary;
  }
}

/** A case that was written to while it was read looks wrong; it is read again until it stands still. */
async function confirmedFault(reader: Reader, id: number): Promise<LogFault | null> {
  for (let reads = 0; reads < maxReads; reads += 1) {
    const log = await readWhole(reader, id);
    const now = await readInstance(reader, id);
    // Every change of a case counts its version up, so nothing came between when it is the same.
    if (!log || !now) return null;
    if (now.version === log.instance.version) return checkCaseLog(log);
    await sleep(pauseMs);
  }
  throw new Error(`Case ${id} changes faster than it can be read`);
}

async function readWhole(reader: Reader, id: number): Promise<CaseLog | undefined> {
  const instance = await readInstance(reader, id);
  return instance && (await readLogs(reader, [instance]))[0];
}

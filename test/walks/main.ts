import "reflect-metadata";
import { parseArgs } from "node:util";
import { knownGraphs } from "./known-graphs.js";
import { shrinkWalk } from "./shrink-walk.js";
import { randomWalk } from "./walk.js";

/**
 * Walks random commands through random sound SOPs: in memory, or with `--server` on a real server on
 * the database that ALUR_TEST_DB names. `--walks` and `--seed` are numbers; walk i is made from
 * seed + i, so that one of them can be made again by itself. The last line is the result; exit code
 * 1 when a walk found a fault. One that was found in memory is printed as the fixture that keeps it.
 */
const { values } = parseArgs({
  options: {
    walks: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    server: { type: "boolean", default: false },
  },
});
const walks = wholeNumber("walks", values.walks);
const seed = wholeNumber("seed", values.seed);

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** More would only say the same again. */
const mostPrinted = 10;

function walkInMemory(): { readonly steps: number; readonly faults: number } {
  const known = knownGraphs();
  let steps = 0;
  let faults = 0;
  for (let at = 0; at < walks; at += 1) {
    const walk = randomWalk(seed + at, known);
    steps += walk.steps;
    if (walk.fault === null) continue;
    faults += 1;
    print(`seed=${seed + at} step=${walk.steps}: ${walk.fault}`);
    if (faults > mostPrinted) continue;
    const { graph, commands, fault } = shrinkWalk(walk);
    print(JSON.stringify({ name: `seed ${seed + at}: ${fault}`, graph, commands }));
  }
  return { steps, faults };
}

async function walkOnServer(): Promise<{ readonly steps: number; readonly faults: number }> {
  const { serverWalks } = await import("./server/server-walks.js");
  const { steps, faults, log } = await serverWalks(walks, seed);
  for (const fault of faults) print(fault);
  print(`instances=${log.instances} log_faults=${log.faults}`);
  return { steps, faults: faults.length };
}

const { steps, faults } = values.server ? await walkOnServer() : walkInMemory();
print(`walks=${walks} steps=${steps} faults=${faults}`);
if (faults > 0) process.exitCode = 1;

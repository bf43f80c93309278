import { parseArgs } from "node:util";
import { type OracleRun, runOracle } from "./run-oracle.js";

const help = `npm run oracle -- --graphs N --seed S --large L
Asks the soundness check of N random graphs (10000), and holds its word against a token game of the
tests' own, which goes through all markings, and against the engine: each run that is shown is played
there, and each graph that is called sound 20 times at random. Graph i is made from seed S + i, so that
one of them can be made again by itself. L graphs of 500 nodes (200), every other one sound, are timed
and played, too. At most ten that do not agree are printed, as small as they could be made, as fixtures
for test/fixtures/oracle; a large one by its seed. The last line is the result:
  graphs=N sound= unsound= inconclusive=  what the check said of the N; one in a hundred is drawn so
                                          that nothing can be said of it
  skipped=                                those with too many markings for the oracle: only played
  disagreements=                          graphs of which check and oracle do not say the same
  executed= faults=                       cases run through the engine; graphs with which it did otherwise
  p99_ms=                                 of the check's time for one of the L
Exit code 1 on any disagreement or fault.
`;

function readRun(): OracleRun | null {
  const { values } = parseArgs({
    options: {
      graphs: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      large: { type: "string", default: "200" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  return {
    graphs: wholeNumber("graphs", values.graphs),
    seed: wholeNumber("seed", values.seed),
    large: wholeNumber("large", values.large),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function run(wanted: OracleRun): void {
  const { disagreements, faults, p99, ...told } = runOracle(wanted, (found) => {
    print(`seed=${found.seed}${found.isLarge ? " (large)" : ""}: ${found.complaints.join("; ")}`);
    const name = `seed ${found.seed}: ${found.complaints[0]}`;
    if (!found.isLarge) print(JSON.stringify({ name, seed: found.seed, graph: found.graph }));
  });
  const { graphs, sound, unsound, inconclusive, skipped, executed } = told;
  print(
    `graphs=${graphs} sound=${sound} unsound=${unsound} inconclusive=${inconclusive} ` +
      `skipped=${skipped} disagreements=${disagreements} executed=${executed} faults=${faults} ` +
      `p99_ms=${p99?.toFixed(1) ?? "none"}`,
  );
  if (disagreements + faults > 0) process.exitCode = 1;
}

let wanted: OracleRun | null = null;
try {
  wanted = readRun();
  if (wanted === null) process.stdout.write(help);
} catch (error) {
  // A slip at the keyboard is told in a line; where the program was says nothing about it.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
if (wanted !== null) run(wanted);

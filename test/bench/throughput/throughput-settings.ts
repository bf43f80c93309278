import { parseArgs } from "node:util";

export interface ThroughputSettings {
  /** Finished tasks of the two histories that are held against each other. */
  readonly small: number;
  readonly large: number;
  /** Rounds that count; each measures everything once. */
  readonly rounds: number;
  /** How long the completions of one round last, in seconds. */
  readonly seconds: number;
  /** Running instances for the completions. */
  readonly instances: number;
  /** Only these databases and parts; all where none is named. */
  readonly dialects: readonly string[];
  readonly parts: readonly string[];
  /** A MariaDB server on which databases may be made; `null`: only SQLite is measured. */
  readonly mariadbUrl: string | null;
}

const dialects = ["sqlite", "mariadb"];
const parts = ["reports", "completions"];

export const usage = `npm run bench:throughput -- [--large] [--tasks-small=100000] [--tasks-large=1000000]
    [--rounds=9] [--seconds=2] [--instances=20000] [--only=sqlite,mariadb,reports,completions]
  --large        a history of ten million finished tasks instead of one
  --tasks-…      histories of other sizes, for a quick try`;

/** Reads the command line; throws on what it does not know. */
export function readSettings(
  args: readonly string[],
  mariadbUrl: string | null,
): ThroughputSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      large: { type: "boolean", default: false },
      "tasks-small": { type: "string", default: "100000" },
      "tasks-large": { type: "string" },
      rounds: { type: "string", default: "9" },
      seconds: { type: "string", default: "2" },
      instances: { type: "string", default: "20000" },
      only: { type: "string", default: "" },
    },
  });
  const numbers = {
    small: Number(values["tasks-small"]),
    large: Number(values["tasks-large"] ?? (values.large ? 10_000_000 : 1_000_000)),
    rounds: Number(values.rounds),
    instances: Number(values.instances),
  };
  const seconds = Number(values.seconds);
  const areWhole = Object.values(numbers).every((it) => Number.isInteger(it) && it > 0);
  if (!areWhole || !(seconds > 0)) throw new Error(usage);
  const only = values.only.split(",").filter(Boolean);
  if (!only.every((name) => [...dialects, ...parts].includes(name))) throw new Error(usage);
  const chosen = (all: readonly string[]): readonly string[] => {
    const named = all.filter((name) => only.includes(name));
    return named.length > 0 ? named : all;
  };
  return {
    ...numbers,
    seconds,
    dialects: chosen(dialects),
    parts: chosen(parts),
    mariadbUrl,
  };
}

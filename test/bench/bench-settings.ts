import { parseArgs } from "node:util";

export interface BenchSettings {
  /** Rounds that count; each measures everything once. */
  readonly rounds: number;
  /** How long one measurement takes, in seconds. */
  readonly seconds: number;
  /** Running instances, in the floor's tables as in Alur's. */
  readonly instances: number;
  /** The measurements whose name holds one of these; all where there is none. */
  readonly only: readonly string[];
  /** A MariaDB server on which databases may be made; `null`: only SQLite is measured. */
  readonly mariadbUrl: string | null;
}

export const usage = `npm run bench -- [--long] [--rounds=7] [--seconds=0.8] [--only=name,…]
  --long     thirty rounds instead of seven
  --only     for example --only=sqlite, --only=read, --only=bad_input or --only=worklist; whatever is compared needs its floor too`;

/** Reads the command line; throws on what it does not know. */
export function readSettings(args: readonly string[], mariadbUrl: string | null): BenchSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      long: { type: "boolean", default: false },
      rounds: { type: "string" },
      seconds: { type: "string" },
      only: { type: "string", default: "" },
    },
  });
  const rounds = Number(values.rounds ?? (values.long ? 30 : 7));
  const seconds = Number(values.seconds ?? 0.8);
  if (!Number.isInteger(rounds) || rounds < 1 || !(seconds > 0)) throw new Error(usage);
  const only = values.only.split(",").filter(Boolean);
  return { rounds, seconds, instances: 20_000, only, mariadbUrl };
}

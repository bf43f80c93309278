import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DatabaseLocation } from "../../server/kernel/config.js";

const main = fileURLToPath(new URL("../../dist/server/main.js", import.meta.url));

/** The built program as a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  /** Everything that it wrote so far. */
  output(): string;
  /** The address that it printed; rejects when it ends before. */
  readonly url: Promise<string>;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dist/server/main.js`, as `npm start` does, on a free port unless `env` names one. */
export function startProgram(
  location: DatabaseLocation,
  env: Readonly<Record<string, string>> = {},
): Program {
  if (!existsSync(main)) throw new Error("The server is not built; npm test builds it");
  const place =
    location.dialect === "sqlite" ? { DATA_DIR: location.dataDir } : { DATABASE_URL: location.url };
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "warn", ...place, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = once(child, "close").then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /Interface +(http:\S+)/.exec(output)?.[1];
      // Node may take localhost for ::1 first; the program listens on 127.0.0.1.
      if (address) resolve(address.replace("localhost", "127.0.0.1"));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => reject(new Error(`The program ended: ${output}`)));
  });
  // Whoever starts a program that is to fail waits for `ended` only.
  url.catch(() => undefined);
  return {
    process: child,
    output: () => output,
    url,
    ended,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program of the build in a process of its own. */
export interface ChildProgram {
  /** What `ready` found in its output. */
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const stopWithinMs = 15_000;

/** Starts `dist/<path>`; resolves once its output names a port. */
export async function startChild(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<ChildProgram> {
  const script = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  // For a profile: BENCH_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=…"
  const profile = process.env["BENCH_NODE_OPTIONS"];
  const child = spawn(process.execPath, ["--enable-source-maps", script, ...args], {
    env: {
      PATH: process.env["PATH"],
      ...(profile ? { NODE_OPTIONS: profile } : {}),
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // However this process ends, what it started ends with it.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(child, "close").finally(() => process.off("exit", kill));
  const port = await new Promise<number>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = ready.exec(output)?.[1];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`${path} ended:\n${output}`)));
  });
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
      await ended;
      clearTimeout(late);
    },
  };
}

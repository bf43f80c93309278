import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type ScanResult = "CLEAN" | "INFECTED";

/** Asks somebody who knows viruses. Rejects where they could not say anything, or `signal` is aborted. */
export interface VirusScanner {
  scan(content: Readable, signal: AbortSignal): Promise<ScanResult>;
}

const patienceMs = 5 * 60_000;

/**
 * A command of the system, as `clamdscan --no-summary -`, that reads the file on its standard input
 * and exits with 0 where it found nothing and with 1 where it found something, as ClamAV does.
 */
export function commandScanner(command: string, longestMs = patienceMs): VirusScanner {
  return {
    async scan(content, signal) {
      const child = spawn(command, {
        shell: true,
        stdio: ["pipe", "ignore", "pipe"],
        // With a group of its own, so that what the shell has started ends with it.
        detached: canEndGroups,
      });
      const end = (): void => {
        endWithChildren(child);
        content.destroy();
      };
      const late = setTimeout(end, longestMs);
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(0, 500);
      });
      try {
        const ended = once(child, "close") as Promise<[number | null]>;
        // One that has seen enough stops reading, and still says what it found.
        const feeding = pipeline(content, child.stdin).catch(() => undefined);
        const [[code]] = await Promise.all([ended, feeding]);
        if (code === 0) return "CLEAN";
        if (code === 1) return "INFECTED";
        throw new Error(`The virus scanner ended with ${code ?? "a signal"}: ${said.trim()}`);
      } finally {
        clearTimeout(late);
        signal.removeEventListener("abort", end);
        content.destroy();
      }
    },
  };
}

const canEndGroups = process.platform !== "win32";

function endWithChildren(child: ChildProcess): void {
  if (!canEndGroups || child.pid === undefined) {
    child.kill("SIGKILL");
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // All of them have ended already.
  }
}

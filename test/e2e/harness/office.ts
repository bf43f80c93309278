import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { startProgram, type Program } from "../../harness/program.js";
import { clearDesks } from "./clear-desks.js";
import { Desk, type DeskOptions } from "./desk.js";

const launchArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The built program on a folder of its own, with the seeds, and a browser in front of it. */
export class Office {
  readonly #desks: Desk[] = [];

  private constructor(
    readonly url: string,
    readonly program: Program,
    readonly browser: Browser,
    readonly dataDir: string,
  ) {}

  /** `env`: settings of the program beside those that every test has. */
  static async open(env: Readonly<Record<string, string>> = {}): Promise<Office> {
    const dataDir = mkdtempSync(join(tmpdir(), "alur-e2e-"));
    const program = startProgram({ dialect: "sqlite", dataDir }, env);
    try {
      const executablePath = process.env["ALUR_CHROMIUM"] ?? "/usr/bin/chromium";
      const [url, browser] = await Promise.all([
        program.url,
        chromium.launch({ executablePath, args: launchArgs }),
      ]);
      await clearDesks(url);
      return new Office(url, program, browser, dataDir);
    } catch (error) {
      await program.stop("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true });
      throw error;
    }
  }

  /** A person's own browser: nothing is shared with the other desks but the server. */
  async desk(options: DeskOptions = {}): Promise<Desk> {
    const desk = await Desk.open(this.browser, this.url, options);
    this.#desks.push(desk);
    return desk;
  }

  /** Closes every desk, and tells what went wrong in any of them that no test had allowed. */
  async closeDesks(): Promise<readonly string[]> {
    const desks = this.#desks.splice(0);
    await Promise.all(desks.map((desk) => desk.context.close()));
    return desks.flatMap((desk) => desk.faults());
  }

  async close(): Promise<void> {
    await this.browser.close();
    const code = await this.program.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The program ended with ${code}: ${this.program.output()}`);
  }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { openAlur } from "../alur-api.js";
import type { AlurDatabase } from "../alur-database.js";
import { startServer } from "../alur-subject.js";
import type { ChildProgram } from "../child-program.js";
import { signIn } from "../graphql-documents.js";

const officeCode = "riwayat-1";
/** What most cases are of. */
const title = "Pengelolaan Layanan TIK";

export type Place = Readonly<Record<string, string>>;

/** An Alur in a process of its own that has a long history to report on. */
export interface LongHistory {
  readonly tasks: number;
  readonly program: ChildProgram;
  readonly database: AlurDatabase;
  readonly officeId: string;
  /** The SOP that most is done by; `sopRow` is its row's id. */
  readonly sopId: string;
  readonly sopRow: number;
  /** Bearer token of the office's manager. */
  readonly bearer: string;
  stop(): Promise<void>;
}

/** Makes the history and its roll-up where `place` says, and starts a server on it. */
export async function openLongHistory(
  place: Place,
  openDatabase: () => AlurDatabase | Promise<AlurDatabase>,
  tasks: number,
): Promise<LongHistory> {
  const history = await timed(() =>
    runToEnd("test/history/main.js", ["--tasks", String(tasks)], place),
  );
  const rebuild = await timed(() => runToEnd("server/cli/throughput-rebuild.js", [], place));
  console.log(`  ${tasks} tasks: made in ${history} s, rolled up in ${rebuild} s`);
  const program = await startServer(place);
  const database = await openDatabase();
  const [found] = await database.all<{ office: number; sop: number }>(
    `SELECT o.id AS office, s.id AS sop FROM office o JOIN sop s ON s.office_id = o.id
      WHERE o.code = '${officeCode}' AND s.title = '${title}'`,
  );
  const { office = 0, sop = 0 } = found ?? {};
  const api = await openAlur(program.port);
  const input = { username: `${officeCode}.manajer`, password: "alur-demo", bearer: true };
  const { token } = await api.mutate<{ token: string }>(signIn, input, null);
  api.close();
  return {
    tasks,
    program,
    database,
    officeId: toGlobalId("Office", office),
    sopId: toGlobalId("Sop", sop),
    sopRow: sop,
    bearer: token,
    async stop() {
      await database.close();
      await program.stop();
    },
  };
}

async function timed(work: () => Promise<void>): Promise<string> {
  const from = performance.now();
  await work();
  return ((performance.now() - from) / 1000).toFixed(0);
}

/** Runs `dist/<path>` to its end; what it says is only told where it fails. */
async function runToEnd(path: string, args: readonly string[], env: Place): Promise<void> {
  const script = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", script, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  process.off("exit", kill);
  if (code !== 0) throw new Error(`${path} ended with ${code}:\n${output}`);
}

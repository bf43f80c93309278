import { randomUUID } from "node:crypto";
import { toGlobalId } from "../../server/kernel/global-id.js";
import { graphqlRequest, mustBeAsLong, mustHold } from "./alur-api.js";
import type { AlurDatabase } from "./alur-database.js";
import { type ChildProgram, startChild } from "./child-program.js";
import { completeTask, readInstances, readVersion } from "./graphql-documents.js";
import { type HttpRequest, KeepAliveClient } from "./keep-alive-client.js";
import { answersPerSecond } from "./load.js";
import { type PreparedAlur, setUpAlur } from "./set-up-alur.js";

interface OpenTask {
  readonly id: number;
  readonly lane_key: string;
}

const pageOfRead = 50;

/** Starts the built server as `npm start` does. */
export const startServer = (env: Readonly<Record<string, string>>): Promise<ChildProgram> =>
  startChild("server/main.js", [], { PORT: "0", LOG_LEVEL: "warn", ...env }, /Interface.*:(\d+)/);

/** Alur's server in a process of its own on a database of its own, and the load for it. */
export class AlurSubject {
  #tasks: OpenTask[] = [];

  private constructor(
    readonly program: ChildProgram,
    readonly prepared: PreparedAlur,
    private readonly database: AlurDatabase,
  ) {}

  static async start(
    startProgram: () => Promise<ChildProgram>,
    openDatabase: () => AlurDatabase | Promise<AlurDatabase>,
    instances: number,
  ): Promise<AlurSubject> {
    const program = await startProgram();
    const database = await openDatabase();
    const positions = await database.all<{ id: number; code: string; office_id: number }>(
      "SELECT id, code, office_id FROM position WHERE code LIKE 'trenggalek-kominfo.%'",
    );
    const known = {
      officeId: positions[0]?.office_id ?? 0,
      positionIds: new Map(positions.map(({ id, code }) => [code, id])),
    };
    const prepared = await setUpAlur(program.port, known, instances);
    return new AlurSubject(program, prepared, database);
  }

  /** Completions a second: each a real mutation by a holder of the task's lane. */
  async completions(clients: number, seconds: number): Promise<number> {
    await this.#findOpenTasks();
    return answersPerSecond({
      port: this.program.port,
      clients,
      seconds,
      next: () => {
        const task = this.#tasks.pop();
        return task ? this.#completionOf(task) : null;
      },
      check: mustHold('"status":"DONE"},"userErrors":[]'),
    });
  }

  /** Reads a second of a version in force with its lanes, steps and arrows. */
  readSop(clients: number, seconds: number): Promise<number> {
    const { reader, versionId } = this.prepared;
    const request = graphqlRequest(readVersion, { id: versionId }, reader);
    return readsPerSecond(this.program.port, request, clients, seconds);
  }

  /** Reads a second of fifty instances with their open tasks, lanes, steps and SOP. */
  readInstances(clients: number, seconds: number): Promise<number> {
    const request = graphqlRequest(readInstances, {}, this.prepared.reader);
    return readsPerSecond(this.program.port, request, clients, seconds);
  }

  async stop(): Promise<void> {
    await this.database.close();
    await this.program.stop();
  }

  #completionOf({ id, lane_key }: OpenTask): HttpRequest {
    // With a key of its own each, as Alur's own interface sends them.
    const input = { taskId: toGlobalId("Task", id), idempotencyKey: randomUUID() };
    return graphqlRequest(completeTask, { input }, this.prepared.bearers.get(lane_key) ?? "");
  }

  /**
   * The cases that are least far on come first (the list is taken from its end). The newest page is
   * left as it began, with one task in each case, as the floor of the reads has it.
   */
  async #findOpenTasks(): Promise<void> {
    this.#tasks = await this.database.all<OpenTask>(
      `SELECT id, lane_key FROM task WHERE is_open = 1 AND node_key <> 'check'
        AND instance_id <= (SELECT MAX(id) - ${pageOfRead} FROM instance)
        ORDER BY visit DESC, id DESC`,
    );
  }
}

/** The load of a read; the first answer is looked at, and the others must be as long. */
export async function readsPerSecond(
  port: number,
  request: HttpRequest,
  clients: number,
  seconds: number,
): Promise<number> {
  const client = await KeepAliveClient.open(port);
  const sample = await client.ask(request);
  client.close();
  mustHold('"nodes":[{')(sample);
  if (sample.body.includes('"errors"')) throw new Error(sample.body.toString());
  const check = mustBeAsLong(sample.body);
  return answersPerSecond({ port, clients, seconds, next: () => request, check });
}

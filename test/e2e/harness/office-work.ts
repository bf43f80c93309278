import { expect } from "vitest";
import type { Desk } from "./desk.js";
import type { Office } from "./office.js";

interface OpenTask {
  readonly id: string;
  readonly lane: { readonly key: string };
  readonly node: { readonly outputs: readonly string[] };
  readonly outcomes: readonly { readonly key: string; readonly label: string }[];
}

/** Who works the lanes of "Pembuatan Layanan Sub Domain/Hosting" in the demo. */
const workers: Readonly<Record<string, string>> = {
  pemohon: "pemohon",
  kadis: "kadis",
  kabid: "kabid",
  fungsional: "siti",
};

/** Cases that are worked over the API, each step as whoever holds its lane. */
export class OfficeWork {
  readonly #desks = new Map<string, Desk>();

  constructor(private readonly office: { readonly current: Office }) {}

  async as(username: string): Promise<Desk> {
    const known = this.#desks.get(username);
    if (known !== undefined) return known;
    const desk = await this.office.current.desk();
    await desk.signIn(username);
    this.#desks.set(username, desk);
    return desk;
  }

  /** Has the office work day and night, so that working time passes whenever a test runs. */
  async workAlways(): Promise<void> {
    const desk = await this.as("admin");
    const { me } = await desk.ask<{ me: { office: { id: string } } }>("{ me { office { id } } }");
    const today = Date.now() + 7 * 3_600_000;
    const { saveWorkingCalendar } = await desk.ask<{
      saveWorkingCalendar: { userErrors: unknown[] };
    }>(
      `mutation ($input: SaveWorkingCalendarInput!) {
        saveWorkingCalendar(input: $input) { userErrors { code field message } } }`,
      {
        input: {
          officeId: me.office.id,
          expectedRevision: 0,
          minutesPerWorkingDay: 450,
          weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
            weekday,
            spans: [{ from: "00:00", to: "24:00" }],
          })),
          periods: [],
          daysOff: [],
          extraDays: [],
          worksThrough: [0, 1].map((day) =>
            new Date(today + day * 86_400_000).toISOString().slice(0, 10),
          ),
        },
      },
    );
    expect(saveWorkingCalendar.userErrors).toEqual([]);
  }

  /** Starts a case as the demo's requester, one for each title; returns its id. */
  async start(sopTitle: string, title: string): Promise<string> {
    const desk = await this.as("pemohon");
    const { sops } = await desk.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
      "{ sops(first: 50) { nodes { id title } } }",
    );
    const sopId = sops.nodes.find((sop) => sop.title === sopTitle)!.id;
    const { startInstance } = await desk.ask<{ startInstance: { instance: { id: string } } }>(
      "mutation ($input: StartInstanceInput!) { startInstance(input: $input) { instance { id } } }",
      { input: { sopId, title, idempotencyKey: title } },
    );
    return startInstance.instance.id;
  }

  /** Finishes the open task of a case; `outcome` is how that of a decision begins. */
  async complete(id: string, outcome: string | null = null): Promise<void> {
    const { node } = await (
      await this.as("pemohon")
    ).ask<{ node: { openTasks: readonly [OpenTask] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Instance {
        openTasks { id lane { key } node { outputs } outcomes { key label } } } } }`,
      { id },
    );
    const [task] = node.openTasks;
    const desk = await this.as(workers[task.lane.key]!);
    const input = {
      taskId: task.id,
      outcome: task.outcomes.find(({ label }) => label.startsWith(outcome ?? "-"))?.key ?? null,
      outputs: task.node.outputs.map((output) => ({ output, reference: "005/12/2026" })),
    };
    const { completeTask } = await desk.ask<{ completeTask: { userErrors: unknown[] } }>(
      `mutation ($input: CompleteTaskInput!) {
        completeTask(input: $input) { userErrors { code } } }`,
      { input },
    );
    expect(completeTask.userErrors).toEqual([]);
  }

  async cancel(id: string): Promise<void> {
    const desk = await this.as("admin");
    const { cancelInstance } = await desk.ask<{ cancelInstance: { userErrors: unknown[] } }>(
      `mutation ($input: InstanceReasonInput!) {
        cancelInstance(input: $input) { userErrors { code } } }`,
      { input: { instanceId: id, reason: "Permohonan ditarik" } },
    );
    expect(cancelInstance.userErrors).toEqual([]);
  }
}

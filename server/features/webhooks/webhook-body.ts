import { rowNumbers } from "../../../domain/index.js";
import { toGlobalId } from "../../kernel/global-id.js";
import type { Database, Reader, Row } from "../../persistence/database.js";
import type { EnactedVersion, EnactedVersions } from "../../runtime/enacted-version.js";
import { wireName } from "./webhook-event.js";
import type { CaseFact, TaskFact, VersionFact, WebhookFact } from "./webhook-facts.js";

interface VersionRow extends Row {
  readonly versionId: number;
  readonly ordinal: number;
  readonly sopId: number;
  readonly number: string | null;
  readonly part: string;
  readonly title: string;
  readonly officeId: number;
  readonly officeName: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/**
 * What is sent, as JSON. Its names are the API's (docs/api.md) and stay as they are. It names nobody:
 * who did what, and for whom, is asked over the API, by a token that may.
 */
export class WebhookBodies {
  constructor(
    private readonly database: Database,
    private readonly versions: EnactedVersions,
  ) {}

  get #reader(): Reader {
    return this.database.reader;
  }

  async write(messageId: string, fact: WebhookFact): Promise<string> {
    if ("body" in fact) return fact.body;
    const head = { id: messageId, event: wireName(fact.event), at: iso(fact.at) };
    if (!("versionId" in fact)) return JSON.stringify(head);
    const version = await this.#version(fact.versionId);
    const about = "instanceId" in fact ? await this.#case(fact) : versionOf(fact);
    return JSON.stringify({
      ...head,
      office: { id: toGlobalId("Office", version.officeId), name: version.officeName },
      sop: {
        id: toGlobalId("Sop", version.sopId),
        number: version.number,
        part: version.part || null,
        title: version.title,
        version: version.ordinal,
        versionId: toGlobalId("SopVersion", version.versionId),
      },
      ...about,
    });
  }

  async #version(versionId: number): Promise<VersionRow> {
    const row = await this.#reader.get<VersionRow>(
      `SELECT v.id AS versionId, v.ordinal, s.id AS sopId, s.number, s.part, s.title,
        o.id AS officeId, o.name AS officeName FROM sop_version v JOIN sop s ON s.id = v.sop_id
        JOIN office o ON o.id = s.office_id WHERE v.id = ?`,
      [versionId],
    );
    if (!row) throw new Error(`There is no version ${versionId}`);
    return row;
  }

  async #case(fact: CaseFact): Promise<object> {
    const { instanceId, seq, status, task, back } = fact;
    const version = await this.versions.get(this.#reader, fact.versionId);
    const row = await this.#reader.get<
      Row & { title: string | null; taskId: number | null; dueAt: number | null }
    >(
      `SELECT i.title, t.id AS taskId, t.due_at AS dueAt FROM instance i
        LEFT JOIN task t ON t.instance_id = i.id AND t.no = ? WHERE i.id = ?`,
      [task?.no ?? 0, instanceId],
    );
    return {
      case: { id: toGlobalId("Instance", instanceId), title: row?.title ?? null, status, seq },
      ...(task && row?.taskId
        ? { task: taskBody(task, { id: row.taskId, dueAt: row.dueAt }, version) }
        : {}),
      ...(back ? { backTo: { visit: back.visit, step: stepOf(version, back.node) } } : {}),
    };
  }
}

const versionOf = ({ inForceFrom }: VersionFact): object => ({
  version: { inForceFrom: iso(inForceFrom) },
});

function taskBody(
  task: TaskFact,
  { id, dueAt }: { readonly id: number; readonly dueAt: number | null },
  version: EnactedVersion,
): object {
  const { graph } = version;
  const edge = graph.edges.find(({ key }) => key === task.outcome);
  return {
    id: toGlobalId("Task", id),
    visit: task.visit,
    status: task.status,
    step: stepOf(version, task.node),
    lane: {
      key: task.lane,
      name: graph.lanes.find(({ key }) => key === task.lane)?.name ?? "",
      part: task.label,
    },
    outcome: edge ? { key: edge.key, label: edge.outcome } : null,
    dueAt: dueAt === null ? null : iso(dueAt),
  };
}

const stepOf = ({ graph }: EnactedVersion, node: string): object => ({
  key: node,
  row: rowNumbers(graph).get(node) ?? null,
  text: graph.nodes.find(({ key }) => key === node)?.text ?? null,
});

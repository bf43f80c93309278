import { expect } from "vitest";
import {
  type CaseEvent,
  caseIntervals,
  caseLedger,
  caseMoments,
  compilePlan,
  type SopDocument,
  type TimeShare,
} from "../../../domain/index.js";
import type { Row } from "../../../server/persistence/database.js";
import { readWorkingCalendar } from "../../../server/runtime/working-calendars.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { expectOcel, type OcelFile } from "../../throughput/read-ocel.js";
import { expectXes } from "../../throughput/read-xes.js";
import { parseXml, type XmlElement } from "../../throughput/read-xml.js";
import type { CaseDriver } from "../cases/case-driver.js";

export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Downloads files as browsers and programs do. */
export class ExportDesk {
  constructor(
    readonly driver: CaseDriver,
    readonly parameters: Parameters,
  ) {}

  async fetched(
    file: string,
    by: string | TestClient | null,
    parameters: Parameters = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...this.parameters, ...parameters })) {
      for (const one of [value].flat()) query.append(name, one);
    }
    const client = typeof by === "string" ? await this.driver.as(by) : by;
    return fetch(`${this.driver.api.url}/export/${file}?${query}`, {
      headers: { ...client?.headers, ...headers },
    });
  }

  async bytes(
    file: string,
    by: string | TestClient,
    parameters: Parameters = {},
  ): Promise<Uint8Array> {
    const answer = await this.fetched(file, by, parameters);
    const content = new Uint8Array(await answer.arrayBuffer());
    expect(answer.status, Buffer.from(content).toString().slice(0, 300)).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("attachment; filename=");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    return content;
  }

  async text(file: string, by: string | TestClient, parameters: Parameters = {}): Promise<string> {
    return Buffer.from(await this.bytes(file, by, parameters)).toString("utf8");
  }

  async xes(by: string | TestClient, parameters: Parameters = {}): Promise<XmlElement> {
    const log = parseXml(await this.text("events.xes", by, parameters));
    expectXes(log);
    return log;
  }

  async ocel(by: string | TestClient, parameters: Parameters = {}): Promise<OcelFile> {
    const log = JSON.parse(await this.text("events.ocel.json", by, parameters)) as OcelFile;
    expectOcel(log);
    return log;
  }

  /** Status, code, field and message of what was refused. */
  async refusal(
    file: string,
    by: string | TestClient | null,
    parameters: Parameters = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; code: string; field: string | null; message: string }> {
    const answer = await this.fetched(file, by, parameters, headers);
    expect(answer.headers.get("content-type")).toContain("application/json");
    const { errors } = (await answer.json()) as AnyData;
    const { message, extensions } = errors[0];
    return {
      status: answer.status,
      code: extensions.code,
      field: extensions.field ?? null,
      message,
    };
  }
}

interface StoredCase extends Row {
  readonly id: number;
  readonly officeId: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly document: string;
}

/** Every case, in the order of its row, with its ledger as the domain has it from the stored log. */
export async function storedLedgers(
  driver: CaseDriver,
): Promise<ReadonlyMap<number, StoredCase & { readonly ledger: readonly TimeShare[] }>> {
  const { reader } = driver.api.database;
  const cases = await reader.all<StoredCase>(
    `SELECT i.id, i.office_id AS officeId, i.started_at AS startedAt, i.ended_at AS endedAt,
      v.document FROM instance i JOIN sop_version v ON v.id = i.version_id ORDER BY i.id`,
    [],
  );
  const found = new Map<number, StoredCase & { readonly ledger: readonly TimeShare[] }>();
  for (const one of cases) {
    const rows = await reader.all<Row & { at: number; events: string }>(
      "SELECT at, events FROM history_entry WHERE instance_id = ? ORDER BY seq",
      [one.id],
    );
    const log = rows.map(({ at, events }) => ({ at, events: JSON.parse(events) as CaseEvent[] }));
    const calendar = await readWorkingCalendar(reader, one.officeId, one.endedAt);
    const plan = compilePlan((JSON.parse(one.document) as SopDocument).graph);
    const intervals = caseIntervals(caseMoments(plan, log), driver.api.clock.now());
    found.set(one.id, { ...one, ledger: caseLedger(intervals, calendar) });
  }
  return found;
}

/** By lane, state and round. */
export function summed(shares: readonly TimeShare[]): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, readonly number[]>();
  for (const { lane, state, isRework, clock, working } of shares) {
    const key = `${lane} ${state} ${isRework}`;
    const [before = 0, workedBefore = 0] = sums.get(key) ?? [];
    sums.set(key, [before + clock, workedBefore + working]);
  }
  return sums;
}

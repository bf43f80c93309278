import { systemContext } from "../../kernel/system-context.js";
import { allows } from "../../kernel/policy.js";
import type { Database, SqlReader } from "../../persistence/database.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { LedgerKeeper } from "../../runtime/throughput/ledger-keeper.js";
import { positionById } from "../people/people-service.js";
import { buildReport, type ReportOptions } from "./build-report.js";
import type { CellReader } from "./cell-reader.js";
import { readLedger } from "./ledger-reading.js";
import type { LaneThroughputInput } from "./report-inputs.js";
import { checkedPeriod, cutPeriod, type ReportPeriod } from "./report-period.js";
import { readReportScope, type ReportScope } from "./report-scope.js";
import type { LaneThroughput } from "./report-types.js";

/** Reports of throughput, each from one snapshot of the database. */
export class ThroughputService {
  constructor(
    private readonly database: Database,
    private readonly versions: EnactedVersions,
    private readonly ledger: LedgerKeeper,
    private readonly cells: CellReader,
  ) {}

  async report(scope: RequestScope, input: LaneThroughputInput): Promise<LaneThroughput> {
    const subject = await readReportScope(scope, input.scope, this.versions);
    const range = checkedPeriod(input.period, "input.period");
    const period = cutPeriod(range, input.bucket ?? null);
    const parts = [await this.#partOf(scope, subject, period)];
    const other = input.comparedWith;
    if (other) {
      const days = other.period ? checkedPeriod(other.period, "input.comparedWith.period") : range;
      const versionIds = other.versionIds ?? input.scope.versionIds ?? null;
      const held = await readReportScope(scope, input.scope, this.versions, versionIds);
      parts.push(await this.#partOf(scope, held, cutPeriod(days, period.bucket)));
    }
    await this.catchUp(scope);
    const asOf = scope.ctx.now();
    const [main, compared] = await this.database.snapshot(async (reader) => {
      const reports: LaneThroughput[] = [];
      for (const part of parts) reports.push(await this.#reportOn(reader, part, asOf));
      return reports;
    });
    return Object.assign(main!, { compared: compared ?? null });
  }

  /** Adds to the sums what is left, so that little is to be worked out while a snapshot is open. */
  async catchUp({ ctx }: RequestScope): Promise<void> {
    await this.ledger.catchUp(systemContext("throughput", ctx.now));
  }

  /** What a report needs that is not read in the snapshot. */
  async #partOf(
    scope: RequestScope,
    subject: ReportScope,
    period: ReportPeriod,
  ): Promise<ReportPart> {
    return {
      scope: subject,
      period,
      locale: scope.ctx.locale,
      positionNames: await positionNames(scope, subject),
      withPeople: allows(scope.ctx.actor, "throughput.readPeople", {
        officeId: subject.officeId,
      }),
    };
  }

  async #reportOn(reader: SqlReader, part: ReportPart, asOf: number): Promise<LaneThroughput> {
    const { scope: subject, period, withPeople: people } = part;
    const options = { asOf, people, versions: this.versions, cells: this.cells };
    const reading = await readLedger(reader, subject, period.steps, options);
    return buildReport({ ...part, reading });
  }
}

type ReportPart = Omit<ReportOptions, "reading">;

async function positionNames(
  scope: RequestScope,
  { groups }: ReportScope,
): Promise<ReadonlyMap<number, string>> {
  const ids = groups.all.flatMap(({ positionId }) => positionId ?? []);
  const positions = await Promise.all(ids.map((id) => scope.loaders.get(positionById).load(id)));
  return new Map(positions.flatMap((one, at) => (one ? [[ids[at]!, one.name]] : [])));
}

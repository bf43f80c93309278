import type { Readable } from "node:stream";
import { dateOfDay, startOfDay } from "../../../../domain/index.js";
import type { Context } from "../../../kernel/context.js";
import { fromGlobalId } from "../../../kernel/global-id.js";
import { languageTags } from "../../../kernel/moment-in-words.js";
import { allows, requireSignedIn } from "../../../kernel/policy.js";
import { Refusal } from "../../../kernel/refusal.js";
import type { EnactedVersions } from "../../../runtime/enacted-version.js";
import { localTimeOf } from "../../../runtime/local-time-of.js";
import type { RequestScope } from "../../../runtime/request-scope.js";
import { askerOf, type PaperService, paperFileName } from "../../paper/paper-service.js";
import { sopById, versionById } from "../../sops/sop-service.js";
import type { LaneThroughputInput } from "../report-inputs.js";
import { checkedPeriod } from "../report-period.js";
import { readReportScope, type ReportScope } from "../report-scope.js";
import type { LaneThroughput } from "../report-types.js";
import type { ThroughputService } from "../throughput-service.js";
import { exportWords } from "./export-words.js";
import { LogCases } from "./log/log-cases.js";
import { LogNames } from "./log/log-names.js";
import { LogPeople } from "./log/log-people.js";
import { LogTurns } from "./log/log-turns.js";
import { type EventLogFormat, eventLogWriters } from "./log/write-event-log.js";
import { reportPages } from "./pdf/report-pages.js";
import { reportCsv } from "./report-csv.js";
import { readReportSubject } from "./report-subject.js";
import { type ReportSubject, reportTables } from "./report-tables.js";
import { reportWorkbook } from "./report-workbook.js";

/** A file and what it is called. */
export interface ExportedFile<Content> {
  readonly fileName: string;
  readonly content: Content;
}

export type ReportFormat = "csv" | "xlsx" | "pdf";

/** Writes reports of throughput and the event logs behind them as files. */
export class ThroughputExportService {
  readonly #turns = new LogTurns();

  constructor(
    private readonly throughput: ThroughputService,
    private readonly papers: PaperService,
    private readonly versions: EnactedVersions,
  ) {}

  /** The report as a file, in the scope's language. Refuses as the report does. */
  async report(
    scope: RequestScope,
    input: LaneThroughputInput,
    format: ReportFormat,
    gone: AbortSignal,
  ): Promise<ExportedFile<string | Uint8Array>> {
    requireSignedIn(scope.ctx);
    await this.#subject(scope, input);
    const report = await this.throughput.report(scope, input);
    const sopIds = (input.scope.sopIds ?? []).map((id) => fromGlobalId(id, "Sop"));
    const subject = await readReportSubject(scope, report, sopIds);
    const { locale } = scope.ctx;
    const words = exportWords[locale];
    return {
      fileName: fileNameOf(words.fileName, report.office.name, input, format),
      content: await this.#written(scope.ctx, report, subject, format, gone),
    };
  }

  /**
   * The event log of all cases that ran in the period, whole, up to now. It is read while it is
   * fetched; who stops fetching ends it. Names of performers only for who may see people's figures.
   */
  async eventLog(
    scope: RequestScope,
    input: LaneThroughputInput,
    format: EventLogFormat,
    gone: AbortSignal,
  ): Promise<ExportedFile<Readable>> {
    const { ctx, reader } = scope;
    requireSignedIn(ctx);
    const period = checkedPeriod(input.period, "input.period");
    const subject = await this.#subject(scope, input);
    const { office, officeId, versions } = subject;
    const clocks = localTimeOf(office.timeZone);
    const isNamed = allows(ctx.actor, "throughput.readPeople", { officeId });
    const asOf = ctx.now();
    const cases = new LogCases(reader, this.versions, {
      ...(await namesOf(scope, subject)),
      officeId,
      versions,
      sopIds: input.scope.sopIds ? [...new Set(versions.map(({ sopId }) => sopId))] : null,
      from: startOfDay(clocks, period.from),
      to: startOfDay(clocks, period.to + 1),
      asOf,
    });
    const facts = {
      ...{ office: office.name, asOf, clocks, isNamed },
      from: dateOfDay(period.from),
      to: dateOfDay(period.to),
      names: new LogNames(versions),
      people: new LogPeople(isNamed),
    };
    const source = { cases, facts, reader, locale: ctx.locale };
    const content = await this.#turns.stream(askerOf(ctx.actor), gone, () =>
      eventLogWriters[format](source),
    );
    const { logFileName } = exportWords[ctx.locale];
    return { fileName: fileNameOf(logFileName, office.name, input, format), content };
  }

  async #written(
    ctx: Context,
    report: LaneThroughput,
    subject: ReportSubject,
    format: ReportFormat,
    gone: AbortSignal,
  ): Promise<string | Uint8Array> {
    const { locale } = ctx;
    const words = exportWords[locale];
    const clocks = localTimeOf(report.office.timeZone);
    const facts = { title: words.title, author: report.office.name, madeAt: report.asOf };
    const asker = askerOf(ctx.actor);
    if (format === "pdf") {
      const pages = reportPages(report, subject, locale);
      const language = languageTags[locale];
      return this.papers.print(
        { asker, job: { format: "pages", pages, language, ...facts } },
        gone,
      );
    }
    const tables = reportTables(report, subject, words);
    if (format === "csv") {
      return reportCsv(tables, { locale, section: words.columns.section, clocks });
    }
    const workbook = reportWorkbook(tables, { title: words.title, clocks });
    return this.papers.print({ asker, job: { format: "workbook", workbook, ...facts } }, gone);
  }

  /** Whose cases; a version that is of none of the SOPs that are named is not there. */
  async #subject(scope: RequestScope, input: LaneThroughputInput): Promise<ReportScope> {
    const subject = await readReportScope(scope, input.scope, this.versions);
    const found = new Set(subject.versions.map(({ versionId }) => versionId));
    for (const id of input.scope.versionIds ?? []) {
      if (!found.has(fromGlobalId(id, "SopVersion"))) {
        throw new Refusal("NOT_FOUND", "input.scope.versionIds");
      }
    }
    return subject;
  }
}

async function namesOf({ loaders }: RequestScope, { versions }: ReportScope) {
  const [sops, numbered] = await Promise.all([
    Promise.all(
      [...new Set(versions.map(({ sopId }) => sopId))].map((id) => loaders.get(sopById).load(id)),
    ),
    Promise.all(versions.map(({ versionId }) => loaders.get(versionById).load(versionId))),
  ]);
  return {
    sopTitles: new Map(sops.flatMap((sop) => (sop === null ? [] : [[sop.rowId, sop.title]]))),
    versionNumbers: new Map(
      numbered.flatMap((one) => (one === null ? [] : [[one.rowId, one.version]])),
    ),
  };
}

function fileNameOf(
  name: string,
  office: string,
  { period: { from, to } }: LaneThroughputInput,
  ending: string,
): string {
  return paperFileName([name, office, dateOfDay(from), dateOfDay(to)], ending);
}

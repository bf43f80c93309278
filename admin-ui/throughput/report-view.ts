import type { LaneThroughputInput, ThroughputBucket } from "../generated/graphql.js";
import {
  isDate,
  namedPeriod,
  type Period,
  periodBefore,
  type PeriodName,
  periodNames,
  periodYearBefore,
} from "./report-period.js";

export const buckets = ["DAY", "WEEK", "MONTH"] as const satisfies readonly ThroughputBucket[];

/** What the report is held against: another time, or one other version. */
export const comparisons = ["previous", "year", "none"] as const;
export type Comparison = (typeof comparisons)[number] | { readonly versionId: string };

/** What of the report is looked at. It stands in the address, so that a reload and a link keep it. */
export interface ReportView {
  /** `null`: the reader's own. */
  readonly officeId: string | null;
  /** None: all of the office. */
  readonly sopIds: readonly string[];
  readonly versionIds: readonly string[];
  /** A named period moves on with the days; own dates stay. */
  readonly period: PeriodName | Period;
  /** `null`: as suits the period. */
  readonly bucket: ThroughputBucket | null;
  readonly comparison: Comparison;
}

export const usualView: ReportView = {
  officeId: null,
  sopIds: [],
  versionIds: [],
  period: "last-30-days",
  bucket: null,
  comparison: "previous",
};

const versionPrefix = "version:";

export function readView(params: URLSearchParams): ReportView {
  const sopIds = params.getAll("sop");
  return {
    officeId: params.get("office"),
    sopIds,
    // Versions are of one SOP; with several an old link would show next to nothing.
    versionIds: sopIds.length === 1 ? params.getAll("version") : [],
    period: readPeriod(params),
    bucket: buckets.find((bucket) => bucket === params.get("bucket")) ?? null,
    comparison: readComparison(params.get("compare"), sopIds.length === 1),
  };
}

function readPeriod(params: URLSearchParams): ReportView["period"] {
  const [from, to] = [params.get("from") ?? "", params.get("to") ?? ""];
  if (isDate(from) && isDate(to)) return { from, to };
  return periodNames.find((name) => name === params.get("period")) ?? usualView.period;
}

function readComparison(text: string | null, isOfOneSop: boolean): Comparison {
  if (text?.startsWith(versionPrefix) === true) {
    return isOfOneSop ? { versionId: text.slice(versionPrefix.length) } : usualView.comparison;
  }
  return comparisons.find((one) => one === text) ?? usualView.comparison;
}

/** What is as usual is left out, so that a link is short. */
export function writeView(view: ReportView): URLSearchParams {
  const { period, comparison } = view;
  const params = new URLSearchParams();
  if (view.officeId !== null) params.set("office", view.officeId);
  for (const id of view.sopIds) params.append("sop", id);
  for (const id of view.versionIds) params.append("version", id);
  if (typeof period !== "string") {
    params.set("from", period.from);
    params.set("to", period.to);
  } else if (period !== usualView.period) params.set("period", period);
  if (view.bucket !== null) params.set("bucket", view.bucket);
  if (typeof comparison !== "string") {
    params.set("compare", `${versionPrefix}${comparison.versionId}`);
  } else if (comparison !== usualView.comparison) params.set("compare", comparison);
  return params;
}

export const isUsual = (view: ReportView): boolean => writeView(view).size === 0;

export const periodOf = ({ period }: Pick<ReportView, "period">, today: string): Period =>
  typeof period === "string" ? namedPeriod(period, today) : period;

/** What the server is asked for; what is not asked for is left out. */
export function inputOf(view: ReportView, officeId: string, today: string): LaneThroughputInput {
  const period = periodOf(view, today);
  const comparedWith = comparedOf(view, period);
  return {
    scope: {
      officeId,
      ...(view.sopIds.length === 0 ? {} : { sopIds: view.sopIds }),
      ...(view.versionIds.length === 0 ? {} : { versionIds: view.versionIds }),
    },
    period,
    ...(view.bucket === null ? {} : { bucket: view.bucket }),
    ...(comparedWith === null ? {} : { comparedWith }),
  };
}

function comparedOf(
  { period, comparison }: ReportView,
  days: Period,
): (LaneThroughputInput["comparedWith"] & object) | null {
  if (typeof comparison !== "string") return { versionIds: [comparison.versionId] };
  if (comparison === "none") return null;
  const name = typeof period === "string" ? period : null;
  return { period: comparison === "year" ? periodYearBefore(days) : periodBefore(days, name) };
}

export const exportFormats = [
  "throughput.csv",
  "throughput.xlsx",
  "throughput.pdf",
  "events.xes",
  "events.ocel.json",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where a file of this very report is had, without its comparison. A named period goes with its days. */
export function exportAddress(file: ExportFormat, input: LaneThroughputInput): string {
  const { scope, period, bucket } = input;
  const params = new URLSearchParams({ office: String(scope.officeId) });
  for (const id of scope.sopIds ?? []) params.append("sop", String(id));
  for (const id of scope.versionIds ?? []) params.append("version", String(id));
  params.set("from", period.from);
  params.set("to", period.to);
  if (bucket) params.set("bucket", bucket);
  return `/export/${file}?${params.toString()}`;
}

/** Where the stuck work of the same office is, of the SOP and the position that are looked at. */
export function stuckAddress(
  { scope }: LaneThroughputInput,
  positionId: string | null = null,
): string {
  const { officeId, sopIds } = scope;
  const params = new URLSearchParams({ perangkat: String(officeId) });
  if (sopIds?.length === 1) params.set("sop", String(sopIds[0]));
  if (positionId !== null) params.set("pelaksana", positionId);
  return `/macet?${params.toString()}`;
}

import { dayOfDate } from "../../../../domain/index.js";
import type { Locale } from "../../../kernel/context.js";
import { Refusal } from "../../../kernel/refusal.js";
import type { Bucket, LaneThroughputInput } from "../report-inputs.js";

/** What is asked for: the report's own input, and in which language. */
export interface ExportRequest {
  readonly input: LaneThroughputInput;
  /** `null`: in the asker's. */
  readonly locale: Locale | null;
}

/** The parameters of an address; one that stands there several times is a list. */
export type QueryParameters = Readonly<Record<string, unknown>>;

/** No office has papers from so far ahead, and a year mistyped is best told at once. */
const lastDate = "2199-12-31";

const buckets: Readonly<Record<string, Bucket>> = { day: "DAY", week: "WEEK", month: "MONTH" };
const locales: Readonly<Record<string, Locale>> = { id: "id", en: "en" };

/**
 * Reads `office`, `sop`, `version` (both any number of times), `from`, `to`, `bucket` and `lang`.
 * Refuses, naming the parameter, what is missing (INVALID) or cannot be read.
 */
export function readExportRequest(query: QueryParameters): ExportRequest {
  const officeId = single(query, "office");
  if (officeId === null) throw new Refusal("INVALID", "office", { reason: "office" });
  const bucket = single(query, "bucket");
  const locale = single(query, "lang");
  return {
    input: {
      scope: { officeId, sopIds: several(query, "sop"), versionIds: several(query, "version") },
      period: { from: dayOf(query, "from"), to: dayOf(query, "to") },
      bucket: bucket === null ? null : oneOf(buckets, bucket, "bucket"),
    },
    locale: locale === null ? null : oneOf(locales, locale, "lang"),
  };
}

function single(query: QueryParameters, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === "") return null;
  if (typeof value !== "string") throw new Refusal("INVALID", name, { reason: name });
  return value;
}

function several(query: QueryParameters, name: string): string[] | null {
  const value = query[name];
  if (value === undefined || value === "") return null;
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => {
    if (typeof one !== "string") throw new Refusal("INVALID", name, { reason: name });
    return one;
  });
}

function dayOf(query: QueryParameters, name: string): number {
  const date = single(query, name);
  if (date === null) throw new Refusal("INVALID", name, { reason: `${name}=YYYY-MM-DD` });
  const day = date <= lastDate ? dayOfDate(date) : null;
  if (day === null) throw new Refusal("NO_SUCH_DATE", name);
  return day;
}

function oneOf<T>(choices: Readonly<Record<string, T>>, value: string, name: string): T {
  const key = value.toLowerCase();
  if (!Object.hasOwn(choices, key)) {
    throw new Refusal("INVALID", name, { reason: `${name}=${Object.keys(choices).join("|")}` });
  }
  return choices[key]!;
}

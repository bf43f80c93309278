import type { LogEventType } from "./case-log.js";

/** What kind of news a sentence is; more than the log's events where those read differently. */
export type StoryKind =
  | LogEventType
  | "TASK_DECIDED"
  | "TASK_HANDED_OVER"
  | "CHILD_WAITS"
  | "CASE_STARTED_BY_PARENT"
  | "CASE_HELD_BY_PARENT";

/** What goes with a sentence: documents given, papers brought, documents that were missing, deadlines. */
export interface StoryDetail {
  readonly kind: "given" | "brought" | "missing" | "moved";
  readonly items: readonly string[];
}

/** One sentence of a case's story: which text, and what fills it. */
export interface StoryLine {
  readonly kind: StoryKind;
  readonly params: Readonly<Record<string, string>>;
  readonly details: readonly StoryDetail[];
  /** Free words that people wrote. */
  readonly quote: string | null;
  /** The other case that it tells of. */
  readonly caseId: string | null;
}

export const storyLine = (
  kind: StoryKind,
  params: StoryLine["params"],
  more: Partial<Pick<StoryLine, "details" | "quote" | "caseId">> = {},
): StoryLine => ({ kind, params, details: [], quote: null, caseId: null, ...more });

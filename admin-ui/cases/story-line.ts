import type { ListedFile } from "../files/file-list.js";
import type { LogEventType, LogFile } from "./case-log.js";

/** What kind of news a sentence is; more than the log's events where those read differently. */
export type StoryKind =
  | LogEventType
  | "TASK_DECIDED"
  | "TASK_HANDED_OVER"
  | "TASK_GIVEN_BACK"
  | "TASK_PUT_BACK"
  | "CHILD_WAITS"
  | "CASE_STARTED_BY_PARENT"
  | "CASE_HELD_BY_PARENT";

/** What goes with a sentence: documents given, papers brought, documents that were missing, deadlines. */
export interface StoryDetail {
  readonly kind: "given" | "brought" | "missing" | "moved";
  readonly items: readonly StoryItem[];
}

/** One of them, in words and with its files. */
export interface StoryItem {
  readonly text: string;
  readonly files: readonly ListedFile[];
}

/** The log's files as they are listed to be fetched. */
export const listedFiles = (files: readonly LogFile[] = []): readonly ListedFile[] =>
  files.map(({ file: id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 }));

/** One sentence of a case's story: which text, and what fills it. */
export interface StoryLine {
  readonly kind: StoryKind;
  readonly params: Readonly<Record<string, string>>;
  readonly details: readonly StoryDetail[];
  /** Free words that people wrote. */
  readonly quote: string | null;
  /** What came with the words. */
  readonly files: readonly ListedFile[];
  /** The other case that it tells of. */
  readonly caseId: string | null;
}

export const storyLine = (
  kind: StoryKind,
  params: StoryLine["params"],
  more: Partial<Pick<StoryLine, "details" | "quote" | "files" | "caseId">> = {},
): StoryLine => ({
  kind,
  params,
  details: [],
  quote: null,
  files: [],
  caseId: null,
  ...more,
});

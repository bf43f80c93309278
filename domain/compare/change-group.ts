import type { RightColumnSetting } from "../sop/form-columns.js";
import type { NodeKind, StandardTime } from "../sop/graph.js";
import type { DocumentChange } from "./document-change.js";
import type { DocumentReader } from "./document-reader.js";

export type ToldWord = "ALL" | "ANY" | "YES" | "NO" | "REQUESTER" | "NOTHING" | "OFFICIAL";

/** A value as a person is told it: references are resolved to what they stand for. */
export type ToldValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "time"; readonly time: StandardTime }
  | { readonly type: "kind"; readonly kind: NodeKind }
  /** A word of the interface. */
  | { readonly type: "word"; readonly word: ToldWord }
  /** A position by its code. */
  | { readonly type: "position"; readonly code: string }
  /** An SOP by its id. */
  | { readonly type: "sop"; readonly sop: string }
  /** A row: its printed number, `null` on a bare start or end; its text may be empty. */
  | {
      readonly type: "step";
      readonly number: number | null;
      readonly text: string;
      readonly kind: NodeKind | null;
    }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** The columns right of the lanes, and the headings of the office's own. */
  | {
      readonly type: "columns";
      readonly columns: readonly RightColumnSetting[];
      readonly titles: readonly (string | null)[];
    };

/** One clause about a group's subject: a field, and what it said and says; `null`: nothing. */
export interface ChangeDetail {
  /** By its name in the document; "place" is the row above, "column" the lane on the left. */
  readonly field: string;
  /** What the field is further told apart by: an outcome, a lane's name; `null` where nothing. */
  readonly about: string | null;
  readonly before: ToldValue | null;
  readonly after: ToldValue | null;
}

export type ChangeHow = "ADDED" | "REMOVED" | "MOVED" | "CHANGED";

/** All that changed about one step, lane, document or part of the first page. */
export interface ChangeGroup {
  readonly of: "STEP" | "LANE" | "OUTPUT" | "IDENTITY" | "LIST" | "COLUMNS" | "ORDER";
  /** Of a step, lane or output; else the list's name, or empty. */
  readonly key: string;
  /** MOVED where it only moved; what moved and changed is CHANGED and has a "place" detail. */
  readonly how: ChangeHow;
  /** Of a step: its printed number in the document that it stands in, the newer one first. */
  readonly number: number | null;
  readonly kind: NodeKind | null;
  readonly name: string;
  readonly details: readonly ChangeDetail[];
}

export const textValue = (text: string | null | undefined): ToldValue | null =>
  text === null || text === undefined || text.trim() === "" ? null : { type: "text", text };

export const wordValue = (word: ToldWord): ToldValue => ({ type: "word", word });

export const listValue = (items: readonly string[]): ToldValue | null =>
  items.length === 0 ? null : { type: "list", items };

export const detail = (
  field: string,
  before: ToldValue | null,
  after: ToldValue | null,
  about: string | null = null,
): ChangeDetail => ({ field, about, before, after });

/** Both documents, ready to be told of, and their differences. */
export interface Told {
  readonly was: DocumentReader;
  readonly is: DocumentReader;
  readonly changes: readonly DocumentChange[];
}

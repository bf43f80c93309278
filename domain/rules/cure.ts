import type { DocumentEdit } from "../edit/document-edit.js";
import type { LaneBinding } from "../sop/graph.js";

/** What a cure does; a frontend has one text for each, for the button that does it. */
export type CureName =
  | "add-start"
  | "add-end"
  | "drop-spare-starts"
  | "connect-onward"
  | "connect-to-end"
  | "connect-from-before"
  | "insert-into-flow"
  | "lead-past-start"
  | "drop-arrow"
  | "drop-surplus-arrows"
  | "add-branch"
  | "name-outcome"
  | "place-in-lane"
  | "drop-surplus-boxes"
  | "bind-lane"
  | "forget-output"
  | "bring-instead"
  | "remove-lane"
  | "drop-subject"
  | "make-decision"
  | "leave-loop"
  | "lead-refusal-back"
  | "add-notice"
  | "lead-past-join"
  | "drop-join"
  | "add-join"
  | "join-ends";

/** One way out of a problem: what the button says, and the edits that it makes. */
export interface Cure {
  readonly name: CureName;
  /** What fills the button's text: `outcome`, `lane`, `holder`, `subject` or `output`. */
  readonly params: Readonly<Record<string, string>>;
  readonly edits: readonly DocumentEdit[];
}

/** What a cure needs to know that the drawing does not say. */
export interface CureContext {
  /** A key that no element of the SOP ever had; `prefix` tells what it is for. */
  newKey(prefix: string): string;
  /** What branches of a decision are usually called, the one that goes on first: Ya, Tidak. */
  readonly outcomes: readonly string[];
  /** Who works in a lane of this name, where just one position has it. */
  holderOf(laneName: string): { readonly binding: LaneBinding; readonly name: string } | null;
}
